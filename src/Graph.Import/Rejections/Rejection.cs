namespace Graph.Import;

/// <summary>What is wrong at one point of a file.</summary>
/// <param name="Line">From 1; 0 where the whole file is meant.</param>
/// <param name="Column">From 1, in UTF-16 units; 0 where the whole file is meant.</param>
/// <param name="Message">What is wrong and how to mend it, as a sentence.</param>
public readonly record struct Fault(int Line, int Column, string Message);

/// <summary>A record that did not go in, or a file that could not be read.</summary>
/// <param name="File">The file, as the import was told of it.</param>
/// <param name="Faults">What is wrong, at least one, in the order of the file.</param>
/// <param name="Record">The record: JSON where it could be read as that, otherwise its text; null where a whole file is meant.</param>
public sealed record Rejection(string File, IReadOnlyList<Fault> Faults, string? Record)
{
    /// <summary>One line a fault: <c>file:line:column: reason</c>.</summary>
    public override string ToString() =>
        string.Join(
            '\n',
            Faults.Select(fault => fault.Line == 0 ? $"{File}: {fault.Message}" : $"{File}:{fault.Line}:{fault.Column}: {fault.Message}"));
}

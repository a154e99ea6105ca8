namespace Graph.Import.Sources;

/// <summary>What is wrong at one point of a file.</summary>
/// <param name="Line">From 1; 0 where the whole file is meant.</param>
/// <param name="Column">From 1, in UTF-16 units; 0 where the whole line or file is meant.</param>
/// <param name="Message">What is wrong and how to mend it, as a sentence.</param>
internal readonly record struct Fault(int Line, int Column, string Message);

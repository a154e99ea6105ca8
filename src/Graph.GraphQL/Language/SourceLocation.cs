using System.Runtime.InteropServices;

namespace Graph.GraphQL.Language;

/// <summary>A place in a document.</summary>
/// <param name="Line">Counted from 1; <c>\n</c>, <c>\r</c> and <c>\r\n</c> each end a line.</param>
/// <param name="Column">Counted from 1, in UTF-16 units.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SourceLocation(int Line, int Column)
{
    /// <summary><c>line:column</c>.</summary>
    public override string ToString() => $"{Line}:{Column}";
}

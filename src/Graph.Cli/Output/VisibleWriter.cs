using System.Text;
using Graph.Model.Text;

namespace Graph.Cli.Output;

/// <summary>
/// Writes to a terminal what <see cref="VisibleSigns"/> makes of a text. Lines that end as CSV has it, in CR and LF, end
/// there as all others do.
/// </summary>
internal sealed class VisibleWriter(TextWriter terminal) : TextWriter
{
    public override Encoding Encoding => terminal.Encoding;

    public override void Write(char value) => terminal.Write(VisibleSigns.Show(value.ToString()));

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(string? value) => terminal.Write(Shown(value));

    public override void WriteLine(string? value) => terminal.WriteLine(Shown(value));

    public override void Flush() => terminal.Flush();

    private static string Shown(string? value) => VisibleSigns.Show((value ?? "").Replace("\r\n", "\n", StringComparison.Ordinal));
}

using Graph.Cli.Output.Rows;
using Graph.Model.Text;
using Spectre.Console;

namespace Graph.Cli.Output;

/// <summary>
/// A table for people. Numbers and days are never broken, for half of one is another; where there is no room for the columns side by side,
/// each row is printed as lines of names and values, of which a terminal breaks what it has to.
/// </summary>
internal static class PrintedTable
{
    /// <summary>Columns of a terminal that a cell takes which is not broken: numbers, days and names of enums.</summary>
    private const int Short = 12;

    /// <summary>Room in which longer text can still be read.</summary>
    private const int LeastOfText = 8;

    /// <summary>Room in which most names stand on two lines at most, for whose sake other columns may be left out.</summary>
    private const int RoomOfNames = 16;

    /// <summary>Prints it, and how many rows it has.</summary>
    /// <param name="table">The table.</param>
    /// <param name="console">The terminal.</param>
    /// <param name="leftOutFirst">Columns that are left out where there is no room, the first before the others; the last line names them.</param>
    public static void Write(FlatTable table, IAnsiConsole console, params IReadOnlyList<string> leftOutFirst)
    {
        List<int> shown = [.. Enumerable.Range(0, table.Columns.Count)];
        int[] widths = [.. shown.Select(i => table.Rows.Select(row => Width(row[i])).Prepend(Width(table.Columns[i])).Max())];
        List<string> leftOut = [];
        foreach (var column in leftOutFirst)
        {
            if (Least(RoomOfNames) <= console.Profile.Width) break;
            if (shown.RemoveAll(i => table.Columns[i] == column) > 0) leftOut.Add(column);
        }

        var isGrid = Least(LeastOfText) <= console.Profile.Width;
        if (isGrid) WriteGrid(new(Kept(table.Columns), [.. table.Rows.Select(Kept)]), Kept(widths), console);
        else WriteLines(table, console);
        console.WriteLine(Messages.Rows(table.Rows.Count, isGrid ? leftOut : []));

        // Beside each column stand a line and two spaces, and a line at the end.
        int Least(int text) => shown.Sum(i => (widths[i] <= Short ? widths[i] : text) + 3) + 1;

        IReadOnlyList<T> Kept<T>(IReadOnlyList<T> all) => [.. shown.Select(i => all[i])];
    }

    private static void WriteGrid(FlatTable table, IReadOnlyList<int> widths, IAnsiConsole console)
    {
        var view = new Table { Border = TableBorder.Rounded };
        foreach (var (i, column) in table.Columns.Index()) view.AddColumn(new TableColumn(Terminal.Cell(column)) { NoWrap = widths[i] <= Short });
        foreach (var row in table.Rows) view.AddRow(row.Select(Terminal.Cell).ToArray());
        console.Write(view);
    }

    private static void WriteLines(FlatTable table, IAnsiConsole console)
    {
        List<string> names = [.. table.Columns.Select(VisibleSigns.Show)];
        var longest = names.Max(Terminal.Width);
        foreach (var row in table.Rows)
        {
            foreach (var (name, value) in names.Zip(row))
                console.Profile.Out.Writer.WriteLine($"{Terminal.Padded(name, longest)}  {VisibleSigns.Show(value ?? "")}".TrimEnd());
            console.Profile.Out.Writer.WriteLine();
        }
    }

    private static int Width(string? cell) => Terminal.Width(VisibleSigns.Show(cell ?? ""));
}

using Graph.Import;
using Spectre.Console;

namespace Graph.Cli.Output;

/// <summary>What became of the rows of feeds, file by file, as people read it.</summary>
internal static class FeedReports
{
    /// <summary>Files that are told of one by one: of more, the rest is one line.</summary>
    private const int MostFiles = 20;

    /// <summary>Writes a row for each file; nothing where no feed was read.</summary>
    public static void Write(IReadOnlyList<FileReport> files, IAnsiConsole data)
    {
        if (files.Count == 0) return;
        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumn(new TableColumn("file"));
        foreach (var column in (string[])["rows", "taken", "accusations", "evidence", "repeats"])
            table.AddColumn(new TableColumn(column).RightAligned());
        foreach (var column in (string[])["read", "left out", "rejected"]) table.AddColumn(new TableColumn(column));
        foreach (var file in files.Take(MostFiles)) AddRow(table, file);
        if (files.Count > MostFiles) AddRow(table, Rest([.. files.Skip(MostFiles)]));
        data.Write(table);
    }

    private static void AddRow(Table table, FileReport file) => table.AddRow(
        Markup.Escape(file.File),
        Numbers.Grouped(file.Rows),
        Numbers.Grouped(file.Taken),
        Numbers.Grouped(file.Accusations),
        Numbers.Grouped(file.Evidence),
        Numbers.Grouped(file.Repeats),
        Kinds(file.Made),
        Kinds(file.LeftOut),
        Kinds(file.Rejected));

    private static FileReport Rest(List<FileReport> files) => new(
        Messages.MoreFiles(files.Count),
        files.Sum(file => file.Rows),
        files.Sum(file => file.Taken),
        files.Sum(file => file.Accusations),
        files.Sum(file => file.Evidence),
        files.Sum(file => file.Repeats),
        Sum(files.SelectMany(file => file.Made)),
        Sum(files.SelectMany(file => file.LeftOut)),
        Sum(files.SelectMany(file => file.Rejected)));

    private static List<KindCount> Sum(IEnumerable<KindCount> counts) =>
        [.. counts.GroupBy(count => count.Kind, StringComparer.Ordinal).Select(kind => new KindCount(kind.Key, kind.Sum(one => one.Count)))
            .OrderByDescending(count => count.Count)];

    private static string Kinds(IReadOnlyList<KindCount> kinds) =>
        Markup.Escape(string.Join('\n', kinds.Select(kind => $"{kind.Kind} {Numbers.Grouped(kind.Count)}")));
}

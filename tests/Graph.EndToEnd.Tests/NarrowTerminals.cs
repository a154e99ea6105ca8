namespace Graph.EndToEnd.Tests;

/// <summary>Half of a number or a day is another one: neither is broken, however little room there is.</summary>
public sealed class NarrowTerminals(QueryTables.Imported graph) : IClassFixture<QueryTables.Imported>
{
    [TerminalFact]
    public async Task ShowEachRowAsLinesWhereColumnsHaveNoRoom()
    {
        var shown = await OnTerminal.RunAsync(graph.Folder, 10, "who", "--limit", "2", "--store", QueryTables.Imported.Store);
        Assert.Contains("accuser      Volodymyr Zelenskyy\naccused      Russia\naccusations  13\n", shown, StringComparison.Ordinal);
        Assert.Contains("first        2025-03-25\nlast         2025-12-29\n\naccuser      ", shown, StringComparison.Ordinal);
        Assert.EndsWith("\n2 rows\n", shown, StringComparison.Ordinal);
    }

    [TerminalFact]
    public async Task LeaveOutFiguresForTheSakeOfNamesAndSayWhich()
    {
        var shown = await OnTerminal.RunAsync(graph.Folder, 80, "who", "--limit", "2", "--store", QueryTables.Imported.Store);
        Assert.Matches("│ accuser +│ accused +│ accusations │ claims │ first +│ last +│\n", shown);
        Assert.Matches("│ Russian defence +│ Ukraine +│ 7 +│", shown);
        Assert.EndsWith("\n2 rows; no room for answered, denied, evidence, which --csv has\n", shown, StringComparison.Ordinal);
    }

    [TerminalFact]
    public async Task BreakTextBesideNumbersAndDays()
    {
        const string query = "{ accusations(limit: 2, where: { saidOn: { isNull: false } }) { matter saidOn confidence } }";
        var shown = await OnTerminal.RunAsync(graph.Folder, 44, "query", query, "--store", QueryTables.Imported.Store);
        Assert.Matches("│ matter +│ saidOn +│ confidence │\n", shown);
        Assert.Equal(2, shown.Split('\n').Count(line => System.Text.RegularExpressions.Regex.IsMatch(line, "│ [0-9]{4}-[0-9]{2}-[0-9]{2} │")));
    }
}

using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Graph.Import.Tests.Feeds;

/// <summary>Makes the tables of states, roles, groups and schemata that are part of the program from the published ones.</summary>
internal static class TableMaker
{
    /// <summary>Codes of CAMEO for states that are near ISO 3166-1, and the code there.</summary>
    private static readonly Dictionary<string, string> NearIso = new() { ["ROM"] = "ROU", ["TMP"] = "TLS", ["MTN"] = "MNE", ["IMY"] = "IMN" };

    /// <summary>Names that the table of countries abbreviates.</summary>
    private static readonly Dictionary<string, string> InFull = new() { ["US"] = "United States", ["UK"] = "United Kingdom" };

    private static readonly string[] NameColumns =
    [
        "UNTERM English Short", "official_name_en", "UNTERM English Formal", "UNTERM French Short", "official_name_fr",
        "UNTERM Spanish Short", "official_name_es", "UNTERM Russian Short", "official_name_ru", "UNTERM Arabic Short", "official_name_ar",
        "UNTERM Chinese Short", "official_name_cn",
    ];

    /// <summary>The states of ISO 3166-1 with the names by which sources call them.</summary>
    public static string States(string countries, string cameo)
    {
        var rows = Csv(countries);
        var header = rows[0];
        string Cell(List<string> row, string column) => row[header.IndexOf(column)].Trim();
        var labels = Codes(cameo).Select(code => (Iso: NearIso.GetValueOrDefault(code.Code, code.Code), code.Code, code.Label))
            .ToLookup(code => code.Iso);
        var table = new StringBuilder("iso3\tiso2\tcameo\twikidata\tname\tother names\n");
        foreach (var row in rows.Skip(1).OrderBy(row => Cell(row, "ISO3166-1-Alpha-3"), StringComparer.Ordinal))
        {
            var iso = Cell(row, "ISO3166-1-Alpha-3");
            var name = Cell(row, "CLDR display name");
            List<string> names =
                [InFull.GetValueOrDefault(name, name), name, .. NameColumns.Select(column => Cell(row, column)),
                    .. labels[iso].Select(code => code.Label)];
            var others = string.Join(' ', labels[iso].Select(code => code.Code).Where(code => code != iso));
            var wikidata = Cell(row, "wikidata_id");
            table.Append(iso).Append('\t').Append(Cell(row, "ISO3166-1-Alpha-2")).Append('\t').Append(others).Append('\t')
                .Append(wikidata[(wikidata.LastIndexOf('/') + 1)..]).Append('\t')
                .AppendJoin('\t', names.Where(other => other.Length > 0).Distinct(StringComparer.Ordinal)).Append('\n');
        }

        return table.ToString();
    }

    /// <summary>What an actor is, by CAMEO's type code.</summary>
    public static string Roles(string types) => Table(Codes(types).GroupBy(code => code.Code).Select(group => (group.Key, group.First().Label)));

    /// <summary>The groups that CAMEO gives one name, without what stands in brackets after it.</summary>
    public static string Groups(string groups) => Table(Codes(groups)
        .Select(code => (code.Code, Label: Regex.Replace(code.Label.Replace('?', '’'), @"(\s*\([^()]*\))+$", "")))
        .GroupBy(code => code.Code).Where(group => group.Distinct().Count() == 1).Select(group => (group.Key, group.First().Label)));

    /// <summary>The schemata of FollowTheMoney, with all that each of them is.</summary>
    public static string Schemata(string model)
    {
        using var json = JsonDocument.Parse(model);
        var schemata = json.RootElement.GetProperty("schemata").EnumerateObject()
            .ToDictionary(schema => schema.Name, schema => schema.Value.GetProperty("schemata").EnumerateArray().Select(kind => kind.GetString()!).ToList());
        return "schema\tit is a\n" + string.Concat(schemata.OrderBy(schema => schema.Key, StringComparer.Ordinal)
            .Select(schema => $"{schema.Key}\t{string.Join('\t', schema.Value.Where(kind => kind != schema.Key).Order(StringComparer.Ordinal))}\n"));
    }

    private static string Table(IEnumerable<(string Code, string Label)> rows) =>
        "code\tname\n" + string.Concat(rows.OrderBy(row => row.Code, StringComparer.Ordinal).Select(row => $"{row.Code}\t{row.Label}\n"));

    private static IEnumerable<(string Code, string Label)> Codes(string table) =>
        table.Split('\n').Skip(1).Select(line => line.TrimEnd('\r').Split('\t')).Where(cells => cells.Length == 2)
            .Select(cells => (cells[0], cells[1].Trim()));

    private static List<List<string>> Csv(string text)
    {
        List<List<string>> rows = [[]];
        var cell = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"' && isQuoted && i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[i++]);
            else if (text[i] == '"') isQuoted = !isQuoted;
            else if (!isQuoted && text[i] is ',' or '\n' && !isQuoted)
            {
                rows[^1].Add(cell.ToString().TrimEnd('\r'));
                cell.Clear();
                if (text[i] == '\n') rows.Add([]);
            }
            else cell.Append(text[i]);
        }

        return [.. rows.Where(row => row.Count > 1)];
    }
}

/// <summary>The tables are what their published sources say: <c>APPROVE=1</c> makes them anew.</summary>
public sealed class TablesOfFeeds
{
    [SharedDataTheory]
    [InlineData("Parties/states.tsv")]
    [InlineData("Parties/roles.tsv")]
    [InlineData("Parties/groups.tsv")]
    [InlineData("FollowTheMoney/schemata.tsv")]
    public void TheTableIsMadeFromThePublishedOnes(string table)
    {
        string Read(string name) => File.ReadAllText(SharedData.Path(name));
        var made = Path.GetFileName(table) switch
        {
            "states.tsv" => TableMaker.States(Read("iso3166/country-codes.csv"), Read("cameo/cameoCountry.txt")),
            "roles.tsv" => TableMaker.Roles(Read("cameo/cameoType.txt")),
            "groups.tsv" => TableMaker.Groups(Read("cameo/cameoGroup.txt")),
            _ => TableMaker.Schemata(Read("ftm/model.json")),
        };
        var path = Path.Combine(SharedData.Checkout, "src", "Graph.Import", table);
        if (Environment.GetEnvironmentVariable("APPROVE") == "1") File.WriteAllText(path, made);
        Assert.Equal(File.ReadAllText(path), made);
    }
}

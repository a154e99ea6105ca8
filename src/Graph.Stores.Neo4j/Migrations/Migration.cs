using System.Text;
using System.Text.RegularExpressions;

namespace Graph.Stores.Neo4j.Migrations;

/// <summary>
/// A migration file in the convention of neo4j-migrations: its name gives version and description, its statements end
/// with a semicolon at the end of a line, and a checksum over them makes it immutable once it is applied.
/// </summary>
/// <param name="File">The file's name, such as <c>V001__Constraints_and_indexes.cypher</c>.</param>
/// <param name="Text">What it holds.</param>
public sealed partial record Migration(string File, string Text)
{
    private readonly IReadOnlyList<string> parts =
        [.. EndOfStatement().Split(Text.TrimStart('\uFEFF')).Select(part => WithoutSemicolon(part.Trim()).Trim()).Where(part => part.Length > 0)];

    /// <summary>The version as the chain keeps it: the digits after the <c>V</c>.</summary>
    public string Version => Name().Match(File).Groups["version"].Value.Replace('_', '.');

    /// <summary>What it does, from the name.</summary>
    public string Description => Name().Match(File).Groups["name"].Value.Replace('_', ' ');

    /// <summary>CRC-32 over the statements as neo4j-migrations computes it, in decimal.</summary>
    public string Checksum
    {
        get
        {
            var crc = uint.MaxValue;
            foreach (var part in parts)
            {
                foreach (var octet in Encoding.UTF8.GetBytes(part)) crc = (crc >> 8) ^ Remainder((byte)(crc ^ octet));
            }

            return (~crc).ToString();
        }
    }

    /// <summary>The statements, without those that are comments only.</summary>
    public IReadOnlyList<string> Statements =>
        [.. parts.Where(
            part => part.Split('\n').Any(line => line.Trim() is { Length: > 0 } text && !text.StartsWith("//", StringComparison.Ordinal)))];

    /// <summary>The constraints and indexes that stand after these migrations, by name, with the statement that makes each.</summary>
    public static Dictionary<string, string> SchemaOf(IEnumerable<Migration> migrations)
    {
        var schema = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var statement in migrations.SelectMany(migration => migration.Statements))
        {
            if (SchemaChange().Match(statement) is not { Success: true } change) continue;
            var name = change.Groups["name"].Value.Trim('`');
            if (change.Groups["verb"].ValueSpan is "CREATE") schema[name] = statement;
            else schema.Remove(name);
        }

        return schema;
    }

    /// <summary>True for the name of a migration.</summary>
    public static bool IsName(string file) => Name().IsMatch(file);

    /// <summary>The one at the end of the file, which no line follows; neo4j-migrations takes no more than one away.</summary>
    private static string WithoutSemicolon(string part) => part.EndsWith(';') ? part[..^1] : part;

    private static uint Remainder(byte octet)
    {
        const uint polynomial = 0xEDB88320;
        uint value = octet;
        for (var bit = 0; bit < 8; bit++) value = (value & 1) == 1 ? (value >> 1) ^ polynomial : value >> 1;
        return value;
    }

    [GeneratedRegex(@"^V(?<version>\d+(_\d+)*)__(?<name>[\w ]+)\.cypher$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();

    [GeneratedRegex(
        @"^(?://.*\n|\s)*(?<verb>CREATE|DROP)\s+([A-Z]+\s+)?(INDEX|CONSTRAINT)\s+(?<name>`[^`]+`|\w+)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex SchemaChange();

    [GeneratedRegex(@";(?:\r?\n|\r)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EndOfStatement();
}

namespace Graph.Extraction.Tests;

/// <summary>Sentences with the acts that a person reads in them, in <c>examples.txt</c>.</summary>
public sealed class Examples
{
    private static readonly ActReader Reader = new();

    public static TheoryData<string, string, string> All()
    {
        var data = new TheoryData<string, string, string>();
        string section = "", sentence = "";
        List<string> acts = [];
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "examples.txt")).Append("[]"))
        {
            if (line.StartsWith('[') || line.StartsWith('>'))
            {
                if (sentence.Length > 0) data.Add(section, sentence, string.Join('\n', acts));
                (sentence, acts) = (line[0] == '>' ? line[2..] : "", []);
                if (line[0] == '[') section = line.Trim('[', ']');
            }
            else if (line.Contains(": ", StringComparison.Ordinal) && sentence.Length > 0) acts.Add(line);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void AreReadAsAPersonReadsThem(string section, string sentence, string acts)
    {
        var read = Reader.Read(sentence);
        Assert.Equal(acts, string.Join('\n', read.Acts.Select(Line)));
        Assert.NotEmpty(section);
    }

    [Fact]
    public void AreThereForEachRule() =>
        Assert.Superset(
            new HashSet<string> { "active", "participle", "passive-agent", "passive-bare", "reciprocal", "criticize", "statement", "deny", "nominal" },
            All().SelectMany(example => Reader.Read((string)example[1]).Acts).Select(act => act.Rule).ToHashSet());

    private static string Line(FoundAct act) => $"{act.Act}: {Names(act.Accusers)} -> {Names(act.Accused)}";

    private static string Names(IReadOnlyList<FoundParty> parties) => parties.Count == 0 ? "unknown" : string.Join(" + ", parties.Select(party => party.Name));
}

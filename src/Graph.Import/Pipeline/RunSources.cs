using Graph.Import.Sources;
using Graph.Model.Records;

namespace Graph.Import.Pipeline;

/// <summary>In whose name the files of a run speak.</summary>
internal sealed class RunSources(ImportOptions options)
{
    private readonly Dictionary<string, string> named = new(StringComparer.Ordinal);
    private readonly List<string> nameless = [];

    /// <summary>The files whose source cannot be told: any source of the run may have said what stands in them.</summary>
    public IReadOnlyList<string> Nameless => nameless;

    /// <summary>The sources of the run, by name.</summary>
    public IReadOnlyList<string> Names => [.. named.Values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The sources of the run that are replaced, with their files.</summary>
    public IEnumerable<(string Source, IReadOnlyList<string> Files)> Replaced => options.Keep
        ? []
        : named.GroupBy(pair => pair.Value).Select(group => (group.Key, (IReadOnlyList<string>)[.. group.Select(pair => pair.Key)]));

    /// <summary>A file speaks in the name that it gives itself, else in the one that the user gave, else in that of its unit.</summary>
    public string Name(SourceFile file, string? own) => named[file.Path] = own ?? options.Source ?? file.Unit;

    /// <summary>In whose name a file speaks; null where in nobody's.</summary>
    public string? Of(string file) => named.GetValueOrDefault(file) ?? options.Source;

    /// <summary>In whose name a file speaks cannot be told.</summary>
    public void Lose(SourceFile file) => nameless.Add(file.Path);

    /// <summary>Says of every file of a batch in whose name its records are written.</summary>
    public void Attribute(RecordBatch batch)
    {
        for (var file = 0; file < batch.Files.Count; file++)
        {
            if (batch.SourceOf(file) is not null) continue;
            if (options.Source is { } source) named.TryAdd(batch.Files[file], source);
            batch.Attribute(file, named.GetValueOrDefault(batch.Files[file]));
        }
    }
}

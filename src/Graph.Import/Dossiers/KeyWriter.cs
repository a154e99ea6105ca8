using System.Text;
using Graph.Import.Text;
using Graph.Import.Yaml;

namespace Graph.Import.Dossiers;

/// <summary>
/// Writes keys into the text of a dossier, each with the id that its act has now, so that nothing that cites the act is lost. Every other
/// character stays as it is.
/// </summary>
internal static class KeyWriter
{
    /// <summary>Characters of a key: some words of what is alleged.</summary>
    private const int MaxKey = 40;

    /// <summary>An act that has no key: its mapping, and its id.</summary>
    internal readonly record struct Entry(YamlMap Map, string Matter, string Id);

    /// <summary>The text with keys; null where they cannot be written without changing what else it says.</summary>
    public static string? Write(string text, IReadOnlyList<Entry> entries, IReadOnlyCollection<string> taken)
    {
        var starts = Starts(text);
        var names = new HashSet<string>(taken, StringComparer.Ordinal);
        var insertions = entries.Where(entry => entry.Map.Fields.Count > 0)
            .Select(entry => (At: At(starts, entry.Map), Entry: entry, Key: Key(entry.Matter, names)))
            .OrderBy(one => one.At).ToList();
        var written = new StringBuilder();
        var from = 0;
        foreach (var (at, entry, key) in insertions)
        {
            if (at < from || at > text.Length) return null;
            written.Append(text, from, at - from).Append(Lines(text, starts, at, entry, key));
            from = at;
        }

        var result = written.Append(text, from, text.Length - from).ToString();
        return SaysTheSame(text, result, insertions.Count) ? result : null;
    }

    private static string Lines(string text, List<int> starts, int at, Entry entry, string key)
    {
        var line = starts[entry.Map.Fields[0].Line - 1];
        var before = text.AsSpan(line, at - line);
        if (before.TrimStart(" \t-\uFEFF").Length > 0) return $"key: {key}, id: {entry.Id}, ";
        var end = text.AsSpan(at).IndexOfAny('\r', '\n');
        var lineBreak = end < 0 ? "\n" : text.AsSpan(at + end).StartsWith("\r\n") ? "\r\n" : text[at + end].ToString();
        var next = lineBreak + new string(' ', entry.Map.Fields[0].Column - 1);
        return $"key: {key}{next}id: {entry.Id}{next}";
    }

    private static string Key(string matter, HashSet<string> taken)
    {
        var name = ReadableId.FromName(matter);
        if (name.Length > MaxKey)
        {
            name = name[..(char.IsHighSurrogate(name[MaxKey - 1]) ? MaxKey - 1 : MaxKey)];
            if (name.LastIndexOf('-') is var word and > 0) name = name[..word];
        }

        if (name is "null") name = "act-null"; // It would say nothing.
        var key = name;
        for (var i = 2; !taken.Add(key); i++) key = $"{name}-{i}";
        return key;
    }

    private static List<int> Starts(string text)
    {
        List<int> starts = [0];
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'))) starts.Add(i + 1);
        return starts;
    }

    private static int At(List<int> starts, YamlMap map) => starts[map.Fields[0].Line - 1] + map.Fields[0].Column - 1;

    private static bool SaysTheSame(string before, string after, int added)
    {
        var (old, _) = YamlReader.Read(before);
        var (now, fault) = YamlReader.Read(after);
        if (fault is not null || old is null || now is null) return false;
        var (first, second) = (new StringBuilder(), new StringBuilder());
        return Print(old, first, 0) + added == Print(now, second, 0) && first.Equals(second);
    }

    // Everything but the keys and ids of what the lists of the dossier hold; gives how many keys there are.
    private static int Print(YamlValue value, StringBuilder into, int depth)
    {
        var keys = 0;
        switch (value)
        {
            case YamlMap map:
                into.Append('{');
                foreach (var field in map.Fields)
                {
                    if (depth == 2 && field.Name == "key") keys++;
                    if (depth == 2 && field.Name is "key" or "id") continue;
                    into.Append(field.Name.Length).Append(':').Append(field.Name).Append('=');
                    keys += Print(field.Value, into, depth + 1);
                }

                into.Append('}');
                break;
            case YamlList list:
                into.Append('[');
                foreach (var item in list.Items) keys += Print(item, into, depth + 1);
                into.Append(']');
                break;
            case YamlText text:
                into.Append(text.IsPlain ? 'p' : 'q').Append(text.Text.Length).Append(':').Append(text.Text)
                    .Append('#').Append(text.Comment).Append('!').Append(text.Mark);
                break;
            case YamlAlias alias:
                into.Append('*').Append(alias.Name);
                break;
        }

        return keys;
    }
}

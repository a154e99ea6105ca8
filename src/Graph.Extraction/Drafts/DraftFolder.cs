using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Graph.Model.Files;

namespace Graph.Extraction.Drafts;

/// <summary>A draft on disk: the dossier, its text, and what was found and decided.</summary>
public static class DraftFolder
{
    /// <summary>The name of the dossier.</summary>
    public const string DossierFile = "dossier.yaml";

    /// <summary>The name of the file that keeps what was found and decided. No import takes it for one of its own.</summary>
    public const string StateFile = "acts.draft";

    private static readonly UTF8Encoding Encoding = new(false);

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Writes a draft; each file anew or not at all.</summary>
    public static void Write(string folder, Draft draft, IReadOnlyDictionary<string, IReadOnlyList<(string Field, string Value)>> known)
    {
        Directory.CreateDirectory(folder);
        var actors = draft.Acts.SelectMany(act => act.Found.Accusers.Concat(act.Found.Accused).Concat(act.Found.OnBehalfOf))
            .Select(party => party.Id).OfType<string>().ToHashSet();
        var kept = new SortedDictionary<string, string[][]>(StringComparer.Ordinal);
        foreach (var id in actors)
            if (known.TryGetValue(id, out var fields)) kept[id] = [.. fields.Select(field => new[] { field.Field, field.Value })];
            else if (draft.Known.TryGetValue(id, out var before)) kept[id] = before;
        draft = draft with { Known = kept };
        known = kept.ToDictionary(
            actor => actor.Key,
            IReadOnlyList<(string, string)> (actor) => [.. actor.Value.Select(field => (field[0], field[1]))]);
        Write(Path.Combine(folder, DossierText.TextFile), draft.Document.Text);
        Write(Path.Combine(folder, DossierFile), DossierText.Of(draft, known));
        Write(Path.Combine(folder, StateFile), JsonSerializer.Serialize(draft with { Document = draft.Document with { Text = "" } }, Json) + "\n");
    }

    /// <summary>The draft of a folder, or null where there is none.</summary>
    /// <exception cref="InvalidDataException">It cannot be read; the message says why and what to do.</exception>
    public static Draft? Read(string folder)
    {
        var file = Path.Combine(folder, StateFile);
        if (!File.Exists(file)) return null;
        try
        {
            var draft = JsonSerializer.Deserialize<Draft>(File.ReadAllText(file), Json) ?? throw new JsonException("It is empty.");
            var text = File.ReadAllText(Path.Combine(folder, DossierText.TextFile));
            return draft with { Document = draft.Document with { Text = text } };
        }
        catch (Exception fault) when (fault is JsonException or FileNotFoundException)
        {
            throw new InvalidDataException(Messages.BrokenDraft(file, fault.Message), fault);
        }
    }

    /// <summary>The draft of a folder, to be decided about.</summary>
    /// <exception cref="InvalidDataException">
    /// There is none, it cannot be read, or its text is another than the one that was drafted from.
    /// </exception>
    public static Draft Open(string folder)
    {
        var draft = Read(folder) ?? throw new InvalidDataException(Messages.NoDraft(folder));
        return draft.Acts.All(act => draft.Document.Text.Contains(act.Found.Quote, StringComparison.Ordinal))
            ? draft
            : throw new InvalidDataException(Messages.NotTheText(Path.Combine(folder, DossierText.TextFile)));
    }

    /// <summary>What tells whether a draft on disk is still the one that was read: a hash of its files.</summary>
    public static string StampOf(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in new[] { StateFile, DossierText.TextFile, DossierFile })
            if (Path.Combine(folder, name) is var file && File.Exists(file)) hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static void Write(string file, string content) => UnfinishedFile.Write(file, Encoding.GetBytes(content));
}

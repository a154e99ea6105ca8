using System.Text.Json;
using Graph.Extraction.Drafts;

namespace Graph.Cli.Commands;

/// <summary>A text to draft from.</summary>
/// <param name="Name">What its draft is called.</param>
/// <param name="Article">The text, and what it says of itself.</param>
/// <param name="Context">Text before it that only tells whom its pronouns mean; empty for none.</param>
internal sealed record DraftInput(string Name, Article Article, string Context);

/// <summary>Finds the texts that a command line names.</summary>
internal static class DraftInputs
{
    private static readonly string[] Endings = [".txt", ".md", ".html", ".htm", ".xhtml"];

    /// <summary>The texts of files, folders, standard input (<c>-</c>) and corpora in JSON Lines.</summary>
    /// <exception cref="UsageException">A path names nothing.</exception>
    /// <exception cref="InvalidDataException">A file holds no text.</exception>
    public static IEnumerable<DraftInput> Of(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            if (path == "-")
            {
                using var memory = new MemoryStream();
                using var input = Console.OpenStandardInput();
                input.CopyTo(memory);
                yield return new("stdin", ArticleReader.Read(memory.ToArray(), "standard input"), "");
            }
            else if (Directory.Exists(path))
            {
                var files = Directory.GetFiles(path).Where(file => Endings.Contains(Path.GetExtension(file).ToLowerInvariant()))
                    .Order(StringComparer.Ordinal).ToList();
                if (files.Count == 0) throw new UsageException(DraftMessages.NoTexts(path));
                foreach (var file in files) yield return OfFile(file);
            }
            else if (!File.Exists(path)) throw new UsageException(DraftMessages.NotAPath(path));
            else if (path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase))
                foreach (var input in OfCorpus(path)) yield return input;
            else yield return OfFile(path);
        }
    }

    private static DraftInput OfFile(string file) =>
        new(Name(Path.GetFileNameWithoutExtension(file)), ArticleReader.Read(File.ReadAllBytes(file), file), "");

    // A line is an object with an id and a text (text or excerpt, with context or excerptPrefix before it; or file, beside the corpus).
    private static IEnumerable<DraftInput> OfCorpus(string corpus)
    {
        foreach (var (i, line) in File.ReadLines(corpus).Index())
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            DraftInput input;
            try
            {
                var item = JsonElement.Parse(line);
                var text = Text(item, "text") ?? Text(item, "excerpt");
                var article = text is not null ? new Article(text)
                    : Text(item, "file") is { } file
                        ? ArticleReader.Read(File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(corpus))!, file)), file)
                    : throw new InvalidDataException(DraftMessages.BadLine(corpus, i + 1, "It has no text."));
                input = new(Text(item, "id") ?? $"line-{i + 1}", article, Text(item, "context") ?? Text(item, "excerptPrefix") ?? "");
            }
            catch (Exception fault) when (fault is JsonException or InvalidOperationException)
            {
                throw new InvalidDataException(DraftMessages.BadLine(corpus, i + 1, "It is no JSON object."), fault);
            }

            yield return input;
        }
    }

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A name as a folder and a document can bear it.</summary>
    public static string Name(string text)
    {
        var name = string.Concat(text.Trim().Select(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or '.' ? letter : '-'))
            .Trim('-', '.');
        return name.Length == 0 ? "draft" : name.Length > 80 ? name[..80].TrimEnd('-', '.') : name;
    }
}

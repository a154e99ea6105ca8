using System.Text.Json;
using Graph.Extraction.Drafts;
using Graph.Model.Files;

namespace Graph.Cli.Commands;

/// <summary>A text to draft from.</summary>
/// <param name="Name">What its draft is called.</param>
/// <param name="Article">The text, and what it says of itself.</param>
/// <param name="Context">Text before it that only tells whom its pronouns mean; empty for none.</param>
/// <param name="Place">Where it stands: its file, and of a corpus the line.</param>
internal sealed record DraftInput(string Name, Article Article, string Context, string Place);

/// <summary>Finds the texts that a command line names.</summary>
internal static class DraftInputs
{
    private static readonly string[] Endings = [".txt", ".md", ".html", ".htm", ".xhtml"];

    /// <summary>The texts of files, folders, standard input (<c>-</c>) and corpora in JSON Lines.</summary>
    /// <param name="paths">What the command line names.</param>
    /// <param name="refuse">Told of each that cannot be read, in a sentence with its file; the others are read all the same.</param>
    /// <exception cref="UsageException">A path names nothing, or a folder without texts: found before anything is read.</exception>
    public static IEnumerable<DraftInput> Of(IReadOnlyCollection<string> paths, Action<string> refuse)
    {
        foreach (var path in paths.Where(path => path != "-"))
            if (Directory.Exists(path) ? !TextsIn(path).Any() : !File.Exists(path))
                throw new UsageException(Directory.Exists(path) ? DraftMessages.NoTexts(path) : DraftMessages.NotAPath(path));
        return paths.SelectMany(OfPath).Select(read => Sound(read, refuse)).OfType<DraftInput>();
    }

    // Each as what reads it, so that one that cannot be read leaves the next to be.
    private static IEnumerable<Func<DraftInput>> OfPath(string path) =>
        path == "-" ? [OfStandardInput]
        : Directory.Exists(path) ? TextsIn(path).Select<string, Func<DraftInput>>(file => () => OfFolderFile(file))
        : path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) ? OfReadableCorpus(path)
        : [() => OfFile(path)];

    private static DraftInput? Sound(Func<DraftInput> read, Action<string> refuse)
    {
        try
        {
            return read();
        }
        catch (InvalidDataException fault)
        {
            refuse(fault.Message);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            refuse(Messages.CheckPath(fault.Message));
        }

        return null;
    }

    private static IEnumerable<string> TextsIn(string folder) =>
        Directory.GetFiles(folder).Where(file => Endings.Contains(Path.GetExtension(file).ToLowerInvariant())).Order(StringComparer.Ordinal);

    private static DraftInput OfStandardInput()
    {
        using var memory = new MemoryStream();
        using var input = Console.OpenStandardInput();
        input.CopyTo(memory);
        return new("stdin", ArticleReader.Read(memory.ToArray(), "standard input"), "", "standard input");
    }

    // A pipe that somebody names is waited for; one that lies in a folder may be nobody's.
    private static DraftInput OfFolderFile(string file) =>
        OrdinaryFile.Is(file) ? OfFile(file) : throw new InvalidDataException(DraftMessages.NoFile(file));

    private static DraftInput OfFile(string file) =>
        new(Name(Path.GetFileNameWithoutExtension(file)), ArticleReader.Read(File.ReadAllBytes(file), file), "", file);

    // Lines are read as they are drafted: what goes wrong with the file between two of them is said in the place of the next, and ends it.
    private static IEnumerable<Func<DraftInput>> OfReadableCorpus(string corpus)
    {
        using var lines = OfCorpus(corpus).GetEnumerator();
        while (true)
        {
            Exception? broken = null;
            try
            {
                if (!lines.MoveNext()) yield break;
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                broken = fault;
            }

            if (broken is null) yield return lines.Current;
            else
            {
                yield return () => throw broken;
                yield break;
            }
        }
    }

    private static IEnumerable<Func<DraftInput>> OfCorpus(string corpus)
    {
        foreach (var (index, line) in File.ReadLines(corpus).Index())
            if (!string.IsNullOrWhiteSpace(line)) yield return () => OfLine(corpus, index + 1, line);
    }

    // A line is an object with an id and a text (text or excerpt, with context or excerptPrefix before it; or file, beside the corpus).
    private static DraftInput OfLine(string corpus, int number, string line)
    {
        try
        {
            var item = JsonElement.Parse(line);
            var text = Text(item, "text") ?? Text(item, "excerpt");
            var article = text is not null ? new Article(text)
                : Text(item, "file") is { } file
                    ? BesideCorpus(corpus, file)
                : throw new InvalidDataException(DraftMessages.BadLine(corpus, number, "It has no text."));
            return new(
                Text(item, "id") ?? $"line-{number}", article, Text(item, "context") ?? Text(item, "excerptPrefix") ?? "", $"{corpus}:{number}");
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException(DraftMessages.BadLine(corpus, number, "It is no JSON object."), fault);
        }
    }

    private static Article BesideCorpus(string corpus, string name)
    {
        var path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(corpus))!, name);
        return OrdinaryFile.Is(path) ? ArticleReader.Read(File.ReadAllBytes(path), name) : throw new InvalidDataException(DraftMessages.NoFile(path));
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

using Graph.GraphQL.Language;
using Graph.Import.Pipeline;
using Graph.Model.Files;

namespace Graph.Import.Sources;

/// <summary>
/// What a file is: told by its first bytes, not by its name. A name decides what of a folder is looked at, that a dossier is
/// one, and what a file is whose bytes tell nobody anything.
/// </summary>
/// <param name="formats">The formats there are.</param>
/// <param name="chosen">The format that somebody named for all files; null: each is recognised.</param>
internal sealed class FormatChoice(IReadOnlyList<IRecordSource> formats, IRecordSource? chosen)
{
    /// <summary>The endings of packed files, which are read as what they hold.</summary>
    private static readonly string[] PackedEndings = [".gz", ".zip"];

    /// <summary>The endings of tables: one that nobody recognises is told of, wherever it lies.</summary>
    private static readonly string[] TableEndings = [".csv", ".tsv", ".tab"];

    /// <summary>A file that was named, or the members of an archive.</summary>
    public IEnumerable<SourceFile> Of(string path)
    {
        // A dossier is a plain file with others beside it: it opens itself.
        if ((chosen ?? ByEnding(path)) is { OpensItsFiles: true } own) return [Plain(path, own)];
        var stream = SourceStream.Open(path);
        if (!stream.IsPacked && Archive.Begins(stream.Start))
        {
            var canReopen = stream.CanReopen;
            stream.Dispose();
            return canReopen ? MembersOf(path) : [Plain(path, formats[0]) with { Fault = ArchiveMessages.IsPipe() }];
        }

        var file = Recognised(Plain(path, formats[0]), stream);
        if (!stream.CanReopen) return [file with { Opened = stream }];
        stream.Dispose();
        return [file];
    }

    /// <summary>
    /// A file of a folder: one whose name is that of a format or table is read, and told of where nobody knows it; of others,
    /// such as the texts of dossiers, those that a format recognises.
    /// </summary>
    public IEnumerable<SourceFile> OfFolderFile(string path)
    {
        var named = ByEnding(path);
        var isOurs = named is not null || TableEndings.Contains(EndingOf(path), StringComparer.Ordinal);
        if (!isOurs && !formats.Any(format => format.SharedEndings.Contains(EndingOf(path), StringComparer.Ordinal)) && !IsArchive(path)) return [];
        try
        {
            if (!OrdinaryFile.Is(path)) return isOurs ? [Plain(path, named ?? formats[0]) with { Fault = Messages.NoFile() }] : [];
            var found = Of(path).ToList();
            return isOurs || found.Exists(IsSure) ? found : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return isOurs ? [Plain(path, named ?? formats[0]) with { Fault = Messages.CannotRead(exception.Message) }] : [];
        }
    }

    private IEnumerable<SourceFile> MembersOf(string path)
    {
        var (members, fault) = Archive.List(path);
        if (fault is not null) yield return Plain(path, formats[0]) with { Fault = fault };
        foreach (var member in members)
        {
            var file = new SourceFile($"{path}/{member.Name}", formats[0], member.PackedBytes)
            {
                Member = (path, member.Place),
                Fault = member.Fault,
            };
            yield return member.Fault is null ? Recognised(file) : file;
        }
    }

    private SourceFile Recognised(SourceFile member)
    {
        try
        {
            using var stream = member.Open();
            return Recognised(member, stream);
        }
        catch (InvalidDataException exception)
        {
            return member with { Fault = exception.Message };
        }
    }

    private SourceFile Recognised(SourceFile file, SourceStream stream)
    {
        var start = stream.Start;
        if (stream.IsPacked && (Archive.Begins(start) || start is [0x1F, 0x8B, ..])) return file with { Fault = ArchiveMessages.Nested() };
        if (chosen is not null) return file with { Format = chosen };
        var named = ByEnding(file.Path);
        foreach (var format in formats)
            if (format.Recognises(start)) return file with { Format = format };
        if (named is not null) return file with { Format = named };
        var isTable = TableEndings.Contains(EndingOf(file.Path), StringComparer.Ordinal);
        if (start.IsEmpty && isTable)
            return file with
            {
                Format = formats.FirstOrDefault(format => format.SharedEndings.Contains(EndingOf(file.Path), StringComparer.Ordinal)) ?? formats[0],
            };
        if (isTable || TableLook.IsTable(start)) return file with { Fault = Utf8Text.Foreign(start) ?? TableLook.Describe(start) };
        foreach (var format in formats)
            if (format.MayBe(start)) return file with { Format = format };
        return file with { Fault = Utf8Text.Foreign(start) ?? TableLook.Describe(start) };
    }

    private bool IsSure(SourceFile file)
    {
        if (file.Fault is not null) return false;
        try
        {
            return file.Format.Recognises(file.Peek());
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private IRecordSource? ByEnding(string path) =>
        formats.FirstOrDefault(format => format.Endings.Contains(EndingOf(path), StringComparer.Ordinal));

    private static SourceFile Plain(string path, IRecordSource format) => new(path, format, new FileInfo(path).Length);

    private static bool IsArchive(string path) => path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    private static string EndingOf(string path)
    {
        var packed = PackedEndings.FirstOrDefault(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
        return Path.GetExtension(packed is null ? path : path[..^packed.Length]).ToLowerInvariant();
    }
}

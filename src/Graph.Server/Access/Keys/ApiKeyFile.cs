using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Graph.Model.Files;

namespace Graph.Server.Access.Keys;

/// <summary>
/// The file of the keys: JSON that people can read, and nothing in it that lets anybody in. What is not understood is a fault: a restriction
/// that somebody wrote into it must not be passed over.
/// </summary>
public static class ApiKeyFile
{
    /// <summary>Most keys of one file: each is compared with what a caller gives, some 50 ns.</summary>
    public const int MaxKeys = 1_000;

    /// <summary>A file of that many keys has a third of it.</summary>
    private const long MaxBytes = 1_000_000;

    private const int HashDigits = 64;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    /// <summary>The keys of a file, or a sentence that says why it cannot be read and what to do.</summary>
    public static (IReadOnlyList<ApiKey> Keys, string? Fault) Read(string path)
    {
        try
        {
            if (!File.Exists(path)) return ([], Messages.NoKeyFile(path));
            var bytes = ReadAtMost(path, MaxBytes + 1);
            if (bytes.Length > MaxBytes) return ([], Messages.KeyFileFaults(path, [Messages.KeyFileTooLong(MaxBytes)]));
            var content = JsonSerializer.Deserialize<Content>(bytes, Json);
            if (content?.Keys is null) return ([], Messages.KeyFileFaults(path, [Messages.KeyFileHasNoList]));
            var faults = new List<string>();
            if (content.Keys.Count > MaxKeys) faults.Add(Messages.TooManyKeys(MaxKeys));
            var keys = content.Keys.Select((entry, index) => KeyOf(entry, index + 1, faults)).OfType<ApiKey>().ToList();
            var twice = keys.GroupBy(key => key.Name, StringComparer.Ordinal).Where(same => same.Count() > 1);
            faults.AddRange(twice.Select(same => Messages.KeyNameTwice(same.Key)));
            return faults.Count == 0 ? (keys, null) : ([], Messages.KeyFileFaults(path, faults));
        }
        catch (JsonException fault)
        {
            return ([], Messages.KeyFileNotJson(path, fault.LineNumber + 1, fault.Path));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return ([], Messages.KeyFileUnreadable(path, fault.Message));
        }
    }

    /// <summary>
    /// Changes the keys of a file, which is made where it is not there. It takes its name when it is whole; two that change it wait for each
    /// other. On Unix its owner alone can read it.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="change">Gives the keys that there are to be.</param>
    /// <exception cref="InvalidDataException">It cannot be read or holds something else; the message says what.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Change(string path, Func<IReadOnlyList<ApiKey>, IReadOnlyList<ApiKey>> change)
    {
        using var turn = TakeTurn(path);
        IReadOnlyList<ApiKey> keys = [];
        if (File.Exists(path))
        {
            (keys, var fault) = Read(path);
            if (fault is not null) throw new InvalidDataException(fault);
        }

        var content = new Content([.. change(keys).Select(EntryOf)]);
        using var unfinished = new UnfinishedFile(path);
        using (var file = new FileStream(unfinished.Path, ForOwner(FileMode.Create)))
        {
            file.Write(JsonSerializer.SerializeToUtf8Bytes(content, Json));
            file.Write("\n"u8);
            file.Flush(flushToDisk: true);
        }

        unfinished.Keep();
    }

    private static byte[] ReadAtMost(string path, long most)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[Math.Min(file.Length, most)];
        return bytes[..file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }

    private static ApiKey? KeyOf(Entry? entry, int number, List<string> faults)
    {
        if (entry is null)
        {
            faults.Add(Messages.KeyLacks(number, "everything"));
            return null;
        }

        var before = faults.Count;
        if (!ApiKey.IsName(entry.Name ?? "")) faults.Add(Messages.KeyNameInFile(number));
        else if (entry.Name!.Equals(ApiKey.All, StringComparison.OrdinalIgnoreCase)) faults.Add(Messages.KeyNamedAll(number, entry.Name));
        if (entry.Sha256 is not { Length: HashDigits } || !entry.Sha256.All(char.IsAsciiHexDigitLower))
            faults.Add(Messages.KeyLacks(number, "the hash of a key"));
        if (entry.Made is null) faults.Add(Messages.KeyLacks(number, "the time when it was made"));
        var roles = new List<Role>();
        foreach (var name in entry.Roles ?? [])
        {
            if (Roles.Parse(name ?? "", out var fault) is { } role) roles.Add(role);
            else faults.Add(Messages.InKey(number, fault));
        }

        if (entry.Roles is not { Count: > 0 }) faults.Add(Messages.KeyLacks(number, "a role"));
        IReadOnlyList<string>? datasets = entry.Datasets is { } given ? [.. given.Select(name => name ?? "")] : null;
        if (datasets is not null) faults.AddRange(ApiKey.FaultsOf(datasets, roles).Select(fault => Messages.InKey(number, fault)));
        if (faults.Count > before) return null;
        return new(entry.Name!, [.. roles.Distinct()], entry.Sha256!, entry.Made!.Value, entry.Ends) { Datasets = datasets };
    }

    private static Entry EntryOf(ApiKey key) => new()
    {
        Name = key.Name,
        Roles = [.. key.Roles.Select(Roles.NameOf)],
        Datasets = key.Datasets,
        Sha256 = key.Sha256,
        Made = key.Made,
        Ends = key.Ends,
    };

    /// <summary>Holds a file beside, which stays: to remove it would let two hold one of that name at once.</summary>
    private static FileStream TakeTurn(string path)
    {
        const int Tries = 100;
        var pause = TimeSpan.FromMilliseconds(50);
        var hasFolder = Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path)));
        for (var tried = 1; ; tried++)
        {
            try
            {
                return new($"{path}.lock", ForOwner(FileMode.OpenOrCreate));
            }
            catch (IOException) when (hasFolder && tried < Tries)
            {
                Thread.Sleep(pause);
            }
        }
    }

    private static FileStreamOptions ForOwner(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    private sealed record Content(IReadOnlyList<Entry?>? Keys);

    private sealed record Entry
    {
        public string? Name { get; init; }

        public IReadOnlyList<string?>? Roles { get; init; }

        public IReadOnlyList<string?>? Datasets { get; init; }

        public string? Sha256 { get; init; }

        public DateTimeOffset? Made { get; init; }

        public DateTimeOffset? Ends { get; init; }
    }
}

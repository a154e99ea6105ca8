using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Graph.Server.Access.Keys;

/// <summary>
/// The keys that are let in now: those of a file, which is read again when it has changed, so that a key that is taken back is refused a
/// second later. While the file cannot be read no key is let in, and the log says why.
/// </summary>
internal sealed partial class ApiKeys
{
    /// <summary>How long a change may go unseen.</summary>
    private static readonly TimeSpan Unseen = TimeSpan.FromSeconds(1);

    private readonly string path;
    private readonly ILogger log;
    private readonly Lock gate = new();
    private readonly FileChanges changes;
    private volatile Kept[] keys = [];

    public ApiKeys(string path, TimeProvider time, ILogger log)
    {
        (this.path, this.log, changes) = (path, log, new([path], Unseen, time));
        Read();
    }

    /// <summary>The key of a text, also one that has ended; null for no key.</summary>
    public ApiKey? Find(string text)
    {
        if (text.Length > ApiKey.MaxCharacters) return null;
        lock (gate)
        {
            if (changes.HaveCome()) Read();
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        ApiKey? found = null;
        // All are compared, each in the same time: how long it takes tells nothing of any.
        foreach (var key in keys)
            if (CryptographicOperations.FixedTimeEquals(hash, key.Hash)) found = key.Key;
        return found;
    }

    /// <summary>The sets of datasets that keys are held to.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Datasets => [.. keys.Select(key => key.Key.Datasets).OfType<IReadOnlyList<string>>()];

    private void Read()
    {
        var (read, fault) = ApiKeyFile.Read(path);
        if (fault is not null) CannotRead(log, fault);
        keys = [.. read.Select(key => new Kept(key, Convert.FromHexString(key.Sha256)))];
    }

    [LoggerMessage(20, LogLevel.Error, "No key is let in until this is mended: {Fault}")]
    private static partial void CannotRead(ILogger logger, string fault);

    private sealed record Kept(ApiKey Key, byte[] Hash);
}

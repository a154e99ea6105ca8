using Graph.Server.Access;
using Graph.Server.Access.Keys;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Graph.Server.Tests.Access;

public sealed class FilesOfKeys : IDisposable
{
    private const string Hash = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private readonly KeyFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void HoldsTheHashAloneAndIsItsOwnersAlone()
    {
        var text = folder.Add("ada", null, Role.Read, Role.Operate);
        Assert.Matches("^graph_[A-Za-z0-9_-]{43}$", text);
        var written = File.ReadAllText(folder.File);
        Assert.DoesNotContain(text[6..], written, StringComparison.Ordinal);
        Assert.Contains(ApiKey.HashOf(text), written, StringComparison.Ordinal);
        var key = Assert.Single(ApiKeyFile.Read(folder.File).Keys);
        Assert.Equal(("ada", "Read Operate"), (key.Name, string.Join(' ', key.Roles)));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.File));
    }

    [Fact]
    public void LosesNoKeyWhenManyAddOneAtOnce()
    {
        Parallel.For(0, 12, new() { MaxDegreeOfParallelism = 4 }, number => folder.Add($"key-{number}"));
        Assert.Equal(12, ApiKeyFile.Read(folder.File).Keys.Count);
    }

    [Theory]
    [InlineData("", "line 1 is not what graph keys writes. Correct it, or put a copy back.")]
    [InlineData("null", "it has no list \"keys\".")]
    [InlineData("{ \"keys\": [ null ] }", "key 1 lacks everything.")]
    [InlineData("{ \"keys\": [ {} ] }", "key 1 has no name of letters, digits and -_. alone. key 1 lacks the hash of a key. key 1 lacks the time when it was made. key 1 lacks a role.")]
    [InlineData("{ \"keys\": [\n { \"name\": \"a\", \"tenants\": [\"x\"] } ] }", "line 2, at keys[0].tenants, is not what graph keys writes. Correct it, or put a copy back.")]
    [InlineData("{ \"keys\": [ { \"name\": \"All\", \"roles\": [\"read\"], \"sha256\": \"" + Hash + "\", \"made\": \"2026-01-01T00:00:00Z\" } ] }", "key 1 is called All, which reads as if it were every key; call it after who has it, or what it is for.")]
    [InlineData("{ \"keys\": [ { \"name\": \"a\", \"roles\": [\"admin\"], \"sha256\": \"" + Hash + "\", \"made\": \"2026-01-01T00:00:00Z\" } ] }", "key 1: There is no role \"admin\". Choose from read, operate.")]
    [InlineData("{ \"keys\": [ { \"name\": \"a\", \"roles\": [\"read:gdelt\"], \"sha256\": \"" + Hash + "\", \"made\": \"2026-01-01T00:00:00Z\" } ] }", "key 1: There is no role \"read:gdelt\". A key is held to datasets with --datasets NAME,NAME beside the role read.")]
    [InlineData("{ \"keys\": [ { \"name\": \"a\", \"roles\": [\"read\"], \"datasets\": [], \"sha256\": \"" + Hash + "\", \"made\": \"2026-01-01T00:00:00Z\" } ] }", "key 1: Name the datasets that the key is held to, or leave them out for the whole graph.")]
    [InlineData("{ \"keys\": [ { \"name\": \"a\", \"roles\": [\"read\"], \"datasets\": [\"x\", null], \"sha256\": \"" + Hash + "\", \"made\": \"2026-01-01T00:00:00Z\" } ] }", "key 1: Name the datasets that the key is held to, or leave them out for the whole graph.")]
    [InlineData("{ \"keys\": [ { \"name\": \"a\", \"roles\": [\"read\"], \"datasets\": [\"x\", \"All\"], \"sha256\": \"" + Hash + "\", \"made\": \"2026-01-01T00:00:00Z\" } ] }", "key 1: No key can be held to a dataset that is called \"all\" or \"*\", for that is how the whole graph is told. Leave the datasets out for the whole graph, or import the dataset in another name.")]
    [InlineData("{ \"keys\": [ { \"name\": \"a\", \"roles\": [\"read\", \"operate\"], \"datasets\": [\"x\"], \"sha256\": \"" + Hash + "\", \"made\": \"2026-01-01T00:00:00Z\" } ] }", "key 1: A key that is held to datasets can have no role but read: give another key to whoever sees how the server fares.")]
    public void SaysWhatItDoesNotUnderstandAndLetsNobodyIn(string text, string expected)
    {
        var (keys, fault) = ApiKeyFile.Read(folder.Write(text));
        Assert.Empty(keys);
        Assert.Equal($"The keys in '{folder.File}' cannot be read: {expected}", fault);
        var refused = Assert.Throws<InvalidDataException>(() => ApiKeyFile.Change(folder.File, all => all));
        Assert.Equal((fault, text), (refused.Message, File.ReadAllText(folder.File)));
    }

    [Fact]
    public void SaysThatTwoKeysHaveOneName()
    {
        folder.Add("a");
        folder.Add("a");
        Assert.Equal($"The keys in '{folder.File}' cannot be read: two keys are called a.", ApiKeyFile.Read(folder.File).Fault);
    }

    [Fact]
    public void AKeyThatIsTakenBackIsRefusedASecondLaterAndNoneIsLetInFromAFileThatCannotBeRead()
    {
        var (first, second) = (folder.Add("first"), folder.Add("second"));
        var (time, log) = (new Clock(), new Lines());
        var keys = new ApiKeys(folder.File, time, log);
        Assert.Equal("first", keys.Find(first)?.Name);
        folder.Revoke("first");
        Assert.NotNull(keys.Find(first));
        time.Seconds++;
        Assert.Equal((null, "second"), (keys.Find(first)?.Name, keys.Find(second)?.Name));
        folder.Write("{");
        time.Seconds++;
        Assert.Null(keys.Find(second));
        Assert.Contains("No key is let in until this is mended: The keys in", Assert.Single(log.Written), StringComparison.Ordinal);
        File.Delete(folder.File);
        time.Seconds++;
        Assert.Null(keys.Find(second));
        var third = folder.Add("third");
        time.Seconds++;
        Assert.Equal("third", keys.Find(third)?.Name);
        Assert.All(log.Written, line => Assert.DoesNotContain("graph_", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("graph_")]
    [InlineData("ключ")]
    public void NothingElseIsAKey(string given)
    {
        var text = folder.Add("a");
        var keys = new ApiKeys(folder.File, TimeProvider.System, NullLogger.Instance);
        foreach (var wrong in (string[])[given, text + given + " ", text.ToUpperInvariant(), text[..^1], text + text + text, ApiKey.HashOf(text), new('a', 1_000_000)])
            Assert.Null(keys.Find(wrong));
    }

    private sealed class Lines : ILogger
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Add(formatter(state, exception));
    }
}

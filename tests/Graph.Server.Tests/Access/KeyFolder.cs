using Graph.Server.Access;
using Graph.Server.Access.Keys;

namespace Graph.Server.Tests.Access;

/// <summary>A folder with a file of keys, which goes with the test.</summary>
internal sealed class KeyFolder : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("graph-keys-").FullName;

    public string File => Path.Combine(folder, "keys.json");

    /// <summary>Adds a key and gives its text.</summary>
    public string Add(string name, DateTimeOffset? ends = null, params Role[] roles) =>
        Add(new(name, roles is [] ? [Role.Read] : roles, "", DateTimeOffset.UnixEpoch, ends));

    /// <summary>Adds a key that is held to datasets.</summary>
    public string AddHeld(string name, params string[] datasets) =>
        Add(new(name, [Role.Read], "", DateTimeOffset.UnixEpoch, null) { Datasets = datasets });

    private string Add(ApiKey key)
    {
        var text = ApiKey.NewText();
        ApiKeyFile.Change(File, keys => [.. keys, key with { Sha256 = ApiKey.HashOf(text) }]);
        return text;
    }

    public void Revoke(string name) => ApiKeyFile.Change(File, keys => [.. keys.Where(key => key.Name != name)]);

    public string Write(string text)
    {
        System.IO.File.WriteAllText(File, text);
        return File;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}

using System.Text.Json;
using Graph.Cli;
using YamlDotNet.RepresentationModel;

namespace Graph.EndToEnd.Tests;

/// <summary>The image, and the unit for systemd and the manifests for Kubernetes in <c>docs/deploy</c>: what they call, this program understands.</summary>
public sealed class Deployments
{
    [Fact]
    public void TheUnitCallsTheProgramRightly()
    {
        var unit = File.ReadAllText(PathOf("graph.service")).Replace("\\\n", " ", StringComparison.Ordinal);
        var call = Assert.Single(unit.Split('\n'), line => line.StartsWith("ExecStart=", StringComparison.Ordinal));
        var words = call["ExecStart=".Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("/usr/local/bin/graph", words[0]);
        IsUnderstood(words[1..], "serve");
        foreach (var file in words.Where(word => word.StartsWith("%d/", StringComparison.Ordinal)))
            Assert.Contains($"LoadCredential={file[3..]}:", unit, StringComparison.Ordinal);
    }

    [Fact]
    public void TheImageCallsTheProgramRightly()
    {
        var image = File.ReadAllText(Path.Combine(Repository.Root, "Dockerfile"));
        Assert.Equal(["dotnet", "/app/graph.dll"], Words("ENTRYPOINT"));
        IsUnderstood(Words("CMD"), "serve");
        Assert.Contains($":{After("EXPOSE")}", Words("CMD")[^1], StringComparison.Ordinal);
        // The graph lies where its user may write, also into a volume that is new.
        Assert.Contains("GRAPH_STORE=sqlite:/data/graph.db", image, StringComparison.Ordinal);
        Assert.Contains("\nCOPY --from=build --chown=1654:1654 /data /data\n", image, StringComparison.Ordinal);

        string After(string instruction) =>
            Assert.Single(image.Split('\n'), line => line.StartsWith($"{instruction} ", StringComparison.Ordinal))[(instruction.Length + 1)..];
        string[] Words(string instruction) => JsonSerializer.Deserialize<string[]>(After(instruction))!;
    }

    [Fact]
    public async Task ThePortOfAnImageIsNotTalkedAbout()
    {
        using var folder = new TemporaryFolder();
        AccusationFile.Write(folder["talks.jsonl"], accusations: 1);
        using var server = GraphProcess.Start(
            folder.Path,
            new Dictionary<string, string> { ["ASPNETCORE_HTTP_PORTS"] = "8080", ["ASPNETCORE_HTTPS_PORTS"] = "8443" },
            "serve", "--import", "talks.jsonl", "--store", "sqlite:talks.db", "--urls", "http://127.0.0.1:0");
        await server.UntilAsync(said => said.Contains("Ctrl+C ends it", StringComparison.Ordinal));
        server.Interrupt();
        Assert.DoesNotContain("PORTS", (await server.EndAsync()).Succeeds().Talk, StringComparison.Ordinal);
    }

    [Fact]
    public void TheManifestsCallTheProgramRightly()
    {
        var stream = new YamlStream();
        using (var text = File.OpenText(PathOf("kubernetes.yaml"))) stream.Load(text);
        var named = stream.Documents.ToDictionary(document => Text(document.RootNode, "kind"), document => document.RootNode, StringComparer.Ordinal);
        var pod = At(named["Deployment"], "spec", "template", "spec");
        var migration = Assert.Single((YamlSequenceNode)At(pod, "initContainers"));
        var program = Assert.Single((YamlSequenceNode)At(pod, "containers"));
        IsUnderstood(Arguments(migration), "migrate");
        IsUnderstood(Arguments(program), "serve");
        Assert.Equal(Text(migration, "image"), Text(program, "image"));

        var port = Assert.Single((YamlSequenceNode)At(program, "ports"));
        Assert.Contains($"--urls=http://0.0.0.0:{Text(port, "containerPort")}", Arguments(program));
        var keys = Assert.Single((YamlSequenceNode)At(program, "volumeMounts"), mount => Text(mount, "name") == "keys");
        Assert.Contains($"--keys={Text(keys, "mountPath")}/keys.json", Arguments(program));
        Assert.Equal(
            ["/health/live", "/health/live", "/health/ready"],
            new[] { "startupProbe", "livenessProbe", "readinessProbe" }.Select(probe => Text(At(program, probe, "httpGet"), "path")));
        Assert.Equal(Text(port, "name"), Text(Assert.Single((YamlSequenceNode)At(named["Service"], "spec", "ports")), "targetPort"));
    }

    private static void IsUnderstood(string[] arguments, string command)
    {
        var parsed = GraphCommand.Create().Parse(arguments);
        Assert.Empty(parsed.Errors);
        Assert.Equal(command, parsed.CommandResult.Command.Name);
    }

    private static string PathOf(string file) => Path.Combine(Repository.Root, "docs", "deploy", file);

    private static string[] Arguments(YamlNode container) => [.. ((YamlSequenceNode)At(container, "args")).Select(argument => argument.ToString())];

    private static string Text(YamlNode node, string name) => At(node, name).ToString();

    private static YamlNode At(YamlNode node, params string[] way) =>
        way.Aggregate(node, (found, name) => ((YamlMappingNode)found).Children[new YamlScalarNode(name)]);
}

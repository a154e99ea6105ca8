using System.Net;
using System.Text;

namespace Graph.EndToEnd.Tests;

/// <summary>An import as a collector sees it (OTLP), and without one that answers.</summary>
public sealed class MeasuredImports : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task AreToldToTheCollectorThatTheCustomaryVariablesName()
    {
        using var collector = new HttpListener();
        var url = Listen(collector);
        var told = new StringBuilder();
        var taking = TakeAsync(collector, told);
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = url,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_SERVICE_NAME"] = "nightly-import",
        };
        var people = folder.Write("people.jsonl", """{"type":"node","id":"1","labels":["Person","Actor"],"properties":{"id":"ada","name":"Ada"}}""");
        (await GraphProcess.RunAsync(folder.Path, environment, "import", people, "--store", "sqlite:a.db")).Succeeds();
        collector.Stop();
        await taking;
        var board = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "grafana", "operators", "server.json"));
        foreach (var (name, inPrometheus) in ((string, string?)[])[
            ("graph.import.records", "graph_import_records_total"), ("graph.outcome", "graph_outcome"), ("written", null), ("graph.import.bytes", null),
            ("graph.import.duration", null), ("Complete", null), ("db.client.connection.count", "db_client_connection_count"), ("nightly-import", null)])
        {
            Assert.Contains(name, told.ToString(), StringComparison.Ordinal);
            if (inPrometheus is not null) Assert.Contains(inPrometheus, board, StringComparison.Ordinal);
        }
    }

    private static string Listen(HttpListener collector)
    {
        // The port of a listener that has ended is free for a moment.
        using var free = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
        free.Stop();
        collector.Prefixes.Add(url);
        collector.Start();
        return url;
    }

    private static async Task TakeAsync(HttpListener collector, StringBuilder told)
    {
        try
        {
            while (true)
            {
                var request = await collector.GetContextAsync();
                using var body = new StreamReader(request.Request.InputStream, Encoding.Latin1);
                told.Append(await body.ReadToEndAsync());
                request.Response.Close();
            }
        }
        catch (Exception end) when (end is HttpListenerException or ObjectDisposedException)
        {
            // The test has stopped it.
        }
    }
}

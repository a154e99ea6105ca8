using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Graph.Tests;

/// <summary>A headless Chromium with one page open, driven over the DevTools protocol.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly Process process;
    private readonly string profile;
    private readonly ClientWebSocket socket = new();
    private int calls;

    private Chromium(Process process, string profile)
    {
        this.process = process;
        this.profile = profile;
    }

    /// <summary>The browser's program: <c>GRAPH_TEST_CHROMIUM</c> or where systems keep it; null where there is none.</summary>
    public static string? Path { get; }
        = Environment.GetEnvironmentVariable("GRAPH_TEST_CHROMIUM") is { Length: > 0 } given ? given : Array.Find(Places, File.Exists);

    /// <summary>Opens a page.</summary>
    public static async Task<Chromium> OpenAsync(string url)
    {
        var folder = Directory.CreateTempSubdirectory("graph-chromium-").FullName;
        var start = new ProcessStartInfo(Path!)
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        foreach (var argument in (string[])["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--window-size=1500,1100", "--remote-debugging-port=0", $"--user-data-dir={folder}", "about:blank"])
            start.ArgumentList.Add(argument);
        var running = Process.Start(start)!;
        running.BeginErrorReadLine();
        running.BeginOutputReadLine();
        var browser = new Chromium(running, folder);
        await browser.ConnectAsync();
        await browser.CallAsync("Page.navigate", new { url });
        return browser;
    }

    /// <summary>Waits until a JavaScript expression is true in the page.</summary>
    public async Task UntilAsync(string expression)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (await EvaluateAsync(expression) is not { ValueKind: JsonValueKind.True })
        {
            if (limit.IsCancellationRequested)
                Assert.Fail($"{expression} did not become true within {Patience.TotalSeconds} s. The page says:\n{await EvaluateAsync("document.body.innerText")}");
            await Task.Delay(50);
        }
    }

    /// <summary>The value of a JavaScript expression in the page.</summary>
    public async Task<JsonElement> EvaluateAsync(string expression)
    {
        var answer = await CallAsync("Runtime.evaluate", new { expression, returnByValue = true, awaitPromise = true });
        return answer.GetProperty("result").TryGetProperty("value", out var value) ? value : default;
    }

    /// <summary>Calls a method of the DevTools protocol.</summary>
    public async Task<JsonElement> CallAsync(string method, object parameters)
    {
        using var limit = new CancellationTokenSource(Patience);
        var id = ++calls;
        await socket.SendAsync(
            JsonSerializer.SerializeToUtf8Bytes(new { id, method, @params = parameters }),
            WebSocketMessageType.Text,
            true,
            limit.Token);
        while (true)
        {
            var message = await ReceiveAsync(limit.Token);
            if (message.TryGetProperty("id", out var answered) && answered.GetInt32() == id) return message.GetProperty("result");
        }
    }

    /// <summary>Keeps a picture of the page, a PNG.</summary>
    public async Task PictureAsync(string file)
    {
        var picture = await CallAsync("Page.captureScreenshot", new { format = "png" });
        await File.WriteAllBytesAsync(file, picture.GetProperty("data").GetBytesFromBase64());
    }

    public async ValueTask DisposeAsync()
    {
        socket.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(profile, recursive: true);
    }

    private async Task ConnectAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        var file = System.IO.Path.Combine(profile, "DevToolsActivePort");
        while (!File.Exists(file) || (await File.ReadAllLinesAsync(file, limit.Token)).Length < 2) await Task.Delay(50, limit.Token);
        var port = (await File.ReadAllLinesAsync(file, limit.Token))[0];
        using var client = new HttpClient();
        var targets = JsonElement.Parse(await client.GetStringAsync($"http://127.0.0.1:{port}/json", limit.Token));
        var page = targets.EnumerateArray().First(target => target.GetProperty("type").GetString() == "page");
        await socket.ConnectAsync(new Uri(page.GetProperty("webSocketDebuggerUrl").GetString()!), limit.Token);
    }

    private async Task<JsonElement> ReceiveAsync(CancellationToken cancellationToken)
    {
        using var message = new MemoryStream();
        var buffer = new byte[16 * 1024];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
            message.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return JsonElement.Parse(Encoding.UTF8.GetString(message.ToArray()));
    }
}

/// <summary>A fact that needs Chromium; skipped, saying so, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NeedsChromiumAttribute : FactAttribute
{
    public NeedsChromiumAttribute()
    {
        if (Chromium.Path is null) Skip = "No Chromium at hand: install it, or set GRAPH_TEST_CHROMIUM to its program.";
    }
}

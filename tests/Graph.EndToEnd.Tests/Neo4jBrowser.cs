using System.Text.Json;
using Graph.Tests;

namespace Graph.EndToEnd.Tests;

/// <summary>Neo4j Browser in Chromium, connected to a database and used as a person uses it: typing, and dropping files.</summary>
internal sealed class Neo4jBrowser : IAsyncDisposable
{
    private const string FirstFrame = "document.querySelector('[data-testid=frame]')";

    private readonly Chromium page;

    private Neo4jBrowser(Chromium page) => this.page = page;

    /// <summary>Opens the Browser that a server serves, and connects it without authentication.</summary>
    public static async Task<Neo4jBrowser> OpenAsync(StartedNeo4j server)
    {
        var opened = await Chromium.OpenAsync(
            $"{server.HttpUri}/browser/?dbms={Uri.EscapeDataString(server.BoltUri)}&preselectAuthMethod={Uri.EscapeDataString("[NO_AUTH]")}");
        try
        {
            await opened.UntilAsync("!!document.querySelector('[data-testid=connect]')");
            await opened.EvaluateAsync("document.querySelector('[data-testid=connect]').click()");
            await opened.UntilAsync("/working connection|You are connected/.test(document.body.innerText)");
            return new(opened);
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Runs a command or a statement alone in the stream, and waits for a frame that is as expected, or for one that has ended
    /// otherwise.
    /// </summary>
    public async Task<Frame> RunAsync(string text, Func<Frame, bool> isExpected)
    {
        await TypeAsync(":clear");
        await page.UntilAsync($"{FirstFrame} === null");
        await TypeAsync(text);
        await page.UntilAsync($"{FirstFrame} !== null");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var frame = await FrameAsync();
            if (isExpected(frame) || frame.Error.Length > 0 || patience.IsCancellationRequested) return frame;
            await Task.Delay(50, CancellationToken.None);
        }
    }

    /// <summary>Types into the editor and runs it.</summary>
    public async Task TypeAsync(string text)
    {
        await page.EvaluateAsync("document.querySelector('[data-testid=activeEditor] textarea').focus()");
        await page.CallAsync("Input.insertText", new { text });
        foreach (var type in (string[])["keyDown", "keyUp"])
            await page.CallAsync("Input.dispatchKeyEvent", new { type, modifiers = 2, key = "Enter", code = "Enter", windowsVirtualKeyCode = 13 });
    }

    /// <summary>Drops a file onto the page, again where the page was not ready for it, until an expression is true.</summary>
    public async Task DropAsync(string file, string expression)
    {
        for (var attempt = 0; attempt < 20; attempt++)
        {
            foreach (var type in (string[])["dragEnter", "dragOver", "dragOver", "drop"])
                await page.CallAsync(
                    "Input.dispatchDragEvent",
                    new { type, x = 700, y = 500, data = new { items = Array.Empty<object>(), files = new[] { file }, dragOperationsMask = 1 } });
            for (var look = 0; look < 20; look++)
            {
                if (await page.EvaluateAsync(expression) is { ValueKind: JsonValueKind.True }) return;
                await Task.Delay(50);
            }
        }

        Assert.Fail($"{file} was dropped, and {expression} did not become true.");
    }

    /// <summary>Waits until a JavaScript expression is true in the page.</summary>
    public Task UntilAsync(string expression) => page.UntilAsync(expression);

    /// <summary>Clicks on what a selector finds, where it finds something.</summary>
    public async Task ClickAsync(string selector) => await page.EvaluateAsync($"document.querySelector('{selector}')?.click()");

    /// <summary>Keeps a picture of the page.</summary>
    public Task PagePictureAsync(string file) => page.PictureAsync(file);

    /// <summary>Keeps a picture of the first frame, in full size, once the nodes have found their places.</summary>
    public async Task FramePictureAsync(string file)
    {
        const string Places = "[...document.querySelectorAll('g.node')].map(node => node.getAttribute('transform')).join()";
        await page.EvaluateAsync($"{FirstFrame}?.querySelector('[title=Fullscreen]')?.click()");
        var places = "";
        for (var look = 0; look < 40; look++)
        {
            await Task.Delay(250);
            var now = (await page.EvaluateAsync(Places)).GetString()!;
            if (now == places) break;
            places = now;
        }

        await page.PictureAsync(file);
        await page.EvaluateAsync($"{FirstFrame}?.querySelector('[title=\"Close fullscreen\"]')?.click()");
    }

    public ValueTask DisposeAsync() => page.DisposeAsync();

    private async Task<Frame> FrameAsync() => (await page.EvaluateAsync(
        $$"""
        (() => {
          const frame = {{FirstFrame}};
          const all = (selector, read) => [...frame.querySelectorAll(selector)].map(read);
          const written = group => [...group.querySelectorAll('text')].map(line => line.textContent.trim()).join(' ').replace(/\s+/g, ' ').trim();
          return {
            views: frame.innerText.split('\n').map(line => line.trim()).filter(line => /^(Graph|Table|Text|Warn|Code|Error)$/.test(line)),
            error: /\bERROR\b/.test(frame.innerText) ? frame.innerText : '',
            nodes: all('g.node', written),
            relationships: all('g.relationship', written),
            cells: all('th, td', cell => cell.innerText.trim()),
          };
        })()
        """)).Deserialize<Frame>(JsonSerializerOptions.Web)!;
}

/// <summary>What a frame of the stream shows.</summary>
/// <param name="Views">The views it offers: <c>Graph</c> is there when there is a graph to draw, <c>Warn</c> when the server warns.</param>
/// <param name="Error">The text of a frame that tells an error, otherwise empty.</param>
/// <param name="Nodes">The captions of the nodes on the canvas.</param>
/// <param name="Relationships">The captions of the relationships on the canvas.</param>
/// <param name="Cells">The cells of the table, heads included.</param>
internal sealed record Frame(string[] Views, string Error, string[] Nodes, string[] Relationships, string[] Cells);

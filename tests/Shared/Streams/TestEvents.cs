using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Graph.Tests;

/// <summary>A stream of Server-Sent Events as a client reads it.</summary>
internal sealed class TestEvents : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpResponseMessage answer;
    private readonly StreamReader reader;

    private TestEvents(HttpResponseMessage answer, Stream body) => (this.answer, reader) = (answer, new(body));

    /// <summary>Asks for a stream.</summary>
    /// <param name="client">Who asks.</param>
    /// <param name="url">The address of the API.</param>
    /// <param name="request">The request, as it becomes JSON.</param>
    /// <param name="key">The key that is shown.</param>
    public static async Task<TestEvents> OpenAsync(HttpClient client, string url, object request, string? key = null)
    {
        using var content = new StringContent(JsonSerializer.Serialize(request), Encoding.UTF8, "application/json");
        using var asked = new HttpRequestMessage(HttpMethod.Post, url) { Content = content };
        asked.Headers.Accept.ParseAdd("text/event-stream");
        if (key is not null) asked.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        var answer = await client.SendAsync(asked, HttpCompletionOption.ResponseHeadersRead).WaitAsync(Patience);
        return new(answer, await answer.Content.ReadAsStreamAsync());
    }

    public int Status => (int)answer.StatusCode;

    /// <summary>The next event or comment, its lines as they came; empty where the stream has ended.</summary>
    public async Task<string> NextAsync()
    {
        var lines = new List<string>();
        while (await reader.ReadLineAsync().WaitAsync(Patience) is { } line)
        {
            if (line.Length == 0 && lines.Count > 0) break;
            if (line.Length > 0) lines.Add(line);
        }

        return string.Join('\n', lines);
    }

    /// <summary>The first error of the next event, after which the stream is complete and ends.</summary>
    public async Task<(string? Message, string? Code)> RefusalAsync()
    {
        var told = await NextAsync();
        Assert.StartsWith("event: next\ndata: {\"errors\":", told, StringComparison.Ordinal);
        Assert.Equal("event: complete\ndata: ", await NextAsync());
        Assert.Equal("", await NextAsync());
        var error = JsonElement.Parse(told["event: next\ndata: ".Length..]).GetProperty("errors")[0];
        var code = error.TryGetProperty("extensions", out var more) && more.TryGetProperty("code", out var named) ? named.GetString() : null;
        return (error.GetProperty("message").GetString(), code);
    }

    public void Dispose()
    {
        reader.Dispose();
        answer.Dispose();
    }
}

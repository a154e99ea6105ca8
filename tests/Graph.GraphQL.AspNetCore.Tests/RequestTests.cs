using System.Text.Json;

namespace Graph.GraphQL.AspNetCore.Tests;

public sealed class RequestTests
{
    [Theory]
    [InlineData("", "The request body is empty; send a JSON object such as {\"query\": \"{ __typename }\"}.")]
    [InlineData("NONSENSE", "The request body is not JSON: the fault is at line 1, byte 1.")]
    [InlineData("{\n\"query\":", "The request body is not JSON: the fault is at line 2, byte 9.")]
    [InlineData("{\"query\":\"{ hello }\"} x", "The request body is not JSON: the fault is at line 1, byte 23.")]
    [InlineData("3", "The request body must be a JSON object such as {\"query\": \"{ __typename }\"}.")]
    [InlineData("[{\"query\":\"{ hello }\"}]", "Batches of requests are not answered; send each request on its own, several at once over one HTTP/2 connection if they are many.")]
    [InlineData("{\"qeury\":\"{ hello }\"}", "The request has no \"query\"; give the GraphQL document as a string, such as {\"query\": \"{ __typename }\"}.")]
    [InlineData("{\"query\":null}", "The request has no \"query\"; give the GraphQL document as a string, such as {\"query\": \"{ __typename }\"}.")]
    [InlineData("{\"query\":7}", "\"query\" must be a string, or null.")]
    [InlineData("{\"query\":\"{ hello }\",\"operationName\":{}}", "\"operationName\" must be a string, or null.")]
    [InlineData("{\"query\":\"{ hello }\",\"variables\":[1]}", "\"variables\" must be an object, or null.")]
    [InlineData("{\"query\":\"{ hello }\",\"variables\":\"{}\"}", "\"variables\" must be an object, or null.")]
    [InlineData("{\"query\":\"{ hello }\",\"extensions\":1}", "\"extensions\" must be an object, or null.")]
    [InlineData("{\"query\":\"\\ud800\"}", "The request body is not JSON: the fault is at line 1, byte 1.")]
    public async Task A_body_that_is_no_request_is_told_why(string body, string message)
    {
        await using var server = await TestServer.StartAsync();
        var answer = await server.PostAsync(body);
        Assert.Equal((400, message), (answer.Status, Message(answer.Body)));
    }

    [Theory]
    [InlineData("""{"query":"query A($n: String) { hello(name: $n) } query B { fails }","operationName":"A","variables":{"n":"Ann"}}""", "Hello Ann")]
    [InlineData("""{"variables":null,"extensions":null,"operationName":null,"query":"{ hello }","unknown":[{}]}""", "Hello you")]
    [InlineData("""{"query":"{ hello(name: \"\u00e9\\\"\") }"}""", "Hello é\"")]
    [InlineData("""{"query":"{ fails }","operationName":"","query":"{ hello }"}""", "Hello you")]
    public async Task A_request_is_read_from_the_body(string body, string expected)
    {
        await using var server = await TestServer.StartAsync();
        var answer = await server.PostAsync(body);
        Assert.Equal(expected, JsonElement.Parse(answer.Body).GetProperty("data").GetProperty("hello").GetString());
    }

    [Theory]
    [InlineData(null, "The request has no Content-Type; send the request as application/json.")]
    [InlineData("text/plain", "The Content-Type \"text/plain\" is not read here; send the request as application/json in UTF-8.")]
    [InlineData("application/x-www-form-urlencoded", "The Content-Type \"application/x-www-form-urlencoded\" is not read here; send the request as application/json in UTF-8.")]
    [InlineData("multipart/form-data; boundary=x", "The Content-Type \"multipart/form-data; boundary=x\" is not read here; send the request as application/json in UTF-8.")]
    [InlineData("application/json; charset=utf-16", "The Content-Type \"application/json; charset=utf-16\" is not read here; send the request as application/json in UTF-8.")]
    public async Task Only_JSON_is_read_so_that_no_form_can_ask(string? contentType, string message)
    {
        await using var server = await TestServer.StartAsync();
        var answer = await server.PostAsync("""{"query":"mutation { change }"}""", contentType: contentType);
        Assert.Equal((415, message), (answer.Status, Message(answer.Body)));
    }

    [Fact]
    public async Task A_compressed_body_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        using var content = new ByteArrayContent([1, 2, 3]);
        content.Headers.ContentType = new("application/json");
        content.Headers.ContentEncoding.Add("gzip");
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Url) { Content = content };
        Assert.Equal(415, (await server.SendAsync(request, null)).Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_large_body_is_refused(bool lengthIsTold)
    {
        await using var server = await TestServer.StartAsync(options => options.MaxRequestBytes = 1000);
        var text = JsonSerializer.SerializeToUtf8Bytes(new { query = "{ hello }", more = new string('x', 2000) });
        using var stream = new MemoryStream(text);
        using HttpContent content = lengthIsTold ? new ByteArrayContent(text) : new StreamContent(stream);
        content.Headers.ContentType = new("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Url) { Content = content };
        if (!lengthIsTold) request.Headers.TransferEncodingChunked = true;
        var answer = await server.SendAsync(request, null);
        Assert.Equal((413, "The request body is larger than 1000 bytes; send less at once."), (answer.Status, Message(answer.Body)));
    }

    [Theory]
    [InlineData("?query={hello}", 200, """{"data":{"hello":"Hello you"}}""")]
    [InlineData("?query=query($n:String){hello(name:$n)}&variables={\"n\":\"Ann\"}", 200, """{"data":{"hello":"Hello Ann"}}""")]
    [InlineData("?query=query A{hello} query B{fails}&operationName=A", 200, """{"data":{"hello":"Hello you"}}""")]
    [InlineData("?query={hello}&operationName=", 200, """{"data":{"hello":"Hello you"}}""")]
    [InlineData("?query={hello}&variables={", 400, """{"errors":[{"message":"The parameter \"variables\" is not JSON; give an object such as {\"id\": \"1\"}, encoded for a URL."}]}""")]
    [InlineData("?query={hello}&extensions=[]", 400, """{"errors":[{"message":"\"extensions\" must be an object, or null."}]}""")]
    [InlineData("?x=1", 400, """{"errors":[{"message":"The request has no \"query\"; give the GraphQL document as a string, such as {\"query\": \"{ __typename }\"}."}]}""")]
    [InlineData("?query=mutation{change}", 405, """{"errors":[{"message":"A mutation cannot be asked by GET, which must not change anything; send it by POST.","locations":[{"line":1,"column":1}]}]}""")]
    public async Task Queries_can_be_asked_by_GET(string query, int status, string body)
    {
        await using var server = await TestServer.StartAsync();
        var answer = await server.GetAsync(query);
        Assert.Equal((status, body), (answer.Status, answer.Body));
    }

    [Fact]
    public async Task GET_can_be_switched_off()
    {
        await using var server = await TestServer.StartAsync(options => options.AllowGet = false);
        Assert.Equal(405, (await server.GetAsync("?query={hello}")).Status);
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("br;q=0.1, gzip;q=0.5", "gzip")]
    [InlineData("deflate", null)]
    [InlineData("br;q=0", null)]
    public async Task Long_answers_are_compressed_as_the_client_allows(string accepted, string? expected)
    {
        await using var server = await TestServer.StartAsync();
        using var content = new StringContent("""{"query":"{ long(times: 5000) }"}""", System.Text.Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Url) { Content = content };
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        using var response = await server.Client.SendAsync(request);
        Assert.Equal(expected, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("Accept-Encoding", response.Headers.Vary.Single());
        await using var raw = await response.Content.ReadAsStreamAsync();
        await using Stream plain = expected switch
        {
            "br" => new System.IO.Compression.BrotliStream(raw, System.IO.Compression.CompressionMode.Decompress),
            "gzip" => new System.IO.Compression.GZipStream(raw, System.IO.Compression.CompressionMode.Decompress),
            _ => raw,
        };
        using var reader = new StreamReader(plain);
        Assert.Equal($$$"""{"data":{"long":"{{{new string('x', 5000)}}}"}}""", await reader.ReadToEndAsync());
    }

    private static string Message(string body) => JsonElement.Parse(body).GetProperty("errors")[0].GetProperty("message").GetString()!;
}

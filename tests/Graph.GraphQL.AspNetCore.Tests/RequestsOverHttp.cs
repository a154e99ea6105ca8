using System.Text.Json;

namespace Graph.GraphQL.AspNetCore.Tests;

public sealed partial class RequestsOverHttp
{
    [Theory]
    [InlineData("", "The request body is empty; send a JSON object such as {\"query\": \"{ __typename }\"}.")]
    [InlineData("NONSENSE", "The request body is not JSON: the fault is at line 1, byte 1.")]
    [InlineData("{\n\"query\":", "The request body is not JSON: the fault is at line 2, byte 9.")]
    [InlineData("{\"query\":\"{ hello }\"} x", "The request body is not JSON: the fault is at line 1, byte 23.")]
    [InlineData("3", "The request body must be a JSON object such as {\"query\": \"{ __typename }\"}.")]
    [InlineData(
        "[{\"query\":\"{ hello }\"}]",
        "Batches of requests are not answered; send each request on its own, several at once if they are many.")]
    [InlineData(
        "{\"qeury\":\"{ hello }\"}",
        "The request has no \"query\"; give the GraphQL document as a string, such as {\"query\": \"{ __typename }\"}.")]
    [InlineData("{\"query\":null}", "The request has no \"query\"; give the GraphQL document as a string, such as {\"query\": \"{ __typename }\"}.")]
    [InlineData("{\"query\":7}", "\"query\" must be a string, or null.")]
    [InlineData("{\"query\":\"{ hello }\",\"operationName\":{}}", "\"operationName\" must be a string, or null.")]
    [InlineData("{\"query\":\"{ hello }\",\"variables\":[1]}", "\"variables\" must be an object, or null.")]
    [InlineData("{\"query\":\"{ hello }\",\"variables\":\"{}\"}", "\"variables\" must be an object, or null.")]
    [InlineData("{\"query\":\"{ hello }\",\"variables\":\" \"}", "\"variables\" must be an object, or null.")]
    [InlineData("{\"query\":\"{ hello }\",\"extensions\":\"\"}", "\"extensions\" must be an object, or null.")]
    [InlineData("{\"query\":\"{ hello }\",\"extensions\":1}", "\"extensions\" must be an object, or null.")]
    [InlineData(
        "{\"query\":\"\\ud800\"}",
        "The request body has the escape \\ud800 at line 1, byte 11, which is half of a surrogate pair; write both halves, or the character itself.")]
    [InlineData(
        "{\"query\":\n\"{ a \\ud83d\\ude00 \\udE00\"}",
        "The request body has the escape \\udE00 at line 2, byte 19, which is half of a surrogate pair; write both halves, or the character itself.")]
    [InlineData("{\"query\":\"{ hello }\",\"query\":\"{ hello }\"}", "The request body has \"query\" more than once; give it once.")]
    [InlineData("{\"variables\":null,\"query\":\"{ hello }\",\"variables\":{}}", "The request body has \"variables\" more than once; give it once.")]
    [InlineData(
        "{\"operationName\":null,\"query\":\"{ hello }\",\"operationName\":null}",
        "The request body has \"operationName\" more than once; give it once.")]
    [InlineData("\uFEFF", "The request body is empty; send a JSON object such as {\"query\": \"{ __typename }\"}.")]
    public async Task ABodyThatIsNoRequestIsToldWhy(string body, string message)
    {
        await using var server = await TestServer.StartAsync();
        var answer = await server.PostAsync(body);
        Assert.Equal((400, message), (answer.Status, Message(answer.Body)));
    }

    [Theory]
    [InlineData("""{"query":"query A($n: String) { hello(name: $n) } query B { fails }","operationName":"A","variables":{"n":"Ann"}}""", "Hello Ann")]
    [InlineData("""{"query":"{ hello }","variables":""}""", "Hello you")]
    [InlineData("""{"variables":null,"extensions":null,"operationName":null,"query":"{ hello }","unknown":[{}]}""", "Hello you")]
    [InlineData("""{"query":"{ hello(name: \"\u00e9\\\"\") }"}""", "Hello é\"")]
    [InlineData("""{"operationName":"","query":"{ hello }"}""", "Hello you")]
    [InlineData("\uFEFF{\"query\":\"{ hello }\"}", "Hello you")]
    [InlineData("\uFEFF \n{\"query\":\"{ hello }\"}\n", "Hello you")]
    public async Task ARequestIsReadFromTheBody(string body, string expected)
    {
        await using var server = await TestServer.StartAsync();
        var answer = await server.PostAsync(body);
        Assert.Equal(expected, JsonElement.Parse(answer.Body).GetProperty("data").GetProperty("hello").GetString());
    }

    [Theory]
    [InlineData(null, "The request has no Content-Type; send the request as application/json.")]
    [InlineData("text/plain", "The Content-Type \"text/plain\" is not supported; send the request as application/json in UTF-8.")]
    [InlineData(
        "application/x-www-form-urlencoded",
        "The Content-Type \"application/x-www-form-urlencoded\" is not supported; send the request as application/json in UTF-8.")]
    [InlineData(
        "multipart/form-data; boundary=x",
        "The Content-Type \"multipart/form-data; boundary=x\" is not supported; send the request as application/json in UTF-8.")]
    [InlineData(
        "application/json; charset=utf-16",
        "The Content-Type \"application/json; charset=utf-16\" is not supported; send the request as application/json in UTF-8.")]
    public async Task OnlyJSONIsReadSoThatNoFormCanAsk(string? contentType, string message)
    {
        await using var server = await TestServer.StartAsync();
        var answer = await server.PostAsync("""{"query":"mutation { change }"}""", contentType: contentType);
        Assert.Equal((415, message), (answer.Status, Message(answer.Body)));
    }

    [Theory]
    [InlineData("application/json;charset=utf-8")]
    [InlineData("application/json; charset=\"UTF-8\"")]
    [InlineData("Application/JSON; profile=x")]
    public async Task TheContentTypeMayBeWrittenInAnyWayThatMeansJSON(string contentType)
    {
        await using var server = await TestServer.StartAsync();
        Assert.Equal(200, (await server.PostAsync("""{"query":"{ hello }"}""", contentType: contentType)).Status);
    }

    [Theory]
    [InlineData("?query=%7Bhello%20%FF%7D", "query")]
    [InlineData("?query=%ED%A0%80", "query")]
    [InlineData("?query={hello}&variables=%7B%22a%22:%22%E9%22%7D", "variables")]
    [InlineData("?query={hello}&operationName=%C3", "operationName")]
    [InlineData("?%71uery=%FF", "query")]
    public async Task AParameterThatIsNotUTF8IsToldSo(string parameters, string name)
    {
        await using var server = await TestServer.StartAsync();
        var answer = await server.GetAsync(parameters, "application/json");
        Assert.Equal(
            (400, $"The parameter \"{name}\" is not UTF-8; encode its text as UTF-8 for the URL, such as %C3%A9 for é."),
            (answer.Status, Message(answer.Body)));
    }

    [Theory]
    [InlineData("?query=%7Bhello(name:%22%C3%A9%22)%7D", "Hello é")]
    [InlineData("?query={hello(name:\"100%25\")}&other=%FF", "Hello 100%")]
    [InlineData("?query=%7B+hello+%7D", "Hello you")]
    public async Task AParameterMayHoldAnyText(string parameters, string expected)
    {
        await using var server = await TestServer.StartAsync();
        var answer = await server.GetAsync(parameters, "application/json");
        Assert.Equal(expected, JsonElement.Parse(answer.Body).GetProperty("data").GetProperty("hello").GetString());
    }

    [Theory]
    [InlineData(65, 1, 33)]
    [InlineData(10_000, 1, 33)]
    public async Task ABodyThatIsTooDeepIsToldSo(int depth, int line, int position)
    {
        await using var server = await TestServer.StartAsync();
        const string head = """{"query":"{ hello }","variables":""";
        var most = FixedHttpLimits.MaxJsonDepth - 1;
        var well = await server.PostAsync(head + Nested(most) + "}");
        Assert.DoesNotContain("nested", well.Body, StringComparison.Ordinal);
        var answer = await server.PostAsync(head + Nested(depth) + "}");
        var at = position + most * """{"a":""".Length + 1;
        Assert.Equal(
            (400, $"The request body is nested more than 64 levels deep at line {line}, byte {at}; send it flatter."),
            (answer.Status, Message(answer.Body)));
    }

    private static string Nested(int depth) => string.Concat(Enumerable.Repeat("""{"a":""", depth)) + "1" + new string('}', depth);

    [Fact]
    public async Task TextThatIsNoUnicodeIsToldWhereItStands()
    {
        await using var server = await TestServer.StartAsync();
        byte[] body = [.. """{"query":"{ h"""u8, 0xFF, .. """ }"}"""u8];
        Assert.Equal("The request body is not UTF-8: the fault is at line 1, byte 14.", Message((await SendAsync(server, body)).Body));
        foreach (var encoding in new[] { System.Text.Encoding.Unicode, System.Text.Encoding.BigEndianUnicode })
        {
            var utf16 = encoding.GetBytes("""{"query":"{ hello }"}""");
            Assert.Equal("The request body is UTF-16; send JSON in UTF-8.", Message((await SendAsync(server, utf16)).Body));
            Assert.Equal(
                "The request body is UTF-16; send JSON in UTF-8.",
                Message((await SendAsync(server, [.. encoding.GetPreamble(), .. utf16])).Body));
        }
    }

    // The same wherever it stands, whether the operation uses it or not.
    [Theory]
    [InlineData(
        """{"n":"\ud800"}""",
        "the escape \\ud800 at line 1, byte {0}, which is half of a surrogate pair; write both halves, or the character itself.",
        7)]
    [InlineData(
        """{"n\udc00":"a"}""",
        "the escape \\udc00 at line 1, byte {0}, which is half of a surrogate pair; write both halves, or the character itself.",
        4)]
    [InlineData(
        """{"unused":["\\\ud83d\ude00 \udfff"]}""",
        "the escape \\udfff at line 1, byte {0}, which is half of a surrogate pair; write both halves, or the character itself.",
        28)]
    [InlineData("""{"n":"a","n":"b"}""", "the key \"n\" a second time in one object at line 1, byte {0}; give it once.", 10)]
    [InlineData("""{"n":"a","\u006e":"b"}""", "the key \"n\" a second time in one object at line 1, byte {0}; give it once.", 10)]
    [InlineData("""{"unused":[{"a":{},"a":1}]}""", "the key \"a\" a second time in one object at line 1, byte {0}; give it once.", 20)]
    public async Task WhatReadersOfJSONTakeDifferentlyIsRefusedInVariables(string variables, string message, int position)
    {
        await using var server = await TestServer.StartAsync();
        const string query = "query($n: String) { hello(name: $n) }";
        var head = $$"""{"query":"{{query}}","variables":""";
        var posted = await server.PostAsync($"{head}{variables}}}");
        Assert.Equal(
            (400, "The request body has " + string.Format(System.Globalization.CultureInfo.InvariantCulture, message, head.Length + position)),
            (posted.Status, Message(posted.Body)));
        var got = await server.GetAsync($"?query={query}&variables={Uri.EscapeDataString(variables)}");
        Assert.Equal(
            (400, "The parameter \"variables\" has " + string.Format(System.Globalization.CultureInfo.InvariantCulture, message, position)),
            (got.Status, Message(got.Body)));
        Assert.DoesNotContain(server.Log, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task OneKeyInSeveralObjectsIsNoRepetition()
    {
        await using var server = await TestServer.StartAsync();
        var answer = await server.PostAsync("""{"query":"query($n: String) { hello(name: $n) }","variables":{"n":"\ud83d\ude00","a":{"n":1,"b":[{"n":1},{"n":2}]}},"extensions":{"n":{}}}""");
        Assert.Equal((200, """{"data":{"hello":"Hello 😀"}}"""), (answer.Status, answer.Body));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ALargeBodyIsRefused(bool lengthIsTold)
    {
        await using var server = await TestServer.StartAsync(options => options.Limits = new() { MaxBodyBytes = 1000 });
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
    [InlineData("?query={hello}&variables=\"\"", 200, """{"data":{"hello":"Hello you"}}""")]
    [InlineData("?query=query A{hello} query B{fails}&operationName=A", 200, """{"data":{"hello":"Hello you"}}""")]
    [InlineData("?query={hello}&operationName=", 200, """{"data":{"hello":"Hello you"}}""")]
    [InlineData(
        "?query={hello}&variables={",
        400,
        """{"errors":[{"message":"The parameter \"variables\" is not JSON; give an object such as {\"id\": \"1\"}, encoded for a URL."}]}""")]
    [InlineData("?query={hello}&extensions=[]", 400, """{"errors":[{"message":"\"extensions\" must be an object, or null."}]}""")]
    [InlineData("?query={hello}&query={fails}", 400, """{"errors":[{"message":"The parameter \"query\" is given more than once; give it once."}]}""")]
    [InlineData(
        "?query={hello}&variables=&variables={}",
        400,
        """{"errors":[{"message":"The parameter \"variables\" is given more than once; give it once."}]}""")]
    [InlineData(
        "?query={hello}&operationName=A&operationName=A",
        400,
        """{"errors":[{"message":"The parameter \"operationName\" is given more than once; give it once."}]}""")]
    [InlineData("?query={hello}&x=1&x=2", 200, """{"data":{"hello":"Hello you"}}""")]
    [InlineData(
        "?x=1",
        400,
        """{"errors":[{"message":"The request has no \"query\"; give the GraphQL document as a string, such as {\"query\": \"{ __typename }\"}."}]}""")]
    [InlineData("?query=mutation{change}", 405, """{"errors":[{"message":"A mutation cannot be asked by GET, which must not change anything; send it by POST.","locations":[{"line":1,"column":1}]}]}""")]
    public async Task QueriesCanBeAskedByGET(string query, int status, string body)
    {
        await using var server = await TestServer.StartAsync();
        var answer = await server.GetAsync(query);
        Assert.Equal((status, body), (answer.Status, answer.Body));
    }

    [Fact]
    public async Task GETCanBeSwitchedOff()
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
    public async Task LongAnswersAreCompressedAsTheClientAllows(string accepted, string? expected)
    {
        // One that is sent at once, one in pieces.
        foreach (var length in new[] { 5_000, 500_000 }) await IsCompressed(accepted, expected, length);
    }

    private static async Task IsCompressed(string accepted, string? expected, int length)
    {
        await using var server = await TestServer.StartAsync();
        using var content = new StringContent($$"""{"query":"{ long(times: {{length}}) }"}""", System.Text.Encoding.UTF8, "application/json");
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
        Assert.Equal($$$"""{"data":{"long":"{{{new string('x', length)}}}"}}""", await reader.ReadToEndAsync());
    }

    private static string Message(string body) => JsonElement.Parse(body).GetProperty("errors")[0].GetProperty("message").GetString()!;
}

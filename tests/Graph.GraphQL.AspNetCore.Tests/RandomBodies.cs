using System.Text;
using Microsoft.AspNetCore.Http;

namespace Graph.GraphQL.AspNetCore.Tests;

public sealed class RandomBodies
{
    private static readonly string[] Seeds =
    [
        """{"query":"{ hello }"}""",
        """{"query":"query A($n: String) { hello(name: $n) }","operationName":"A","variables":{"n":["\u00e9\ud83d\ude00",null,-1.5e3,{"a":{}}]},"extensions":{"persistedQuery":{"version":1,"sha256Hash":"ab"}}}""",
        """ { "documentId" : "a/b" , "variables" : null } """,
        """[{"query":"{ hello }"},{"query":"{ hello }"}]""",
    ];

    [Fact]
    public async Task DamagedBodiesAreReadOrRefusedWithASentence()
    {
        var random = new Random(20250602);
        for (var round = 0; round < 20_000; round++)
        {
            var body = Damage(Encoding.UTF8.GetBytes(Seeds[round % Seeds.Length]), random);
            var context = new DefaultHttpContext();
            context.Request.ContentType = "application/json";
            context.Request.Body = new MemoryStream(body);
            using var read = await HttpRequestReader.ReadBodyAsync(context.Request, 10_000, maxBatch: 3, 400, default);
            Assert.True(
                (read.Request is not null || read.Batch is [_, ..]) ^ read.Refusal is { Status: 400, Message: [.., '.'] },
                $"Round {round}: {Encoding.UTF8.GetString(body)}");
        }
    }

    private static byte[] Damage(byte[] body, Random random)
    {
        var bytes = body.ToList();
        for (var times = random.Next(1, 5); times > 0 && bytes.Count > 0; times--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveAt(at); break;
                case 2: bytes.Insert(at, (byte)"{}[]\",:\\u0"[random.Next(10)]); break;
                default: bytes.RemoveRange(at, random.Next(bytes.Count - at)); break;
            }
        }

        return [.. bytes];
    }
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Graph.GraphQL.Documents;
using Graph.GraphQL.Execution;

namespace Graph.GraphQL.Tests.Documents;

public sealed class PersistedQueries : IDisposable
{
    private const string Sdl = "type Query { hello: String }";
    private const string Document = "query Hello { hello }";
    private static readonly string Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Document)));

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("trusted");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task ADocumentIsRememberedByItsHash()
    {
        var executor = Answers.Executor(Sdl);
        Assert.Equal(
            """{"errors":[{"message":"PersistedQueryNotFound","extensions":{"code":"PERSISTED_QUERY_NOT_FOUND"}}]}""",
            await Ask(executor, null, Hash));
        Assert.Equal("""{"data":{"hello":null}}""", await Ask(executor, Document, Hash.ToUpperInvariant()));
        Assert.Equal("""{"data":{"hello":null}}""", await Ask(executor, null, Hash));
    }

    [Fact]
    public async Task AWrongHashIsRefusedAndNotRemembered()
    {
        var executor = Answers.Executor(Sdl);
        var wrong = Hash.Replace(Hash[0], Hash[0] == 'a' ? 'b' : 'a');
        Assert.Contains("The sha256Hash of the request is not that of its document", await Ask(executor, Document, wrong), StringComparison.Ordinal);
        Assert.Contains("PERSISTED_QUERY_NOT_FOUND", await Ask(executor, null, wrong), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RememberingCanBeSwitchedOff() => Assert.Equal(
        """{"errors":[{"message":"PersistedQueryNotSupported","extensions":{"code":"PERSISTED_QUERY_NOT_SUPPORTED"}}]}""",
        await Ask(Answers.Executor(Sdl, limits: new() { AutomaticPersistedQueries = false }), null, Hash));

    [Fact]
    public async Task TrustedDocumentsAreFoundByNameAndHash()
    {
        var executor = Answers.Executor(Sdl, limits: new() { TrustedDocuments = Folder(), TrustedDocumentsOnly = true });
        Assert.Equal("""{"data":{"hello":null}}""", await Ask(executor, null, null, "people/hello"));
        Assert.Equal("""{"data":{"hello":null}}""", await Ask(executor, null, Hash));
        Assert.Equal("""{"data":{"hello":null}}""", await Ask(executor, Document, null));
        Assert.Contains(
            "There is no document \\\"people/nobody\\\" on the server; check the documentId.",
            await Ask(executor, null, null, "people/nobody"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnlyTrustedDocumentsAreAnsweredWhereItIsAskedFor()
    {
        const string refusal = """{"errors":[{"message":"Only documents known to the server are answered here; ask for one by its documentId.","extensions":{"code":"DOCUMENT_NOT_TRUSTED"}}]}""";
        var executor = Answers.Executor(Sdl, limits: new() { TrustedDocuments = Folder(), TrustedDocumentsOnly = true });
        Assert.Equal(refusal, await Ask(executor, "{ hello }", null));
        Assert.Equal(refusal, await Ask(executor, "{ hello }", Convert.ToHexStringLower(SHA256.HashData("{ hello }"u8))));
    }

    [Fact]
    public async Task OtherDocumentsAreAnsweredBesideTrustedOnes() =>
        Assert.Equal(
            """{"data":{"hello":null}}""",
            await Ask(Answers.Executor(Sdl, limits: new() { TrustedDocuments = Folder() }), "{ hello }", null));

    [Fact]
    public void ATrustedDocumentThatIsNotValidIsToldAtTheStart()
    {
        var fault = Assert.Throws<GraphQLException>(() => Answers.Executor(Sdl, limits: new()
        {
            TrustedDocuments = new(new Dictionary<string, string> { ["good"] = Document, ["bad"] = "{ nope }", ["worse"] = "{" }),
        }));
        Assert.Equal(
            ["Trusted document \"bad\": Cannot query field \"nope\" on type \"Query\". (1:3)", "Trusted document \"worse\": Syntax Error: Expected Name, found <EOF>. (1:2)"],
            fault.Errors.Select(error => error.Message));
    }

    private TrustedDocuments Folder()
    {
        folder.CreateSubdirectory("people");
        File.WriteAllText(Path.Combine(folder.FullName, "people", "hello.graphql"), Document);
        return TrustedDocuments.FromFolder(folder.FullName);
    }

    private static async Task<string> Ask(RequestExecutor executor, string? document, string? hash, string? id = null)
    {
        using var response = await executor.ExecuteAsync(GraphQLRequest.Of(document ?? "") with
        {
            DocumentId = id,
            Extensions = hash is null ? default : JsonElement.Parse($$$"""{"persistedQuery":{"version":1,"sha256Hash":"{{{hash}}}"}}"""),
        });
        return response.ToString();
    }
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Graph.GraphQL.Documents;
using Graph.GraphQL.Execution;

namespace Graph.GraphQL.Tests.Documents;

public sealed class PersistedQueryTests : IDisposable
{
    private const string Sdl = "type Query { hello: String }";
    private const string Document = "query Hello { hello }";
    private static readonly string Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Document)));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("trusted");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_document_is_remembered_by_its_hash()
    {
        var executor = Answers.Executor(Sdl);
        Assert.Equal("""{"errors":[{"message":"PersistedQueryNotFound","extensions":{"code":"PERSISTED_QUERY_NOT_FOUND"}}]}""", await Ask(executor, null, Hash));
        Assert.Equal("""{"data":{"hello":null}}""", await Ask(executor, Document, Hash.ToUpperInvariant()));
        Assert.Equal("""{"data":{"hello":null}}""", await Ask(executor, null, Hash));
    }

    [Fact]
    public async Task A_wrong_hash_is_refused_and_not_remembered()
    {
        var executor = Answers.Executor(Sdl);
        var wrong = Hash.Replace(Hash[0], Hash[0] == 'a' ? 'b' : 'a');
        Assert.Contains("The sha256Hash of the request is not that of its document", await Ask(executor, Document, wrong), StringComparison.Ordinal);
        Assert.Contains("PERSISTED_QUERY_NOT_FOUND", await Ask(executor, null, wrong), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remembering_can_be_switched_off() => Assert.Equal(
        """{"errors":[{"message":"PersistedQueryNotSupported","extensions":{"code":"PERSISTED_QUERY_NOT_SUPPORTED"}}]}""",
        await Ask(Answers.Executor(Sdl, limits: new() { AutomaticPersistedQueries = false }), null, Hash));

    [Fact]
    public async Task Trusted_documents_are_found_by_name_and_hash()
    {
        var executor = Answers.Executor(Sdl, limits: new() { TrustedDocuments = Folder(), TrustedDocumentsOnly = true });
        Assert.Equal("""{"data":{"hello":null}}""", await Ask(executor, null, null, "people/hello"));
        Assert.Equal("""{"data":{"hello":null}}""", await Ask(executor, null, Hash));
        Assert.Equal("""{"data":{"hello":null}}""", await Ask(executor, Document, null));
        Assert.Contains("There is no document \\\"people/nobody\\\" on the server; check the documentId.", await Ask(executor, null, null, "people/nobody"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_trusted_documents_are_answered_where_it_is_asked_for()
    {
        const string refusal = """{"errors":[{"message":"Only documents known to the server are answered here; ask for one by its documentId.","extensions":{"code":"DOCUMENT_NOT_TRUSTED"}}]}""";
        var executor = Answers.Executor(Sdl, limits: new() { TrustedDocuments = Folder(), TrustedDocumentsOnly = true });
        Assert.Equal(refusal, await Ask(executor, "{ hello }", null));
        Assert.Equal(refusal, await Ask(executor, "{ hello }", Convert.ToHexStringLower(SHA256.HashData("{ hello }"u8))));
    }

    [Fact]
    public async Task Other_documents_are_answered_beside_trusted_ones() =>
        Assert.Equal("""{"data":{"hello":null}}""", await Ask(Answers.Executor(Sdl, limits: new() { TrustedDocuments = Folder() }), "{ hello }", null));

    [Fact]
    public void A_trusted_document_that_is_not_valid_is_told_at_the_start()
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
        _folder.CreateSubdirectory("people");
        File.WriteAllText(Path.Combine(_folder.FullName, "people", "hello.graphql"), Document);
        return TrustedDocuments.FromFolder(_folder.FullName);
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

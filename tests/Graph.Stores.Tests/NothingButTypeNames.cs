using System.Text.Json;
using Graph.Model.Ontologies;
using Graph.Stores.Tests.Sources;
using Graph.Stores.Tests.Walks;

namespace Graph.Stores.Tests;

/// <summary>Every root field answers when nothing is selected below it but <c>__typename</c>: nothing is read of the store then that it does not ask.</summary>
public abstract class NothingButTypeNames<TStores>(bool allOfAKind, params Ontology[] ontologies) : SaidContract<TStores>
    where TStores : Stores, new()
{
    private const string Fields = """
        { __schema { types { name enumValues { name } inputFields { name type { kind name ofType { kind name } } } } queryType { fields {
          name
          args { name defaultValue type { kind name ofType { kind name ofType { kind name ofType { kind name } } } } }
          type { kind ofType { kind ofType { kind ofType { kind } } } }
        } } } }
        """;

    [StoreFact]
    public async Task ARootFieldAnswersWithItsTypeName()
    {
        foreach (var ontology in ontologies)
        {
            await OpenEmptyAsync(ontology);
            var api = new GraphApi(Store);
            var schema = await api.ValueAsync(Fields);
            var fields = schema.GetProperty("queryType").GetProperty("fields").EnumerateArray().ToList();
            Assert.True(fields.Count > 20);
            if (!allOfAKind) fields = [.. fields.DistinctBy(KindOf)];
            var asked = fields.Select(field => Question(field, schema)).ToList();
            foreach (var question in asked)
            {
                var answer = await api.AskAsync(question);
                Assert.False(answer.Contains("STORE_", StringComparison.Ordinal) || answer.Contains("INTERNAL", StringComparison.Ordinal), question + answer);
                Assert.StartsWith(question.Contains('"') ? "{" : "{\"data\":{", answer, StringComparison.Ordinal);
            }
        }
    }

    // Those of one kind take the same arguments.
    private static string KindOf(JsonElement field) =>
        string.Join(' ', field.GetProperty("args").EnumerateArray().Select(one => one.GetProperty("name").GetString()));

    private static string Question(JsonElement field, JsonElement schema)
    {
        var given = field.GetProperty("args").EnumerateArray()
            .Where(one => one.GetProperty("type").GetProperty("kind").GetString() == "NON_NULL" && one.GetProperty("defaultValue").ValueKind == JsonValueKind.Null)
            .Select(one => $"{one.GetProperty("name").GetString()}: {Value(one.GetProperty("type").GetProperty("ofType"), schema)}").ToList();
        var arguments = given.Count == 0 ? "" : $"({string.Join(", ", given)})";
        return $"{{ {field.GetProperty("name").GetString()}{arguments}{(IsLeaf(field.GetProperty("type")) ? "" : " { __typename }")} }}";
    }

    // Of what is given by fields those that must be are enough, or the first.
    private static string Value(JsonElement type, JsonElement schema)
    {
        var kind = type.GetProperty("kind").GetString();
        if (kind is "LIST" or "NON_NULL") return Value(type.GetProperty("ofType"), schema);
        var name = type.GetProperty("name").GetString();
        if (kind == "SCALAR") return name is "String" or "ID" ? "\"x\"" : throw new NotSupportedException(name);
        var known = schema.GetProperty("types").EnumerateArray().Single(one => one.GetProperty("name").GetString() == name);
        if (kind == "ENUM") return known.GetProperty("enumValues")[0].GetProperty("name").GetString()!;
        var fields = known.GetProperty("inputFields").EnumerateArray().ToList();
        var required = fields.Where(field => field.GetProperty("type").GetProperty("kind").GetString() == "NON_NULL").ToList();
        return $"{{ {string.Join(", ", (required.Count > 0 ? required : fields[..1])
            .Select(field => $"{field.GetProperty("name").GetString()}: {Value(field.GetProperty("type"), schema)}"))} }}";
    }

    private static bool IsLeaf(JsonElement type) => type.GetProperty("kind").GetString() switch
    {
        "NON_NULL" or "LIST" => IsLeaf(type.GetProperty("ofType")),
        var kind => kind is "SCALAR" or "ENUM",
    };
}

public sealed class SqliteTypeNames() : NothingButTypeNames<SqliteStores>(allOfAKind: true, Ontology.Shipped, StoreTest.Films);

[Collection(Neo4jTurns.Second)]
public sealed class Neo4jTypeNames() : NothingButTypeNames<Neo4jStoresOfTheSecond>(allOfAKind: false, Ontology.Shipped);

using System.Buffers;
using System.Text;
using System.Text.Json;
using Graph.GraphQL.Execution;
using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;
using Graph.GraphQL.Validation;

namespace Graph.GraphQL.Conformance;

/// <summary>Answers cases, one after the other. Limits that protect a server are raised: the reference implementation has few of them.</summary>
public sealed class Answers
{
    // The reference stops at a hundred errors too.
    private static readonly ExecutorOptions Executing = ExecutorOptions.Unlimited with { Validation = new() { Rules = RuleProfile.GraphQLJs16 } };

    private static readonly ParserOptions Reading = Executing.Parser;

    // Custom scalars take everything here, as in graphql-js; the engine would give these three a meaning.
    private static readonly SchemaOptions Building = new()
    {
        Parser = Reading,
        Rules = RuleProfile.GraphQLJs16,
        Scalars = new[] { "Date", "DateTime", "BigInt" }.ToDictionary(name => name, _ => CustomScalars.Any),
    };

    private (string? Text, Schema? Schema, IReadOnlyList<GraphQLError> Errors) built = (null, null, []);

    /// <summary>The line that answers a line; whatever goes wrong is an answer too.</summary>
    public string ToLine(string line)
    {
        var id = "";
        try
        {
            var asked = Case.Parse(line);
            id = asked.Id;
            return Answer(asked);
        }
        catch (GraphQLException refusal)
        {
            return Line(id, refusal.Errors);
        }
        catch (Exception failure)
        {
            return Line(id, [new($"The engine failed: {failure}")]);
        }
    }

    private string Answer(Case asked)
    {
        switch (asked.Mode)
        {
            case "parse":
                Parser.ParseDocument(asked.Document ?? "", Reading);
                return Line(asked.Id, []);
            case "parseSchema":
                Parser.ParseDocument(asked.Schema ?? "", Reading);
                return Line(asked.Id, []);
            case "validateSchema":
                return Line(asked.Id, Build(asked.Schema ?? "", out _));
            case "validate" or "execute":
                if (Build(asked.Schema ?? "", out var schema) is { Count: > 0 } faults) return Line(asked.Id, faults);
                if (asked.Mode == "execute") return Execute(asked, schema!);
                return Line(asked.Id, DocumentValidator.Validate(schema!, Parser.ParseDocument(asked.Document ?? "", Reading), Executing.Validation));
            default:
                throw new JsonException($"Unknown mode \"{asked.Mode}\".");
        }
    }

    private IReadOnlyList<GraphQLError> Build(string text, out Schema? schema)
    {
        if (built.Text != text)
        {
            try
            {
                built = (text, Schema.Build(text, Building), []);
            }
            catch (GraphQLException refusal)
            {
                built = (text, null, refusal.Errors);
            }
        }
        schema = built.Schema;
        return built.Errors;
    }

    private static string Execute(Case asked, Schema schema)
    {
        var request = new GraphQLRequest
        {
            Document = Encoding.UTF8.GetBytes(asked.Document ?? ""),
            OperationName = asked.OperationName,
            Variables = asked.Variables,
            RootValue = asked.Data.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? null : asked.Data,
        };
        using var response = new RequestExecutor(schema, Executing).ExecuteAsync(request).AsTask().GetAwaiter().GetResult();
        var body = JsonElement.Parse(response.Body.ToArray());
        var errors = body.TryGetProperty("errors", out var list) ? list.EnumerateArray().Select(Error) : [];
        var data = body.TryGetProperty("data", out var given) ? $",\"data\":{given.GetRawText()}" : "";
        return $"{{\"id\":{Quoted(asked.Id)},\"errors\":[{string.Join(',', errors)}]{data}}}";
    }

    // The protocol wants the places even where there are none; a response leaves them out.
    private static string Error(JsonElement error)
    {
        var places = error.TryGetProperty("locations", out var locations) ? locations.GetRawText() : "[]";
        var path = error.TryGetProperty("path", out var steps) ? $",\"path\":{steps.GetRawText()}" : "";
        return $"{{\"message\":{error.GetProperty("message").GetRawText()},\"locations\":{places}{path}}}";
    }

    private static string Line(string id, IReadOnlyList<GraphQLError> errors)
    {
        var list = errors.Select(error =>
        {
            var places = error.Locations.Select(place => $"{{\"line\":{place.Line},\"column\":{place.Column}}}");
            return $"{{\"message\":{Quoted(error.Message)},\"locations\":[{string.Join(',', places)}]}}";
        });
        return $"{{\"id\":{Quoted(id)},\"errors\":[{string.Join(',', list)}]}}";
    }

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length + 2);
        JsonText.Write(quoted, text);
        return quoted.ToString();
    }
}

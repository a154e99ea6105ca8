using System.Text;
using System.Text.Json;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.Conformance;

/// <summary>Answers cases. Limits that protect a server are raised: the reference implementation has none of them.</summary>
public sealed class Answers
{
    private static readonly ParserOptions Unlimited = new() { MaxDepth = ParserOptions.DeepestNesting };

    /// <summary>The line that answers a line; whatever goes wrong is an answer too.</summary>
    public string ToLine(string line)
    {
        var id = "";
        try
        {
            var asked = Case.Parse(line);
            id = asked.Id;
            return Line(id, Answer(asked));
        }
        catch (Exception fault)
        {
            return Line(id, [new GraphQLError($"The engine failed: {fault}")]);
        }
    }

    /// <summary>The errors that the engine finds.</summary>
    public IReadOnlyList<GraphQLError> Answer(Case asked)
    {
        try
        {
            switch (asked.Mode)
            {
                case "parse":
                    Parser.ParseDocument(asked.Document ?? "", Unlimited);
                    return [];
                case "parseSchema":
                    Parser.ParseDocument(asked.Schema ?? "", Unlimited);
                    return [];
                default:
                    throw new JsonException($"Unknown mode \"{asked.Mode}\".");
            }
        }
        catch (GraphQLException refusal)
        {
            return refusal.Errors;
        }
    }

    private static string Line(string id, IReadOnlyList<GraphQLError> errors)
    {
        var line = new StringBuilder("{\"id\":");
        JsonText.Write(line, id);
        line.Append(",\"errors\":[");
        foreach (var error in errors)
        {
            if (line[^1] != '[') line.Append(',');
            line.Append("{\"message\":");
            JsonText.Write(line, error.Message);
            var places = error.Locations.IsDefault ? [] : error.Locations.Select(place => $"{{\"line\":{place.Line},\"column\":{place.Column}}}");
            line.Append(",\"locations\":[").AppendJoin(',', places).Append("]}");
        }
        return line.Append("]}").ToString();
    }
}

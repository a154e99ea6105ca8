using System.Runtime.CompilerServices;
using Graph.GraphQL.Introspection;
using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Validation;

/// <summary>The directives a document may use: those of the schema or the built-in ones, and those the document defines itself.</summary>
internal sealed class DirectiveCatalogue
{
    private readonly Dictionary<string, Entry> entries;

    private DirectiveCatalogue(IEnumerable<DirectiveDefinition> definitions)
    {
        entries = [];
        foreach (var definition in definitions)
        {
            entries[definition.Name] = new(
                [.. definition.Locations],
                [.. definition.Arguments.Select(argument => argument.Name)],
                [.. definition.Arguments.Where(argument => argument.IsRequired).Select(argument => (argument.Name, argument.Type.ToString()!))],
                definition.IsRepeatable);
        }
    }

    private DirectiveCatalogue(DirectiveCatalogue known, IEnumerable<DirectiveDefinitionNode> definitions)
    {
        entries = new(known.entries);
        foreach (var definition in definitions)
        {
            entries[definition.Name.Value] = new(
                [.. definition.Locations.Select(location => location.Value)],
                [.. definition.Arguments.Select(argument => argument.Name.Value)],
                [.. definition.Arguments.Where(IsRequired).Select(argument => (argument.Name.Value, Printer.Print(argument.Type)))
                    .DistinctBy(argument => argument.Item1)],
                definition.IsRepeatable);
        }
    }

    public static DirectiveCatalogue Empty { get; } = new([]);

    private static DirectiveCatalogue BuiltIn { get; } = new(IntrospectionTypes.Directives);

    // One catalogue a schema, made when its first document comes.
    private static readonly ConditionalWeakTable<Schema, DirectiveCatalogue> OfSchemas = [];

    /// <summary>The directives that the context's document may use.</summary>
    public static DirectiveCatalogue Of(ValidationContext context)
    {
        var known = context.HasSchema ? OfSchemas.GetValue(context.Schema, static schema => new(schema.Directives)) : BuiltIn;
        foreach (var definition in context.Document.Definitions)
            if (definition is DirectiveDefinitionNode) return new(known, context.Document.Definitions.OfType<DirectiveDefinitionNode>());
        return known;
    }

    public Entry? Find(string name) => entries.GetValueOrDefault(name);

    private static bool IsRequired(InputValueDefinitionNode argument) => argument.Type is NonNullTypeNode && argument.DefaultValue is null;

    /// <summary>What rules need to know of a directive.</summary>
    public sealed record Entry(string[] Locations, string[] Arguments, (string Name, string Type)[] Required, bool IsRepeatable);
}

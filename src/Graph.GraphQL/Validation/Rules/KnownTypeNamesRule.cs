using Graph.GraphQL.Introspection;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.Validation.Rules;

/// <summary>Section 5.5.1.2 and its like: a type that is named exists.</summary>
internal sealed class KnownTypeNamesRule(ValidationContext context) : ValidationRule(context)
{
    private static readonly string[] Standard =
        [.. IntrospectionTypes.Scalars.Select(type => type.Name), .. IntrospectionTypes.All.Select(type => type.Name)];

    private HashSet<string>? defined;

    public override Visits Interests => Visits.NamedType;

    public override void NamedType(NamedTypeNode node)
    {
        var name = node.Name.Value;
        if (Context.HasSchema && Context.Schema.FindType(name) is not null) return;
        defined ??= [.. Context.Document.Definitions.OfType<TypeDefinitionNode>().Select(type => type.Name.Value)];
        if (defined.Contains(name)) return;

        // Built-in scalars need no definition in a type system; an operation can use only those that its schema has.
        var isTypeSystem = Context.Definition is not ExecutableDefinitionNode;
        if (isTypeSystem && Standard.Contains(name)) return;
        IEnumerable<string> known = Context.HasSchema ? Context.Schema.Types.Keys.Concat(defined) : defined;
        Context.Report(ValidationMessages.UnknownType(name, Context.Suggest(name, isTypeSystem ? Standard.Concat(known) : known)), node);
    }
}

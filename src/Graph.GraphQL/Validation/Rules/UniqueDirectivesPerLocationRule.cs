using System.Collections.Immutable;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.Validation.Rules;

/// <summary>Section 5.7.3: a directive that is not repeatable stands once at a place. A type and its extensions are one place.</summary>
internal sealed class UniqueDirectivesPerLocationRule(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<string, DirectiveNode> onSchema = [];
    private readonly Dictionary<string, Dictionary<string, DirectiveNode>> onTypes = [];
    private DirectiveCatalogue catalogue = DirectiveCatalogue.Empty;

    public override Visits Interests => Visits.Directives | Visits.Document;

    public override void Document(DocumentNode node) => catalogue = DirectiveCatalogue.Of(Context);

    public override void Directives(SyntaxNode owner, ImmutableArray<DirectiveNode> directives, string location)
    {
        if (directives.Length == 1 && owner is not TypeSystemNode) return;
        var seen = SeenAt(owner);
        foreach (var directive in directives)
        {
            var name = directive.Name.Value;
            if (catalogue.Find(name) is not { IsRepeatable: false }) continue;
            if (!seen.TryAdd(name, directive)) Context.Report(ValidationMessages.RepeatedDirective(name), seen[name], directive);
        }
    }

    private Dictionary<string, DirectiveNode> SeenAt(SyntaxNode owner)
    {
        if (owner is SchemaNode) return onSchema;
        if (owner is not TypeDefinitionOrExtensionNode type) return [];
        if (!onTypes.TryGetValue(type.Name.Value, out var seen)) onTypes[type.Name.Value] = seen = [];
        return seen;
    }
}

using System.Collections.Immutable;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.Validation.Rules;

/// <summary>Sections 5.7.1 and 5.7.2: a directive is defined, and stands where its definition allows.</summary>
internal sealed class KnownDirectivesRule(ValidationContext context) : ValidationRule(context)
{
    private DirectiveCatalogue catalogue = DirectiveCatalogue.Empty;

    public override Visits Interests => Visits.Directives | Visits.Document;

    public override void Document(DocumentNode node) => catalogue = DirectiveCatalogue.Of(Context);

    public override void Directives(SyntaxNode owner, ImmutableArray<DirectiveNode> directives, string location)
    {
        foreach (var directive in directives)
        {
            if (catalogue.Find(directive.Name.Value) is not { } known)
                Context.Report(ValidationMessages.UnknownDirective(directive.Name.Value), directive);
            else if (!known.Locations.Contains(location))
                Context.Report(ValidationMessages.MisplacedDirective(directive.Name.Value, location), directive);
        }
    }
}

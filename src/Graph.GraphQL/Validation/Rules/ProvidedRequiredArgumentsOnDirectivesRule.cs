using System.Collections.Immutable;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.Validation.Rules;

/// <summary>Section 5.4.3 for directives alone, as it is checked in type system documents.</summary>
internal sealed class ProvidedRequiredArgumentsOnDirectivesRule(ValidationContext context) : ValidationRule(context)
{
    private DirectiveCatalogue catalogue = DirectiveCatalogue.Empty;

    public override Visits Interests => Visits.Directives | Visits.Document;

    public override void Document(DocumentNode node) => catalogue = DirectiveCatalogue.Of(Context);

    public override void Directives(SyntaxNode owner, ImmutableArray<DirectiveNode> directives, string location)
    {
        foreach (var directive in directives)
        {
            if (catalogue.Find(directive.Name.Value) is not { } known) continue;
            foreach (var (name, type) in known.Required)
            {
                if (directive.Arguments.Any(argument => argument.Name.Value == name)) continue;
                Context.Report(ValidationMessages.MissingDirectiveArgument(directive.Name.Value, name, type), directive);
            }
        }
    }
}

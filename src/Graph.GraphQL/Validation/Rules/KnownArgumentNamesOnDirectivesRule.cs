using System.Collections.Immutable;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.Validation.Rules;

/// <summary>Section 5.4.1 for directives alone, as it is checked in type system documents.</summary>
internal sealed class KnownArgumentNamesOnDirectivesRule(ValidationContext context) : ValidationRule(context)
{
    private DirectiveCatalogue catalogue = DirectiveCatalogue.Empty;

    public override Visits Interests => Visits.Directives | Visits.Document;

    public override void Document(DocumentNode node) => catalogue = DirectiveCatalogue.Of(Context);

    public override void Directives(SyntaxNode owner, ImmutableArray<DirectiveNode> directives, string location)
    {
        foreach (var directive in directives)
        {
            if (directive.Arguments.IsEmpty || catalogue.Find(directive.Name.Value) is not { } known) continue;
            foreach (var argument in directive.Arguments)
            {
                if (known.Arguments.Any(name => name == argument.Name.Value)) continue;
                var suggestion = Context.Suggest(argument.Name.Value, known.Arguments);
                Context.Report(ValidationMessages.UnknownDirectiveArgument(argument.Name.Value, directive.Name.Value, suggestion), argument);
            }
        }
    }
}

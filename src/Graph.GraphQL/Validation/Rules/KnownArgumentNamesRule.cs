using System.Collections.Immutable;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.Validation.Rules;

/// <summary>Section 5.4.1: an argument is defined by the field or directive it is given to.</summary>
internal sealed class KnownArgumentNamesRule(ValidationContext context) : ValidationRule(context)
{
    private readonly KnownArgumentNamesOnDirectivesRule onDirectives = new(context);

    public override Visits Interests => Visits.Argument | Visits.Directives | Visits.Document;

    public override void Document(DocumentNode node) => onDirectives.Document(node);

    public override void Argument(ArgumentNode node)
    {
        if (Context.Directive is not null || Context.Argument is not null || Context.Field is not { } field || Context.ParentType is not { } type)
            return;
        var suggestion = Context.Suggest(node.Name.Value, field.Arguments.Select(argument => argument.Name));
        Context.Report(ValidationMessages.UnknownArgument(node.Name.Value, type.Name, field.Name, suggestion), node);
    }

    public override void Directives(SyntaxNode owner, ImmutableArray<DirectiveNode> directives, string location) =>
        onDirectives.Directives(owner, directives, location);
}

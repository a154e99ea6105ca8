using System.Collections.Immutable;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.Validation.Rules;

/// <summary>Section 5.4.3: arguments without default and without null are given.</summary>
internal sealed class ProvidedRequiredArgumentsRule(ValidationContext context) : ValidationRule(context)
{
    private readonly ProvidedRequiredArgumentsOnDirectivesRule onDirectives = new(context);

    public override Visits Interests => Visits.Field | Visits.Directives | Visits.Document;

    public override void Document(DocumentNode node) => onDirectives.Document(node);

    public override void Field(FieldNode node)
    {
        if (Context.Field is not { } field) return;
        foreach (var argument in field.Arguments.AsSpan())
        {
            if (!argument.IsRequired || IsGiven(node.Arguments, argument.Name)) continue;
            Context.Report(ValidationMessages.MissingArgument(field.Name, argument.Name, argument.Type.ToString()!), node);
        }
    }

    public override void Directives(SyntaxNode owner, ImmutableArray<DirectiveNode> directives, string location) =>
        onDirectives.Directives(owner, directives, location);

    private static bool IsGiven(ImmutableArray<ArgumentNode> arguments, string name)
    {
        foreach (var argument in arguments)
            if (argument.Name.Value == name) return true;
        return false;
    }
}

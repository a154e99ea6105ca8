using System.Collections.Immutable;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.Validation.Rules;

/// <summary>Section 5.4.2: an argument is given once.</summary>
internal sealed class UniqueArgumentNamesRule(ValidationContext context) : ValidationRule(context)
{
    public override Visits Interests => Visits.Field | Visits.Directives;

    public override void Field(FieldNode node) => Check(node.Arguments);

    public override void Directives(SyntaxNode owner, ImmutableArray<DirectiveNode> directives, string location)
    {
        foreach (var directive in directives) Check(directive.Arguments);
    }

    private void Check(ImmutableArray<ArgumentNode> arguments)
    {
        foreach (var group in Repetition.Find(arguments, argument => argument.Name))
            Context.Report(ValidationMessages.DuplicateArgument(group[0].Value), [.. group]);
    }
}

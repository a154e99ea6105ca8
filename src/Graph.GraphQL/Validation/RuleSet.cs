using System.Numerics;
using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Validation;

/// <summary>Rules that are checked together in one walk. Which rule hears of what is found once, not once a document.</summary>
internal sealed class RuleSet
{
    private const int Kinds = 16;

    private readonly Func<ValidationContext, ValidationRule>[] rules;
    private readonly int[][] listeners = new int[Kinds][];

    public RuleSet(params Func<ValidationContext, ValidationRule>[] rules)
    {
        this.rules = rules;
        var sample = Start(new(new([]), null, ValidationOptions.Default));
        for (var kind = 0; kind < Kinds; kind++)
            listeners[kind] = [.. Enumerable.Range(0, rules.Length).Where(index => sample[index].Interests.HasFlag((Visits)(1 << kind)))];
    }

    /// <summary>Checks a document.</summary>
    public IReadOnlyList<GraphQLError> Check(DocumentNode document, Schema? schema, ValidationOptions options)
    {
        var context = new ValidationContext(document, schema, options);
        try
        {
            new RuleWalk(context, this, Start(context)).Run();
        }
        catch (ValidationAbortedException)
        {
            // The last error already says why.
        }
        return context.Errors;
    }

    /// <summary>The positions of the rules that want to hear of one kind of visit.</summary>
    public ReadOnlySpan<int> Listeners(Visits kind) => listeners[BitOperations.TrailingZeroCount((int)kind)];

    private ValidationRule[] Start(ValidationContext context) => Array.ConvertAll(rules, rule => rule(context));
}

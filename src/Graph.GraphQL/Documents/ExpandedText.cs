using System.Collections.Immutable;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.Documents;

/// <summary>The text of one fragment, or of all operations together.</summary>
internal sealed class ExpandedText(FragmentDefinitionNode? fragment = null)
{
    private bool isVisited;

    public FragmentDefinitionNode? Fragment { get; } = fragment;

    /// <summary>What is written here.</summary>
    public Extent Own { get; private set; }

    /// <summary>With all that is spread here. A fragment that contains itself counts once; validation will refuse it.</summary>
    public Extent Total { get; private set; }

    public List<string> Spreads { get; } = [];

    public long Times { get; set; }

    public bool Visit() => !isVisited && (isVisited = true);

    public void SumUp(Dictionary<string, ExpandedText> fragments)
    {
        Total = Own;
        foreach (var name in Spreads)
            if (fragments.TryGetValue(name, out var spread)) Total = Total.Plus(spread.Total);
    }

    public void Add(SelectionSetNode selectionSet)
    {
        foreach (var selection in selectionSet.Selections)
        {
            Add(selection.Directives);
            switch (selection)
            {
                case FieldNode field:
                    Own = Own.Plus(new(1, 0));
                    Add(field.Arguments);
                    if (field.SelectionSet is not null) Add(field.SelectionSet);
                    break;
                case InlineFragmentNode inline:
                    Add(inline.SelectionSet);
                    break;
                case FragmentSpreadNode spread:
                    Spreads.Add(spread.Name.Value);
                    break;
            }
        }
    }

    public void Add(ImmutableArray<DirectiveNode> directives)
    {
        foreach (var directive in directives) Add(directive.Arguments);
    }

    private void Add(ImmutableArray<ArgumentNode> arguments)
    {
        foreach (var argument in arguments) Own = Own.Plus(new(0, CountOf(argument.Value)));
    }

    private static long CountOf(ValueNode value) => value switch
    {
        ListValueNode list => 1 + list.Values.Sum(CountOf),
        ObjectValueNode fields => 1 + fields.Fields.Sum(field => CountOf(field.Value)),
        _ => 1,
    };
}

/// <summary>How much is written in a text.</summary>
/// <param name="Fields">Fields.</param>
/// <param name="Values">Values in arguments.</param>
internal readonly record struct Extent(long Fields, long Values)
{
    public Extent Plus(Extent other) =>
        new(Math.Min(FixedLimits.MaxToldNumber, Fields + other.Fields), Math.Min(FixedLimits.MaxToldNumber, Values + other.Values));
}

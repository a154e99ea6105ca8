using Graph.GraphQL.Language;

namespace Graph.GraphQL.Documents;

/// <summary>
/// How much a document selects once a fragment stands in every place where it is spread: the work of whoever plans or answers it.
/// Every part of the text is looked at once, however often it counts, so the time is that of reading the text.
/// </summary>
internal sealed class DocumentExpansion
{
    private readonly Dictionary<string, ExpandedText> fragments = [];
    private readonly ExpandedText operations = new();

    // Every fragment that an operation reaches, after those that it spreads.
    private readonly List<ExpandedText> ordered = [];

    public DocumentExpansion(DocumentNode document)
    {
        foreach (var definition in document.Definitions.OfType<ExecutableDefinitionNode>())
        {
            var part = definition is FragmentDefinitionNode fragment ? fragments[fragment.Name.Value] = new(fragment) : operations;
            part.Add(definition.Directives);
            part.Add(definition.SelectionSet);
        }

        Order();
        foreach (var part in ordered) part.SumUp(fragments);
    }

    /// <summary>
    /// Fields that all operations of the document select, those of fragments as often as they are spread; at most a billion is
    /// told.
    /// </summary>
    public long Fields => operations.Total.Fields;

    /// <summary>Values in arguments of fields and directives, those inside lists and objects included, counted in the same way.</summary>
    public long Values => operations.Total.Values;

    /// <summary>The fragment whose own text makes up the most of a sum; null when no fragment is spread more than once.</summary>
    public Multiplied? MostMultiplied(Func<Extent, long> own)
    {
        // From the operations down: whoever spreads a fragment comes before it.
        foreach (var part in ordered) part.Times = 0;
        operations.Times = 1;
        foreach (var part in Enumerable.Reverse(ordered))
            foreach (var name in part.Spreads)
                if (fragments.TryGetValue(name, out var spread)) spread.Times = Math.Min(FixedLimits.MaxToldNumber, spread.Times + part.Times);
        var most = ordered.Where(part => part.Times > 1 && part.Fragment is not null).MaxBy(part => Share(part));
        return most is null ? null : new(most.Fragment!, most.Times, Share(most));

        long Share(ExpandedText part) => Product(part.Times, own(part.Own));
    }

    /// <summary>Depth first, without recursion: a chain of fragments may be as long as a document.</summary>
    private void Order()
    {
        var open = new Stack<(ExpandedText Part, int Next)>([(operations, 0)]);
        while (open.TryPop(out var step))
        {
            if (step.Next == step.Part.Spreads.Count)
            {
                ordered.Add(step.Part);
                continue;
            }

            open.Push((step.Part, step.Next + 1));
            if (fragments.TryGetValue(step.Part.Spreads[step.Next], out var spread) && spread.Visit()) open.Push((spread, 0));
        }
    }

    private static long Product(long times, long count) =>
        count != 0 && times > FixedLimits.MaxToldNumber / count ? FixedLimits.MaxToldNumber : times * count;

    /// <param name="Fragment">A fragment.</param>
    /// <param name="Times">How many ways lead to it from the operations.</param>
    /// <param name="Count">How much of the sum is its own text, so many times.</param>
    internal sealed record Multiplied(FragmentDefinitionNode Fragment, long Times, long Count);
}

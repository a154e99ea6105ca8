namespace Graph.Model.Ontologies;

/// <summary>
/// Says of a long text that only what stands around its quotes is for everybody, and under which terms the whole is; see
/// <c>@excerpt</c> in an ontology. Stores keep the text as any property.
/// </summary>
public sealed record Excerpt
{
    /// <summary>The relationship to what quotes the text.</summary>
    public required RelationshipField Around { get; init; }

    /// <summary>Where the words of what quotes it begin in the text, in code points.</summary>
    public required Property From { get; init; }

    /// <summary>Where they end in the text, in code points; the end is excluded.</summary>
    public required Property Until { get; init; }

    /// <summary>
    /// What tells the terms of the text, in the order in which it is asked: the first that says anything decides. Of several
    /// nodes that a way leads to, all that say anything must allow the whole.
    /// </summary>
    public required IReadOnlyList<TermsWay> Terms { get; init; }

    /// <summary>The terms that allow the whole, word for word as the graph has them.</summary>
    public required IReadOnlyList<string> Whole { get; init; }
}

/// <summary>A way to what tells terms.</summary>
/// <param name="Steps">The relationships followed, one after the other; none where the text's own node tells them.</param>
/// <param name="Property">The property that tells them.</param>
public sealed record TermsWay(IReadOnlyList<RelationshipField> Steps, Property Property);

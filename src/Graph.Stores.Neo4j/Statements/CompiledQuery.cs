using Graph.Model.Queries;
using Graph.Model.Stores;
using Graph.Stores.Neo4j.Reading;

namespace Graph.Stores.Neo4j.Statements;

/// <summary>A parameter of the statement.</summary>
/// <param name="Name">Its name, without <c>$</c>.</param>
/// <param name="Parameter">Where its value comes from.</param>
/// <param name="Form">How it travels.</param>
/// <param name="IsCanonical">It is the id of a node that may be one with others, or a list of such: sent is the id of the one that stands for
/// all.</param>
internal sealed record Binding(string Name, Parameter Parameter, BindingForm Form, bool IsCanonical = false);

/// <summary>A Cypher statement made of a logical query: each record has one value, the row as a list.</summary>
/// <param name="Statement">The text; the same for every request that shares the plan.</param>
/// <param name="Bindings">Its parameters.</param>
internal sealed record CompiledQuery(string Statement, IReadOnlyList<Binding> Bindings) : ICompiledQuery
{
    /// <summary>The single ids that the statement compares with as text alone.</summary>
    public IReadOnlyList<Parameter> TextIds { get; init; } = [];

    /// <summary>It names nodes that may be one with others.</summary>
    public bool NamesMerged { get; } = Bindings.Any(binding => binding.IsCanonical);

    /// <summary>The same query comparing with those ids as numbers too.</summary>
    public Lazy<CompiledQuery>? WithNumbers { get; init; }

    /// <summary>The same query comparing texts by code point where the server would go by UTF-16, and ids as numbers too.</summary>
    public Lazy<CompiledQuery>? WithFarTexts { get; init; }

    /// <summary>
    /// The statement for some values: one that compares ids with numbers too only where one of them reads as a number, so that
    /// others are found by equality with one value; and one for <see cref="FarTexts"/> only where there are such.
    /// </summary>
    /// <param name="values">The values.</param>
    /// <param name="merged">The ids of nodes that others stand for, and theirs.</param>
    public CompiledQuery For(IReadOnlyList<object?> values, IReadOnlyDictionary<string, string> merged)
    {
        if (WithFarTexts is not null)
            foreach (var binding in Bindings)
            {
                var value = binding.Parameter.In(values);
                if (FarTexts.Has(binding.IsCanonical ? Parameters.Canonical(value, merged) : value)) return WithFarTexts.Value;
            }

        foreach (var id in TextIds)
            if (id.In(values) is string given
                && (NumberId.TryRead(given, out _) || (merged.TryGetValue(given, out var text) && NumberId.TryRead(text, out _))))
            {
                return WithNumbers!.Value;
            }
        return this;
    }
}

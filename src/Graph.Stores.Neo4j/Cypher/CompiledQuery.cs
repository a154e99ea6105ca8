using Graph.Model.Queries;
using Graph.Model.Stores;

namespace Graph.Stores.Neo4j.Cypher;

/// <summary>How a parameter of the logical query travels.</summary>
internal enum BindingForm
{
    /// <summary>As it is.</summary>
    Plain,

    /// <summary>
    /// An instant in the zone that sorts first. Neo4j orders equal instants by their zones, so an instant is compared
    /// with this bound and <see cref="LastZone"/>, and stored zones do not matter.
    /// </summary>
    FirstZone,

    /// <summary>An instant in the zone that sorts last.</summary>
    LastZone,

    /// <summary>Text with its letter case folded, or a list of such.</summary>
    Folded,

    /// <summary>
    /// For the letters of a text, or of all texts of a list, the pairs of a variant and what it folds to: what has to be
    /// replaced in another text before the two are compared.
    /// </summary>
    Letters,
}

/// <summary>A parameter of the statement.</summary>
/// <param name="Name">Its name, without <c>$</c>.</param>
/// <param name="Parameter">Where its value comes from.</param>
/// <param name="Form">How it travels.</param>
internal sealed record Binding(string Name, Parameter Parameter, BindingForm Form);

/// <summary>A Cypher statement made of a logical query: each record has one value, the row as a list.</summary>
/// <param name="Statement">The text; the same for every request that shares the plan.</param>
/// <param name="Bindings">Its parameters.</param>
internal sealed record CompiledQuery(string Statement, IReadOnlyList<Binding> Bindings) : ICompiledQuery;

/// <summary>The variables and parameters of one statement, as they come up.</summary>
internal sealed class StatementScope
{
    private readonly Dictionary<string, Binding> bindings = new(StringComparer.Ordinal);
    private int variables;

    /// <summary>The parameters so far, by name.</summary>
    public IReadOnlyList<Binding> Bindings => [.. bindings.Values.OrderBy(binding => binding.Parameter.Index).ThenBy(binding => binding.Form)];

    /// <summary>A number that no other variable of the statement has.</summary>
    public int Next() => variables++;

    /// <summary>The parameter as the statement refers to it.</summary>
    public string Bind(Parameter parameter, BindingForm form = BindingForm.Plain)
    {
        var name = "p" + parameter.Index + form switch
        {
            BindingForm.FirstZone => "_first",
            BindingForm.LastZone => "_last",
            BindingForm.Folded => "_folded",
            BindingForm.Letters => "_letters",
            _ => "",
        };
        bindings.TryAdd(name, new(name, parameter, form));
        return "$" + name;
    }
}

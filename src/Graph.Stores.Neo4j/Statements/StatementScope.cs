using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Stores.Neo4j.Statements;

/// <summary>The variables and parameters of one statement, as they come up.</summary>
/// <param name="numberIds">Ids are compared with numbers too.</param>
/// <param name="farTexts">Among the values are <see cref="FarTexts"/>.</param>
internal sealed class StatementScope(bool numberIds = false, bool farTexts = false)
{
    private readonly List<Parameter> textIds = [];
    private readonly Dictionary<string, Binding> bindings = new(StringComparer.Ordinal);
    private int variables;

    /// <summary>The parameters so far, by name.</summary>
    public IReadOnlyList<Binding> Bindings => [.. bindings.Values.OrderBy(binding => binding.Parameter.Index).ThenBy(binding => binding.Form)];

    /// <summary>The single ids that are compared as text alone.</summary>
    public IReadOnlyList<Parameter> TextIds => textIds;

    /// <summary>An id for an equality: the operator with the parameter.</summary>
    public string EqualId(Parameter parameter, bool isCanonical = false)
    {
        if (numberIds) return "IN " + Bind(parameter, BindingForm.Ids, isCanonical);
        textIds.Add(parameter);
        return "= " + Bind(parameter, BindingForm.Plain, isCanonical);
    }

    /// <summary>A property for an order.</summary>
    public string InOrder(string variable, Property property) =>
        farTexts && FarTexts.AreIn(property) ? FarTexts.Stored(variable, property) : Identifiers.Property(variable, property);

    /// <summary>A text of the database before or after a parameter, by code point.</summary>
    public string Beyond(string value, bool less, bool orEqual, Parameter parameter)
    {
        if (farTexts) return FarTexts.Beyond(value, less, orEqual, Bind(parameter), Bind(parameter, BindingForm.FarPlaces));
        return $"{value} {(less ? "<" : ">")}{(orEqual ? "=" : "")} {Bind(parameter)}";
    }

    /// <summary>A number that no other variable of the statement has.</summary>
    public int Next() => variables++;

    /// <summary>The parameter as the statement refers to it.</summary>
    public string Bind(Parameter parameter, BindingForm form = BindingForm.Plain, bool isCanonical = false)
    {
        var name = "p" + parameter.Index + form switch
        {
            BindingForm.FirstZone => "_first",
            BindingForm.LastZone => "_last",
            BindingForm.Folded => "_folded",
            BindingForm.Letters => "_letters",
            BindingForm.Ids => "_ids",
            BindingForm.WordQueries => "_words",
            BindingForm.FarPlaces => "_far",
            _ => "",
        };
        // One value may name both a node that is one with others and one that cannot be.
        if (bindings.TryGetValue(name, out var known) && known.IsCanonical != isCanonical) name += isCanonical ? "_canonical" : "_given";
        bindings.TryAdd(name, new(name, parameter, form, isCanonical));
        return "$" + name;
    }
}

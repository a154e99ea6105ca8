using Graph.Model.Queries;

namespace Graph.Stores.Sqlite.Statements;

/// <summary>The aliases and parameters of one statement, as they come up.</summary>
internal sealed class StatementScope
{
    private readonly List<Binding> bindings = [];
    private readonly Dictionary<(int Parameter, BindingForm Form), int> numbers = [];
    private int aliases;

    /// <summary>The parameters so far, in the order of their numbers.</summary>
    public IReadOnlyList<Binding> Bindings => bindings;

    /// <summary>A name that nothing else in the statement has.</summary>
    public string Alias(string prefix) => $"{prefix}{++aliases}";

    /// <summary>The parameter as the statement refers to it.</summary>
    public string Bind(Parameter parameter, BindingForm form = BindingForm.Plain)
    {
        if (!numbers.TryGetValue((parameter.Index, form), out var number))
        {
            bindings.Add(new(parameter, form));
            numbers.Add((parameter.Index, form), number = bindings.Count);
        }

        return $"?{number}";
    }
}

using Graph.GraphQL.Language;

namespace Graph.Model.Ontologies;

/// <summary>The arguments of <c>@act</c> as texts; what has another form is reported once and is not there.</summary>
internal sealed class ActArguments
{
    private static readonly HashSet<string> Lists = ["roles", "represents", "series"];

    private readonly DirectiveNode directive;
    private readonly Dictionary<string, IReadOnlyList<string>> texts = new(StringComparer.Ordinal);

    public ActArguments(DirectiveNode directive, OntologyFaults faults)
    {
        this.directive = directive;
        foreach (var argument in directive.Arguments)
        {
            var name = argument.Name.Value;
            IReadOnlyList<string>? given = argument.Value switch
            {
                StringValueNode text when !Lists.Contains(name) => [text.Value],
                ListValueNode { Values: { Length: > 0 } items } when Lists.Contains(name) && items.All(item => item is StringValueNode) =>
                    [.. items.Cast<StringValueNode>().Select(item => item.Value)],
                _ => null,
            };
            var isWay = name == "series";
            if (name == "notice" && given is [var sentence] && !string.IsNullOrWhiteSpace(sentence)) texts.TryAdd(name, given);
            else if (name != "notice" && given?.All(text => (isWay ? text.Split('.') : [text]).All(Dialect.IsName)) == true)
            {
                texts.TryAdd(name, given);
            }
            else if (ActDeclaration.Known.Contains(name)) faults.BadArgument(argument, ActDeclaration.Name, name, Form(name));
        }
    }

    /// <summary>The argument as it is written, or null.</summary>
    public ArgumentNode? Find(string name) => directive.Arguments.FirstOrDefault(argument => argument.Name.Value == name);

    /// <summary>The value of an argument that is one name; null when it is not given.</summary>
    public string? Text(string name) => texts.TryGetValue(name, out var given) ? given[0] : null;

    /// <summary>The values of an argument that is a list; empty when it is not given.</summary>
    public IReadOnlyList<string> Texts(string name) => texts.GetValueOrDefault(name) ?? [];

    private static string Form(string name) => name switch
    {
        "roles" => ActDeclaration.FormOfRoles,
        "series" => "a list of fields in quotes, the steps of a way between dots, such as [\"evidence.document\"]",
        "notice" => "a sentence in quotes",
        _ when Lists.Contains(name) => "a list of names in quotes",
        _ => "a name in quotes",
    };
}

using Graph.GraphQL.Language;

namespace Graph.Model.Ontologies;

/// <summary>One <c>@excerpt</c> of an ontology file.</summary>
internal sealed class ExcerptDeclaration
{
    public const string Name = "excerpt";

    /// <summary>Its arguments.</summary>
    public static readonly string[] Known = ["around", "from", "until", "terms", "whole"];

    private const string Example =
        "@excerpt(around: \"evidence\", from: \"startOffset\", until: \"endOffset\", terms: [\"licence\"], whole: [\"CC0-1.0\"])";

    private readonly NodeType type;
    private readonly FieldDefinitionNode field;
    private readonly DirectiveNode directive;
    private readonly ActFields fields;
    private readonly OntologyFaults faults;
    private readonly Dictionary<string, IReadOnlyList<string>> given = new(StringComparer.Ordinal);

    private ExcerptDeclaration(NodeType type, FieldDefinitionNode field, DirectiveNode directive, ActFields fields, OntologyFaults faults)
    {
        (this.type, this.field, this.directive, this.fields, this.faults) = (type, field, directive, fields, faults);
        foreach (var argument in Known) Take(argument);
        if (given.Count < Known.Length) return;
        CheckQuotes();
        foreach (var way in given["terms"]) CheckTerms(way);
    }

    /// <summary>Finds and checks all of a file.</summary>
    public static IReadOnlyList<ExcerptDeclaration> Read(Declarations declarations, ActFields fields, OntologyFaults faults) =>
    [
        .. from node in declarations.Nodes
           from field in node.Value.Fields
           let directive = Dialect.Find(field.Directives, Name)
           where directive is not null && MayStandAt(declarations, node.Key, field)
           select new ExcerptDeclaration(declarations.NodeTypes[node.Key], field, directive, fields, faults),
    ];

    /// <summary>
    /// Whether a field of a type can be told in excerpts: a text of a node type alone, which need not be there, and has no other mark.
    /// </summary>
    public static bool MayStandAt(Declarations declarations, string type, FieldDefinitionNode field) =>
        field is { Type: NamedTypeNode { Name.Value: "String" }, Directives.Length: 1 }
        && declarations.Nodes.TryGetValue(type, out var node)
        && !node.Interfaces.Any(face => declarations.Interfaces.TryGetValue(face.Name.Value, out var shared)
            && shared.Fields.Any(other => other.Name.Value == field.Name.Value));

    /// <summary>Gives the property its excerpt, once all types are complete.</summary>
    public void Complete()
    {
        var around = type.FindRelationship(given["around"][0])!;
        type.FindProperty(field.Name.Value)!.Excerpt = new()
        {
            Around = around,
            From = around.Target.FindProperty(given["from"][0])!,
            Until = around.Target.FindProperty(given["until"][0])!,
            Terms = [.. given["terms"].Select(Way)],
            Whole = given["whole"],
        };
    }

    private TermsWay Way(string way)
    {
        var (steps, here) = (new List<RelationshipField>(), (EntityType)type);
        var names = way.Split('.');
        foreach (var name in names[..^1])
        {
            steps.Add(here.FindRelationship(name)!);
            here = steps[^1].Target;
        }

        return new(steps, here.FindProperty(names[^1])!);
    }

    private void Take(string argument)
    {
        if (Argument(argument) is not { } node)
        {
            faults.MissingArgument(directive, argument, Example);
            return;
        }

        IReadOnlyList<string>? texts = node.Value switch
        {
            StringValueNode text when argument is not ("terms" or "whole") => [text.Value],
            ListValueNode list when argument is "terms" or "whole" && list.Values.All(item => item is StringValueNode) =>
                [.. list.Values.Cast<StringValueNode>().Select(item => item.Value)],
            _ => null,
        };
        if (texts is not null && (argument == "whole" || texts.All(text => text.Split('.').All(Dialect.IsName)))) given.Add(argument, texts);
        else faults.BadArgument(node, Name, argument, Form(argument));
    }

    private static string Form(string argument) => argument switch
    {
        "terms" => "a list of properties in quotes, each after the steps that lead to it with dots between, such as [\"dataset.licence\"]",
        "whole" => "a list of texts, such as [\"CC0-1.0\"]",
        _ => "a name in quotes",
    };

    private void CheckQuotes()
    {
        if (Field(type, given["around"][0], "around") is not { } around) return;
        if (around is not { Target: { } quoting, IsList: true })
        {
            Wrong("around", ActField.Relationship(isList: true), $"{type.Name}.{given["around"][0]}", around);
            return;
        }

        foreach (var argument in new[] { "from", "until" })
        {
            if (Field(quoting, given[argument][0], argument) is { } place and not { Property: { Kind: ScalarKind.Int, IsList: false } })
                Wrong(argument, "a property of type Int", $"{quoting.Name}.{given[argument][0]}", place);
        }
    }

    private void CheckTerms(string way)
    {
        EntityType here = type;
        var steps = way.Split('.');
        for (var i = 0; i < steps.Length; i++)
        {
            if (Field(here, steps[i], "terms") is not { } found) return;
            var isLast = i == steps.Length - 1;
            var fits = isLast ? found.Property is { Kind: ScalarKind.String, IsList: false } : found.Target is not null;
            if (!fits)
            {
                var expected = isLast ? "a property of type String at the end of a way" : "a relationship before the end of a way";
                Wrong("terms", expected, $"{here.Name}.{steps[i]}", found);
                return;
            }

            here = found.Target ?? here;
        }
    }

    private ActField? Field(EntityType from, string name, string argument) => fields.Find(from, name, Argument(argument)!);

    private void Wrong(string argument, string expected, string name, ActField found) =>
        faults.WrongField(Argument(argument)!, Name, argument, expected, name, found.Description);

    private ArgumentNode? Argument(string name) => directive.Arguments.FirstOrDefault(argument => argument.Name.Value == name);
}

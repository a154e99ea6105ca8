using Graph.GraphQL.Language;

namespace Graph.Model.Ontologies;

/// <summary>The one <c>@act</c> of an ontology file.</summary>
internal sealed partial class ActDeclaration
{
    public const string Name = "act";

    /// <summary>Its arguments.</summary>
    public static readonly string[] Known =
    [
        "by", "against", "on", "roles", "kind", "counted", "denies", "onBehalfOf", "answers", "evidence", "claim", "tally", "represents", "belongsTo",
            "upTo",
        "series", "pairs", "timeline", "threads", "chains", "notice",
    ];

    /// <summary>What <c>roles</c> has to be.</summary>
    public const string FormOfRoles = "two different names in quotes, such as [\"accuser\", \"accused\"]";

    private readonly ActArguments arguments;
    private readonly ActFields fields;
    private readonly OntologyFaults faults;

    private ActDeclaration(NodeType type, DirectiveNode directive, ActFields fields, OntologyFaults faults)
    {
        Type = type;
        this.fields = fields;
        this.faults = faults;
        arguments = new(directive, faults);
        Check(directive);
    }

    /// <summary>The type that carries it.</summary>
    public NodeType Type { get; }

    /// <summary>Finds and checks it; null where there is none.</summary>
    public static ActDeclaration? Read(Declarations declarations, ActFields fields, OntologyFaults faults)
    {
        ActDeclaration? found = null;
        foreach (var (name, node) in declarations.Nodes)
        {
            foreach (var directive in node.Directives.Where(directive => directive.Name.Value == Name))
            {
                if (found is not null) faults.TwoActs(directive, found.Type.Name);
                else found = new(declarations.NodeTypes[name], directive, fields, faults);
            }
        }

        return found;
    }

    /// <summary>The act, of types that are complete.</summary>
    public Act Build() => new()
    {
        Type = Type,
        By = Field("by")!,
        Against = Field("against")!,
        On = Type.FindProperty(arguments.Text("on")!)!,
        Actor = arguments.Texts("roles")[0],
        Counterpart = arguments.Texts("roles")[1],
        Kind = arguments.Text("kind") is { } kind ? Type.FindProperty(kind) : null,
        Counted = arguments.Text("counted"),
        Denies = arguments.Text("denies"),
        OnBehalfOf = Field("onBehalfOf"),
        Answers = Field("answers"),
        Evidence = Field("evidence"),
        Claim = Field("claim"),
        Tally = arguments.Text("tally") is { } tally ? Field("by")!.Target.FindRelationship(tally) : null,
        Represents = ActWays.Along(Field("by")!.Target, arguments.Texts("represents")),
        BelongsTo = arguments.Text("belongsTo") is { } body ? ActWays.Along(Field("by")!.Target, [body])[0] : [],
        UpTo = Field("by")!.Target.ConcreteTypes.FirstOrDefault(type => type.Name == arguments.Text("upTo")),
        Series = [.. arguments.Texts("series").Select(way => ActWays.Series(Type, way))],
        Pairs = arguments.Text("pairs"),
        Timeline = arguments.Text("timeline"),
        Threads = arguments.Text("threads"),
        Chains = arguments.Text("chains"),
        Notice = arguments.Text("notice"),
    };

    private RelationshipField? Field(string argument) => arguments.Text(argument) is { } name ? Type.FindRelationship(name) : null;
}

namespace Graph.GraphQL.TypeSystem;

/// <summary>What a type system document cannot say: the behaviour of its parts, attached by name.</summary>
public sealed partial record SchemaOptions
{
    /// <summary>No behaviour of one's own, every check on.</summary>
    public static SchemaOptions Default { get; } = new();

    /// <summary>
    /// Coercions of custom scalars by the scalar's name. Date, DateTime and BigInt have one without being named here;
    /// a scalar without any takes and gives every JSON value unchanged.
    /// </summary>
    public IReadOnlyDictionary<string, ScalarCoercion> Scalars { get; init; } = new Dictionary<string, ScalarCoercion>();

    /// <summary>Names of enums whose value changes the shape of a plan, such as the direction of a sort.</summary>
    public IReadOnlySet<string> StructuralEnums { get; init; } = new HashSet<string>();

    /// <summary>Skips the checks of the document and of the schema made from it. Only for documents that were checked before.</summary>
    public bool AssumeValid { get; init; }

    /// <summary>Which rules the document and the schema are held to.</summary>
    public RuleProfile Rules { get; init; }

    /// <summary>Limits of reading the document.</summary>
    public Language.ParserOptions Parser { get; init; } = Language.ParserOptions.Default;
}

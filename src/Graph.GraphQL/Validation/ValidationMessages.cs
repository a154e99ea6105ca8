using Graph.GraphQL.Language;

namespace Graph.GraphQL.Validation;

/// <summary>All wording of validation. It is the wording of the reference implementation graphql-js, which users know.</summary>
internal static class ValidationMessages
{
    public const string TooManyErrors = "Too many validation errors, error limit reached. Validation aborted.";
    public const string LoneAnonymousOperation = "This anonymous operation must be the only defined operation.";
    public const string TooManySchemaDefinitions = "Must provide only one schema definition.";
    public const string IntrospectionTooDeep = "Maximum introspection depth exceeded";
    public const string TooManyComparisons =
        "Fields of this document overlap in too many ways to be compared. Select fewer fields, or spread fewer fragments into each other.";

    public const string TooManyReachedFragments =
        "The operations of this document reach too many fragments in total to be checked. Send fewer operations in one document.";

    public static string NotExecutable(string? name) => $"The {(name is null ? "schema" : $"\"{name}\"")} definition is not executable.";

    public static string UnknownField(string field, string type, string suggestion) =>
        $"Cannot query field \"{field}\" on type \"{type}\".{suggestion}";

    public static string FragmentOnNonComposite(string type) => $"Fragment cannot condition on non composite type \"{type}\".";

    public static string FragmentOnNonComposite(string fragment, string type) =>
        $"Fragment \"{fragment}\" cannot condition on non composite type \"{type}\".";

    public static string UnknownArgument(string argument, string type, string field, string suggestion) =>
        $"Unknown argument \"{argument}\" on field \"{type}.{field}\".{suggestion}";

    public static string UnknownDirectiveArgument(string argument, string directive, string suggestion) =>
        $"Unknown argument \"{argument}\" on directive \"@{directive}\".{suggestion}";

    public static string UnknownDirective(string directive) => $"Unknown directive \"@{directive}\".";

    public static string MisplacedDirective(string directive, string location) => $"Directive \"@{directive}\" may not be used on {location}.";

    public static string UnknownFragment(string fragment) => $"Unknown fragment \"{fragment}\".";

    public static string UnknownType(string type, string suggestion) => $"Unknown type \"{type}\".{suggestion}";

    public static string FragmentCycle(string fragment, string via) =>
        $"Cannot spread fragment \"{fragment}\" within itself{(via.Length > 0 ? $" via {via}." : ".")}";

    public static string UnusedFragment(string fragment) => $"Fragment \"{fragment}\" is never used.";

    public static string FieldConflict(string responseKey, string reason) =>
        $"Fields \"{responseKey}\" conflict because {reason}. Use different aliases on the fields to fetch both if this was intentional.";

    public static string SubfieldConflict(string responseKey, string reason) => $"subfields \"{responseKey}\" conflict because {reason}";

    public static string DifferentFields(string a, string b) => $"\"{a}\" and \"{b}\" are different fields";

    public const string DifferingArguments = "they have differing arguments";

    public static string ConflictingTypes(string a, string b) => $"they return conflicting types \"{a}\" and \"{b}\"";

    public static string ImpossibleFragment(string parent, string type) =>
        $"Fragment cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".";

    public static string ImpossibleSpread(string fragment, string parent, string type) =>
        $"Fragment \"{fragment}\" cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".";

    public static string WrongKindOfExtension(string kind, string type) => $"Cannot extend non-{kind} type \"{type}\".";

    public static string ExtensionOfUnknownType(string type, string suggestion) =>
        $"Cannot extend type \"{type}\" because it is not defined.{suggestion}";

    public static string MissingArgument(string field, string argument, string type) =>
        $"Field \"{field}\" argument \"{argument}\" of type \"{type}\" is required, but it was not provided.";

    public static string MissingDirectiveArgument(string directive, string argument, string type) =>
        $"Directive \"@{directive}\" argument \"{argument}\" of type \"{type}\" is required, but it was not provided.";

    public static string SelectionOnLeaf(string field, string type) =>
        $"Field \"{field}\" must not have a selection since type \"{type}\" has no subfields.";

    public static string MissingSelection(string field, string type) =>
        $"Field \"{field}\" of type \"{type}\" must have a selection of subfields. Did you mean \"{field} {{ ... }}\"?";

    public static string SeveralSubscriptionFields(string? operation) => $"{Subscription(operation)} must select only one top level field.";

    public static string IntrospectionInSubscription(string? operation) =>
        $"{Subscription(operation)} must not select an introspection top level field.";

    public static string ConditionInSubscription(string? operation) =>
        $"{Subscription(operation)} must not use `@skip` or `@include` directives in the top level selection.";

    public static string IntrospectionDisabled(string field) =>
        $"GraphQL introspection has been disabled, but the requested query contained the field \"{field}\".";

    public static string DuplicateArgumentDefinition(string owner, string argument) => $"Argument \"{owner}({argument}:)\" can only be defined once.";

    public static string DuplicateArgument(string argument) => $"There can be only one argument named \"{argument}\".";

    public static string DuplicateDirectiveDefinition(string directive) => $"There can be only one directive named \"@{directive}\".";

    public static string RepeatedDirective(string directive) => $"The directive \"@{directive}\" can only be used once at this location.";

    public static string DuplicateEnumValue(string type, string value) => $"Enum value \"{type}.{value}\" can only be defined once.";

    public static string DuplicateFieldDefinition(string type, string field) => $"Field \"{type}.{field}\" can only be defined once.";

    public static string DuplicateFragment(string fragment) => $"There can be only one fragment named \"{fragment}\".";

    public static string DuplicateOperation(string operation) => $"There can be only one operation named \"{operation}\".";

    // What graphql-js says of it, which only execution tells, speaks of a schema's configuration: nothing to the author of a request.
    public static string NoOperationsOf(OperationType operation) => operation switch
    {
        OperationType.Mutation => "This service only reads, so it has no mutations; ask with a query.",
        OperationType.Subscription => "This service has no subscriptions; ask with a query, and again when the answer may have changed.",
        _ => "This service has no queries.",
    };

    public static string DuplicateRootType(string operation) => $"There can be only one {operation} type in schema.";

    public static string DuplicateType(string type) => $"There can be only one type named \"{type}\".";

    private static string Subscription(string? operation) => operation is null ? "Anonymous Subscription" : $"Subscription \"{operation}\"";
}

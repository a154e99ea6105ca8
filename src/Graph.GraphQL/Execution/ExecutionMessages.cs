using System.Globalization;
using Graph.GraphQL.Json;
using Graph.GraphQL.Language;
using Graph.GraphQL.Planning;
using Graph.GraphQL.Responses;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Execution;

/// <summary>All wording of section 6. Where graphql-js has a sentence for the same fault, it is that sentence, which users know.</summary>
internal static class ExecutionMessages
{
    public const string NoOperation = "Must provide an operation.";

    public const string OperationNameNeeded = "Must provide operation name if query contains multiple operations.";

    public const string TooManyVariableErrors = "Too many errors processing variables, error limit reached. Execution aborted.";

    public const string Internal = "Internal error: the server could not answer this field; its log says why.";

    public const string QueriesOnly = "A mutation cannot be asked by GET, which must not change anything; send it by POST.";

    public const string StreamNeeded =
        "A subscription is answered as a stream of events; ask for it with the header Accept: text/event-stream, or over a WebSocket at the same "
            + "address.";

    public const string WrongHash = "The sha256Hash of the request is not that of its document; hash the document's text as UTF-8.";

    public const string NotTrusted = "Only documents known to the server are answered here; ask for one by its documentId.";

    public static string UnknownOperation(string name) => $"Unknown operation named \"{name}\".";

    public static string NoRootType(OperationType operation) =>
        "Schema is not configured to execute "
            + $"{operation switch { OperationType.Query => "query", OperationType.Mutation => "mutation", _ => "subscription" }} operation.";

    public static string NotAnInputType(string variable, string type) =>
        $"Variable \"${variable}\" expected value of type \"{type}\" which cannot be used as an input type.";

    public static string VariableMissing(string variable, GraphQLType type) =>
        $"Variable \"${variable}\" of required type \"{type}\" was not provided.";

    public static string VariableNull(string variable, GraphQLType type) => $"Variable \"${variable}\" of non-null type \"{type}\" must not be null.";

    public static string VariableNotUnicode(string variable) =>
        $"Variable \"${variable}\" holds text that is not Unicode, such as half of a surrogate pair; send it as UTF-8.";

    public static string VariableInvalid(string variable, string path, string value, string reason) => path.Length == 0
        ? $"Variable \"${variable}\" got invalid value {value}; {reason}"
        : $"Variable \"${variable}\" got invalid value {value} at \"{variable}{path}\"; {reason}";

    public static string NullInput(GraphQLType type) => $"Expected non-nullable type \"{type}\" not to be null.";

    public static string NotAnObject(InputObjectType type) => $"Expected type \"{type}\" to be an object.";

    public static string InputFieldMissing(InputValueDefinition field) =>
        $"Field \"{field.Name}\" of required type \"{field.Type}\" was not provided.";

    public static string UnknownInputField(string field, InputObjectType type, string suggestion) =>
        $"Field \"{field}\" is not defined by type \"{type}\".{suggestion}";

    public static string NotOneOf(InputObjectType type) => $"Exactly one key must be specified for OneOf type \"{type}\".";

    public static string OneOfNull(string field) => $"Field \"{field}\" must be non-null.";

    public static string NotAnEnumString(EnumType type, string value, string suggestion) =>
        $"Enum \"{type}\" cannot represent non-string value: {value}.{suggestion}";

    public static string UnknownEnumValue(EnumType type, string value, string suggestion) =>
        $"Value \"{value}\" does not exist in \"{type}\" enum.{suggestion}";

    public static string EnumResult(EnumType type, string value) => $"Enum \"{type}\" cannot represent value: {value}";

    public static string ArgumentMissing(InputValueDefinition argument) =>
        $"Argument \"{argument.Name}\" of required type \"{argument.Type}\" was not provided.";

    public static string ArgumentVariableMissing(InputValueDefinition argument, string variable) =>
        $"Argument \"{argument.Name}\" of required type \"{argument.Type}\" was provided the variable \"${variable}\" which was "
            + "not provided a runtime value.";

    public static string ArgumentNull(InputValueDefinition argument) =>
        $"Argument \"{argument.Name}\" of non-null type \"{argument.Type}\" must not be null.";

    public static string ArgumentInvalid(InputValueDefinition argument, string value) => $"Argument \"{argument.Name}\" has invalid value {value}.";

    public static string NullResult(CompositeType parent, FieldDefinition field) =>
        $"Cannot return null for non-nullable field {parent}.{field.Name}.";

    public static string NotAList(CompositeType parent, FieldDefinition field) =>
        $"Expected Iterable, but did not find one for field \"{parent}.{field.Name}\".";

    public static string NoRuntimeType(CompositeType type, CompositeType parent, FieldDefinition field) =>
        $"Abstract type \"{type}\" must resolve to an Object type at runtime for field \"{parent}.{field.Name}\". " +
        $"Give \"{type}\" a type resolver, or let its values tell their \"__typename\".";

    public static string UnknownRuntimeType(CompositeType type, string name) =>
        $"Abstract type \"{type}\" was resolved to a type \"{name}\" that does not exist inside the schema.";

    public static string RuntimeTypeNotAnObject(CompositeType type, string name) =>
        $"Abstract type \"{type}\" was resolved to a non-object type \"{name}\".";

    public static string NotAPossibleType(CompositeType type, string name) =>
        $"Runtime Object type \"{name}\" is not a possible type for \"{type}\".";

    public static string TooDeepResult(CompositeType parent, FieldDefinition field) =>
        $"The result is nested too deeply at field \"{parent}.{field.Name}\"; select fewer levels in one operation.";

    public static string TooManyErrors(int limit) => $"There are more than {limit} errors; the others are not listed.";

    public static string NothingToAttachTo(string place) =>
        $"Behavior is given for \"{place}\", which the schema does not have; correct the name or define it.";

    public static string UnknownDocument(string id) => $"There is no document \"{id}\" on the server; check the documentId.";

    public static string TrustedDocumentFault(string name, GraphQLError error) => $"Trusted document \"{name}\": {error}";

    public static string TooDeep(string operation, int depth, int limit) =>
        $"{operation} nests fields {depth} levels deep; at most {limit} are answered, so ask for the lower levels in an operation of their own.";

    public static string TooManyRootFields(string operation, long count, int limit) =>
        $"{operation} selects {Told(count)} fields on its root; at most {limit} are answered, so send several operations.";

    public static string TooManyAliases(int limit) => $"The document has more than {limit} aliases; send several operations.";

    public static string AliasTooLong(
        int length,
        int limit) =>
            $"The alias has {length} characters, and every object of the answer would repeat them; at most {limit} are "
                + "allowed, so give it a shorter name.";

    public static string TooManyDirectives(int count, int limit) =>
        $"There are {count} directives at one place; at most {limit} are allowed, so remove what is repeated.";

    public static string TooManyFields(long count, int limit) =>
        $"The document selects {count} fields; at most {limit} are answered, so send several requests.";

    public static string TooManyFields(long count, int limit, string fragment, long times, long share) =>
        $"The document selects {Told(count)} fields once its fragments are expanded; at most {limit} are answered. " +
        $"Fragment \"{fragment}\" is expanded {Told(times)} times, which makes {Told(share)} of them: spread it in fewer "
            + "places or send several requests.";

    public static string TooManyValues(long count, int limit) =>
        $"The document gives {count} values in arguments; at most {limit} are allowed, so send several requests.";

    public static string TooManyValues(long count, int limit, string fragment, long times, long share) =>
        $"The document gives {Told(count)} values in arguments once its fragments are expanded; at most {limit} are allowed. " +
        $"Fragment \"{fragment}\" is expanded {Told(times)} times, which makes {Told(share)} of them: spread it in fewer "
            + "places or send several requests.";

    private static string Told(long count) => count >= FixedLimits.MaxToldNumber ? "a billion or more" : count.ToString(CultureInfo.InvariantCulture);

    public static string TooManyPlannedFields(int limit) =>
        $"The operation selects more than {limit} fields when each counts for every type that it may be answered for; select less on interfaces and "
            + "unions, or send several requests.";

    public static string TooManyPlannedValues(int limit) =>
        $"The operation gives more than {limit} values in arguments when each variable counts wherever it is used; give shorter "
            + "ones or send several requests.";

    public static string NegativeSize(FieldDefinition field, string argument, int asked) =>
        $"`{argument}` of `{field.Name}` is {asked}: it must be 0 or more.";

    public static string PageTooLarge(FieldDefinition field, string argument, int asked, int limit) =>
        $"`{argument}` of `{field.Name}` is {asked}: at most {limit} items are answered at once, so ask for them page by page.";

    public static string TooCostly(double cost, double limit, string? advice) =>
        $"The operation may ask for {JsonNumber.Format(Math.Round(cost))} objects; at most {JsonNumber.Format(limit)} are allowed, so "
            + $"{advice ?? "give lists smaller limits or nest fewer of them"}.";

    public static string TooCostly(double objects, FieldCost finding, double limit) =>
        $"The operation may cost {Whole(objects + finding.Amount)}: {Whole(objects)} for the objects it asks for and {Whole(finding.Amount)} for "
            + $"finding them; at most {Whole(limit)} is allowed." +
        (finding.Dearest is null ? "" : $" Most of it is {finding.Dearest}.");

    private static string Whole(double cost) => JsonNumber.Format(Math.Round(cost));

    /// <summary>The refusal of an answer for which there is no memory now.</summary>
    public static GraphQLError TooManyAnswers() => new(
        "Too many long answers are being made at once, and there is no memory left for this one; ask again in a few seconds, or for less at once.")
    {
        Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = GraphQLResponse.BusyCode },
    };

    public static string TookTooLong(TimeSpan limit) =>
        $"The operation took longer than {limit.TotalSeconds:0.###} seconds and was ended; ask for less at once.";

    public static string TooManyLevels(string operation, int limit) =>
        $"{operation} nests fields and fragments more than {limit} levels deep; select fewer levels in one operation.";

    public static string PlannerNotOnRoot(string type, string field) =>
        $"A planner is given for \"{type}.{field}\", but only fields of the roots are planned; give it a resolver.";
}

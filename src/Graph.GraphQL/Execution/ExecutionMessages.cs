using Graph.GraphQL.Json;
using Graph.GraphQL.Language;
using Graph.GraphQL.Planning;
using Graph.GraphQL.Responses;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Execution;

/// <summary>All wording of section 6. Where graphql-js has a sentence for the same fault, it is that sentence, which users know.</summary>
internal static class ExecutionMessages
{
    public const string Internal = "Internal error: the server could not answer this field; its log says why.";

    public const string QueriesOnly = "A mutation cannot be asked by GET, which must not change anything; send it by POST.";

    public const string StreamNeeded =
        "A subscription is answered as a stream of events; ask for it with the header Accept: text/event-stream, or over a WebSocket at the same "
            + "address.";

    public static string NoRootType(OperationType operation) =>
        "Schema is not configured to execute "
            + $"{operation switch { OperationType.Query => "query", OperationType.Mutation => "mutation", _ => "subscription" }} operation.";

    public static string NullResult(CompositeType parent, FieldDefinition field) =>
        $"Cannot return null for non-nullable field {parent}.{field.Name}.";

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

    public static string PlannerNotOnRoot(string type, string field) =>
        $"A planner is given for \"{type}.{field}\", but only fields of the roots are planned; give it a resolver.";
}

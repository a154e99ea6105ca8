using Graph.Api.Sdl;
using Graph.Model.Ontologies;
using Graph.Model.Stores;
using Graph.Model.Values;

namespace Graph.Api;

/// <content>What is said of requests that are refused, of what they cost, and of values and stores that are at fault.</content>
internal static partial class ApiMessages
{
    public static string NotACursor(string argument, string field) =>
        $"`{argument}` of `{field}` is not a cursor that this server gave: take an edge's `cursor`, or `startCursor` or "
            + "`endCursor` of `pageInfo`, as it is.";

    public static string CursorOfAnotherOrder(string argument, string field) =>
        $"`{argument}` of `{field}` is a cursor of another list or another `sort`: ask for the first page with this `sort`, and go "
            + "on with the cursors it gives.";

    public static string NegativeCount(string argument, string field, int value) =>
        $"`{argument}` of `{field}` is {value}: it must be 0 or more.";

    public static string TooLargeCount(string argument, string field, int value, int most) =>
        $"`{argument}` of `{field}` is {value}: it must be {most} or less.";

    public const string NotAGlobalId =
        "`id` of `node` must be the `globalId` of a node, as the API answers it; the `id` of a node is unique only within its type.";

    public static string NegativeDays(int value) => $"`withinDays` is {value}: it must be 0 (today) or more.";

    public static string ListTooLong(string coordinate, int maximum) =>
        $"{coordinate} has more than {maximum} items: this server answers at most that many in one list; ask for a page with `limit` or `first`, "
            + "or narrow it down with `where`.";

    public static string NumberOfGroupKeys(string field, int count, int most) =>
        $"`by` of `{field}` has {count} keys: give one to {most}.";

    public static string TooManyGroupSteps(string field, int count, int most) =>
        $"`then` of a key of `{field}` has {count} steps: give at most {most}.";

    public static string NoSuchGroupStep(string field, string step, EntityType type) =>
        $"`then` of a key of `{field}` goes on along {step}, which {type.Name} does not have: {Steps(type)}.";

    private static string Steps(EntityType type) => type.Relationships.Count == 0
        ? "no relationship goes on from there"
        : $"from there go {string.Join(", ", type.Relationships.Select(relationship => ApiNames.Constant(relationship.Name)))}";

    public static string WrongValueOfFigure(string field, string property, ValueForm form, string given) =>
        $"`having` of `{field}` compares {property} with {Shown(given)}: give {Expected(form, new(given))}.";

    public static string DearGroups(EntityType type) =>
        $"the grouping of {type.Plural}: give fewer keys, or keys that lead to fewer nodes, or narrow the nodes down with `where`";

    public static string DearConditions(EntityType type, int conditions) =>
        $"{Number(conditions)} on {type.Plural}: give fewer, follow fewer relationships in them, or add one that an index "
            + $"answers, such as `id: {{ eq: … }}`";

    public static string DearConditions(RelationshipField field, int conditions) =>
        $"{Number(conditions)} on `{field.Name}` of {field.Source.Name}: give fewer, follow fewer relationships in them, or "
            + "ask for fewer nodes around them";

    public static string DearSort(Property property, string list) =>
        $"the order of {list} by `{property.Name}`, which no index answers: order by an indexed property, or narrow the list down with `where`";

    public static string DearCountSort(RelationshipField field, string list) =>
        $"the order of {list} by the number of their `{field.Name}`: narrow the list down with `where`";

    public static string DearRelatedSort(RelationshipField field, string list) =>
        $"the order of {list} by their `{field.Name}`, which no index answers: order by a property of their own, "
            + "or narrow the list down with `where`";

    public static string SmallerList(string list, string argument, double limit) =>
        $"give `{argument}: {limit.ToString(System.Globalization.CultureInfo.InvariantCulture)}` to the list at `{list}`, or smaller "
            + "limits to the lists around it";

    public static string LargestList(string list) =>
        $"most of them are in the lists at `{list}`: give limits to these and to the lists around them, or nest fewer";

    public const string DearCounts = "the counts and figures over whole lists: ask for fewer of them, or narrow the lists down with `where`";

    public const string DearNeighbours =
        "the neighbours that a walk may show: ask for a smaller `depth` or `perRelationship`, or leave out `where`";

    public const string DearSearch = "the search: ask for fewer of its counts, or among fewer `types`";

    private static string Number(int conditions) => conditions == 1 ? "the condition" : $"the {conditions} conditions";

    // Refusals of a busy server.
    public static string ClientTooBusy(int waiting) =>
        $"{waiting} statements of this client are waiting already: send the next when some have been answered.";

    public static string CostUsed(double perMinute) =>
        FormattableString.Invariant($"The statements of this client have cost more than {perMinute:0} objects within a minute, ")
        + "which is as much as they may: ask again later, or for less.";

    public const string ServerTooBusy = "The server has as many statements waiting as it keeps: ask again in a moment.";

    public static string FirstAndLast(string field) =>
        $"`{field}` is given both `first` and `last`: give one of them, to page forwards or backwards.";

    public static string TooDeep(string field, int maximum) =>
        $"`{field}` lies {maximum + 1} relationships deep: this server follows at most {maximum} from the root; start a "
            + "second query from the nodes found.";

    public static string MissingValue(string coordinate, string? id) =>
        "Cannot return null for non-nullable field "
            + $"{coordinate}.{(id is null ? "" : $" The node `{id}` has no value there: give it one in the store.")}";

    public static string WrongValue(string coordinate, ValueForm form, string? id, ValueFault fault) =>
        $"{coordinate}{(id is null ? "" : $" of the node `{id}`")} cannot be answered: the store holds {fault.Found} where {Expected(form, fault)} "
            + "belongs. Correct it in the store.";

    public static string WrongFigure(string figure, string of, ValueForm form, ValueFault fault) =>
        $"`{figure}` of `{of}` cannot be answered: the figure is {fault.Found}, and {Expected(form, fault)} was promised. Narrow `where`, or "
            + "correct the values in the store.";

    private static string Expected(ValueForm form, ValueFault fault)
    {
        if (form.IsList && fault.Index is null) return "a list";
        return form.Kind switch
        {
            ScalarKind.Id => "an ID",
            ScalarKind.String => "text",
            ScalarKind.Int => "a whole number from -2147483648 to 2147483647",
            ScalarKind.BigInt => "a whole number of 64 bits",
            ScalarKind.Float => "a finite number",
            ScalarKind.Boolean => "true or false",
            ScalarKind.Date => "a day of the years 1 to 9999",
            ScalarKind.DateTime => "an instant of the years 1 to 9999",
            _ => form.Enum is { } names ? $"a name of {names.Name}" : "a name",
        };
    }

    public static string UnknownTypeOfNode(string field) =>
        $"A node of `{field}` has labels that the ontology does not know: correct them in the store, or add the type to the ontology.";

    /// <summary>Which file, address or statement it was says only the log.</summary>
    public static string StoreFailed(StoreFault fault) => fault switch
    {
        StoreFault.Unavailable => "The database cannot be reached; try again later.",
        StoreFault.Refused => "The database does not let this server in; tell whoever runs it.",
        StoreFault.NotFound => "The database of this server is missing; tell whoever runs it.",
        StoreFault.ReadOnly => "The database takes no writes; tell whoever runs this server.",
        StoreFault.Busy => "The database is busy with another writer; try again later.",
        StoreFault.Full => "The database has no space left; tell whoever runs this server.",
        StoreFault.Timeout => "The database took longer than it may; ask for less at once.",
        StoreFault.Version => "The database is of a version that this server does not know; tell whoever runs it.",
        StoreFault.Damaged => "The database is damaged; tell whoever runs this server.",
        StoreFault.Ontology => "The database does not fit the ontology of this server; tell whoever runs it.",
        _ => "The database could not answer; tell whoever runs this server.",
    };
}

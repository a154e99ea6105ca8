using Graph.GraphQL.Json;
using Graph.GraphQL.Language;
using Graph.GraphQL.Planning;
using Graph.GraphQL.Responses;

namespace Graph.GraphQL;

/// <summary>
/// What a request may cost, and what is kept between requests. Every limit is on unless it is raised here; those of reading and of
/// validating a document, which are done without an executor too, stand in <see cref="ParserOptions"/> and
/// <see cref="Validation.ValidationOptions"/>, and those that nobody sets in <see cref="FixedLimits"/>. Names end with the unit.
/// </summary>
public sealed record RequestLimits
{
    /// <summary>None beyond those that keep a thread's stack whole.</summary>
    public static RequestLimits None { get; } = new()
    {
        MaxDepth = int.MaxValue,
        MaxAliases = int.MaxValue,
        MaxAliasCharacters = int.MaxValue,
        MaxRootFields = int.MaxValue,
        MaxDirectives = int.MaxValue,
        MaxFields = int.MaxValue,
        MaxValues = int.MaxValue,
        MaxPlannedFields = int.MaxValue,
        MaxPlannedValues = int.MaxValue,
        MaxListItems = int.MaxValue,
        MaxCost = double.PositiveInfinity,
        MaxErrors = int.MaxValue,
        MaxUnsentBytes = long.MaxValue,
        Timeout = System.Threading.Timeout.InfiniteTimeSpan,
    };

    /// <summary>
    /// Most levels of fields below each other, fragments included. The introspection query of the tools has 15; an answer
    /// nested deeper than 30 is nobody's.
    /// </summary>
    public int MaxDepth { get; init; } = 30;

    /// <summary>Most aliases in a document: each can repeat an expensive field under a new name, and no page shows a hundred of them.</summary>
    public int MaxAliases { get; init; } = 100;

    /// <summary>
    /// Most characters of an alias. Every object of an answer repeats it, so that a few thousand of them and one long alias
    /// would make a gigabyte; the longest that tools make have some tens.
    /// </summary>
    public int MaxAliasCharacters { get; init; } = 200;

    /// <summary>Most fields selected on the root, repetitions included: each is a statement of its own for a store.</summary>
    public int MaxRootFields { get; init; } = 50;

    /// <summary>
    /// Most directives at one place. Nobody needs more than <c>@skip </c>, <c>@include </c> and a few of one's own; thousands
    /// of them only cost time.
    /// </summary>
    public int MaxDirectives { get; init; } = 5;

    /// <summary>
    /// Most fields that the operations of a document select together, those of a fragment counted wherever it is spread. Generated
    /// operations have a few hundred; fragments that spread each other twice have a million in a kilobyte of text.
    /// </summary>
    public int MaxFields { get; init; } = 2_000;

    /// <summary>
    /// Most values in arguments, counted in the same way: as many as a document may write once, but not a long filter in a
    /// fragment that is spread again and again.
    /// </summary>
    public int MaxValues { get; init; } = 20_000;

    /// <summary>
    /// Most fields of one plan, in which a field on an interface or union counts for each of its types: five types for as many
    /// fields as <see cref="MaxFields"/> allows.
    /// </summary>
    public int MaxPlannedFields { get; init; } = 10_000;

    /// <summary>
    /// Most values of arguments in one plan, variables included wherever they are used, lists of scalars in them as one: as
    /// many as <see cref="MaxValues"/>.
    /// </summary>
    public int MaxPlannedValues { get; init; } = 20_000;

    /// <summary>
    /// Most items of one list, whether an argument asks for them (<see cref="Execution.ExecutorOptions.ListSizeArguments"/>;
    /// refused before it runs) or a
    /// planned list without a limit turns out to have them (an error instead of the field, never a list cut short). A page shows a hundred,
    /// an export takes thousands at a time; 10,000 small objects are some megabytes.
    /// </summary>
    public int MaxListItems { get; init; } = 10_000;

    /// <summary>
    /// How many items a list is taken to have when no argument says it: relations of a graph have a handful, and guessing too
    /// high would refuse good operations.
    /// </summary>
    public int AssumedListItems { get; init; } = 10;

    /// <summary>
    /// Most an operation may cost, computed before anything runs: the objects it may ask for by its lists, and what planned
    /// fields say that finding them costs (<see cref="IFieldPlan.Weigh"/>). A million take a store seconds and a client
    /// hundreds of megabytes.
    /// </summary>
    public double MaxCost { get; init; } = 1_000_000;

    /// <summary>
    /// Most errors one response lists: a client mends the first ones first, and a list of millions is an attack on whoever
    /// reads it.
    /// </summary>
    public int MaxErrors { get; init; } = 100;

    /// <summary>
    /// Most bytes of all answers that are being made or wait to be sent, each beyond its first <see cref="ResponseBuffer.SegmentBytes"/>: some
    /// twenty of the longest that the other limits allow. An answer for which nothing is left is refused (<see cref="ResponseStatus.Busy"/>).
    /// </summary>
    public long MaxUnsentBytes { get; init; } = 100_000_000;

    /// <summary>How long an operation may be planned and run: proxies and browsers have given up by then.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Most documents kept ready. An application has tens to hundreds of operations; 1,000 keeps several applications.</summary>
    public int MaxCachedDocuments { get; init; } = 1_000;

    /// <summary>
    /// Most bytes of text of all documents kept ready. What is made of a document takes some thirty times its text, so this
    /// stands for about 60 MB.
    /// </summary>
    public int MaxCachedDocumentBytes { get; init; } = 2_000_000;

    /// <summary>Most plans kept ready; an operation has one for each shape of its variables.</summary>
    public int MaxCachedPlans { get; init; } = 2_000;

    /// <summary>
    /// Most bytes of memory of all plans kept ready, as far as it can be told. A plan of a page's operation takes some 50,000,
    /// so this is enough for all of them.
    /// </summary>
    public long MaxCachedPlanBytes { get; init; } = 100_000_000;
}

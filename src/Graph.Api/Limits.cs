namespace Graph.Api;

/// <summary>
/// What one answer and one plan keep. What an operation may cost is a limit of the executor, what a query may ask of a
/// store one of the logical query, how many statements work at once one of the gate.
/// </summary>
internal static class Limits
{
    /// <summary>
    /// Most errors kept of one field: more than any response carries by default, so that a damaged database cannot fill the
    /// memory.
    /// </summary>
    public const int MaxErrors = 1_000;

    /// <summary>Rows that a list without a limit is weighed by at most: larger lists are refused by their real size.</summary>
    public const double MaxRowsWithoutLimit = 10_000;

    /// <summary>Most rows of a list of counted rows, such as pairs or a timeline: as many items as a list may have by default.</summary>
    public const int MaxCountedRows = 10_000;

    /// <summary>Most series of a timeline that are named: more than a chart can tell apart.</summary>
    public const int MaxSeries = 100;

    /// <summary>Names that a list for a dashboard's variable has unless asked otherwise: more than anybody scrolls through.</summary>
    public const int EntityNames = 1_000;

    /// <summary>Runs that <c>imports</c> lists where nobody says how many: what fits a screen.</summary>
    public const int ImportRuns = 20;

    /// <summary>Runs that <c>imports</c> lists at most: each is a few hundred bytes, read from one text.</summary>
    public const int MaxImportRuns = 1_000;

    /// <summary>Changes that <c>changes</c> tells where nobody says how many.</summary>
    public const int Changes = 100;

    /// <summary>Changes that <c>changes</c> tells at most: with their values some hundred bytes each, more where texts are long.</summary>
    public const int MaxChanges = 1_000;

    /// <summary>
    /// Changes that a stream looks at by one statement: enough that the statement itself costs little of it, few enough that all of them are
    /// answered in some ten milliseconds.
    /// </summary>
    public const int ChangesTogether = 250;

    /// <summary>Characters of the values of these at most: of records with long texts fewer are looked at.</summary>
    public const int CharactersTogether = 250_000;

    /// <summary>Statements of all streams at work at a time, beside the turns that they take with questions.</summary>
    public const int StreamStatements = 2;

    /// <summary>Answers that are kept for those who ask the same a moment later, each of <see cref="ChangesTogether"/> changes at most.</summary>
    public const int SharedAnswers = 32;

    /// <summary>
    /// Bytes of an answer that is kept for them at most: a longer one goes to those who wait for it, and is made again for others.
    /// </summary>
    public const int SharedAnswerBytes = 1_000_000;

    /// <summary>Events that wait for one subscriber at most.</summary>
    public const int WaitingChanges = 1_000;

    /// <summary>Bytes that wait for one subscriber at most: a thousand changes with what is usually selected of them.</summary>
    public const int WaitingBytes = 1_000_000;

    /// <summary>Bytes that wait for all subscribers at most, as long as <see cref="LeastWaitingBytes"/> allow it.</summary>
    public const int AllWaitingBytes = 64_000_000;

    /// <summary>Bytes that may wait for a subscriber however many there are: some twenty events.</summary>
    public const int LeastWaitingBytes = 16_000;

    /// <summary>
    /// Chunks of the journal whose changes are kept unpacked: each has some ten megabytes at most, and subscribers read about the same.
    /// </summary>
    public const int UnpackedChunks = 3;

    /// <summary>
    /// Chunks that are unpacked at a time, for all subscribers of a graph: each takes a processor for some ten milliseconds, and whoever goes on
    /// from long ago asks for thousands of them, though perhaps for none of their changes.
    /// </summary>
    public const int UnpackedAtOnce = 2;

    /// <summary>Chunks of the journal that are known without their changes, of some hundred bytes each.</summary>
    public const int RecentChunks = 500;

    /// <summary>Seconds that a stream waits at most before it asks again for its turn.</summary>
    public const int MaxTurnSeconds = 10;

    /// <summary>How often the end of the journal is looked at while somebody listens: one look takes a tenth of a millisecond.</summary>
    public static readonly TimeSpan JournalLook = TimeSpan.FromSeconds(1);

    /// <summary>How long an answer may be given again: as old as what is told anyway, for the journal is looked at no more often.</summary>
    public static readonly TimeSpan SharedFor = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How long a run that has not ended may write nothing before it is taken for one that was killed, and what it wrote is told. Longer than the
    /// work at the end of an import of millions: half of a run that is at work must not be told.
    /// </summary>
    public static readonly TimeSpan QuietRun = TimeSpan.FromMinutes(5);

    /// <summary>How long a subscriber may take to read what waits for it: as long as a network may stand still that works.</summary>
    public static readonly TimeSpan SlowListener = TimeSpan.FromSeconds(10);

    /// <summary>How long a store may not answer before streams end: a restart of it passes unnoticed.</summary>
    public static readonly TimeSpan StoreAway = TimeSpan.FromMinutes(1);

    /// <summary>When a store that has failed is asked again.</summary>
    public static readonly TimeSpan StoreRetry = TimeSpan.FromSeconds(2);

    /// <summary>When a subscriber may come back that is one too many: others leave by the minute.</summary>
    public static readonly TimeSpan ListenerRetry = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Most statements kept beside a plan's own: for cursors of an order by two values that may be missing there are four
    /// patterns, each with ids and without. Others are compiled as they come and forgotten.
    /// </summary>
    public const int MaxVariants = 2 * 4;

    /// <summary>
    /// Steps that one search for chains or paths looks at, from one node to another, in the graph and while it puts chains together.
    /// A million take an embedded store a second or two and some tens of megabytes.
    /// </summary>
    public const int MaxExpansions = 1_000_000;

    /// <summary>
    /// Steps of a layer that a search for paths reads at first, and at most, before it looks whether the layer at the other end has fewer: a
    /// few rows are read twice, where one of ten actors may have tens of thousands.
    /// </summary>
    public const int FewestStepsTried = 256, MostStepsTried = 16_384;

    /// <summary>Steps of the longest chain or path: nobody reads a longer one, and all that is near is within it.</summary>
    public const int MaxChainLength = 8;

    /// <summary>How many lengths of chains are told beside one another.</summary>
    public const int MaxChainLengths = 3;

    /// <summary>Chains or paths of one answer.</summary>
    public const int MaxChains = 50;

    /// <summary>
    /// Seconds that a search for chains or paths goes on: past this the part that was found is worth more than the rest. Below the
    /// thirty seconds after which a request is given up.
    /// </summary>
    public const int MaxSearchSeconds = 10;

    /// <summary>How often a search looks whether it is to stop: after so many steps, some microseconds.</summary>
    public const int ExpansionsBetweenLooks = 1_024;

    /// <summary>Threads of one answer, and acts of one thread: a page for people, with everything that is selected of each.</summary>
    public const int MaxThreads = 1_000;

    /// <summary>
    /// Acts whose threads are read by one statement: it goes through a thread once for each of its acts that is asked for.
    /// </summary>
    public const int MaxThreadsTogether = 16;

    /// <summary>
    /// Acts from which on all answers of the graph are read at once instead of a thread being followed: each step of it costs a
    /// statement with all the keys.
    /// </summary>
    public const int MaxThreadSeeds = 1_000;

    /// <summary>Steps after which all answers of the graph are read at once: most threads are a few steps long.</summary>
    public const int MaxThreadSteps = 12;

    /// <summary>Nodes that a neighbourhood may start at: as many as somebody picks by hand.</summary>
    public const int MaxNeighbourhoodStarts = 50;

    /// <summary>Layers of a neighbourhood: the fourth is the whole graph, mostly.</summary>
    public const int MaxNeighbourhoodDepth = 3;

    /// <summary>Neighbours that a node shows along one relationship in one direction.</summary>
    public const int MaxPerRelationship = 200;

    /// <summary>Nodes of a neighbourhood: more than a page can draw and move.</summary>
    public const int MaxNeighbourhoodNodes = 1_500;

    /// <summary>Code points on either side of a quote, where nothing else is asked: two or three sentences.</summary>
    public const int PassageCharacters = 300;

    /// <summary>Most code points on either side of a quote: a page of a book.</summary>
    public const int MaxPassageCharacters = 2_000;

    /// <summary>Groups answered where no limit is given: more than anybody reads, and few enough for a chart.</summary>
    public const int Groups = 100;

    /// <summary>Most groups of one answer, as of any list: what is computed from more belongs into an export.</summary>
    public const int MaxGroups = 10_000;

    /// <summary>Most keys of groups: each multiplies the combinations that a node counts in, and four make a table that nobody reads.</summary>
    public const int MaxGroupKeys = 3;

    /// <summary>Most relationships from a node to what it is grouped by.</summary>
    public const int MaxGroupSteps = 3;
}

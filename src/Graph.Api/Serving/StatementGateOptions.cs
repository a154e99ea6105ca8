namespace Graph.Api.Serving;

/// <summary>How many statements work at once. Costs are in objects, about 8 µs each.</summary>
public sealed record StatementGateOptions
{
    private static readonly int Processors = Environment.ProcessorCount;

    /// <summary>
    /// Up to this cost a statement is instant, one that finds nodes by their ids: some 2 ms. It has places like the light ones', but
    /// not theirs, for it is never wrong by much: a range of an index may hold ten times as many nodes as its cost takes it to.
    /// </summary>
    public double InstantCost { get; init; } = 250;

    /// <summary>Up to this cost a statement is light: some 25 ms, less than anybody notices.</summary>
    public double LightCost { get; init; } = 3_000;

    /// <summary>Up to this cost a statement is medium, one that reads a whole type once or twice: half a second.</summary>
    public double MediumCost { get; init; } = 60_000;

    /// <summary>Light statements of a database of its own: they wait for the way to it as well, so there may be more than processors.</summary>
    public LaneOptions Light { get; init; } = new(Processors * 4, Processors * 4, 1_000, 500);

    /// <summary>
    /// Light statements of an embedded store: as many as processors, for more at once only take each other's caches. Eight on
    /// two take a third longer.
    /// </summary>
    public LaneOptions EmbeddedLight { get; init; } = new(Processors, Processors, 1_000, 500);

    /// <summary>Medium statements: as many as processors, so that a client that is alone is as fast as it can be.</summary>
    public LaneOptions Medium { get; init; } = new(Processors, Processors, 200, 100);

    /// <summary>Heavy statements take seconds: half of the processors, one a client, and few wait, for nobody waits a minute.</summary>
    public LaneOptions Heavy { get; init; } = new(Math.Max(1, Processors / 2), 1, 16, 4);

    /// <summary>Most that the statements of one client may cost in a minute; those of all are not bounded so, for lanes bound them.</summary>
    public double CostPerMinute { get; init; } = double.PositiveInfinity;

    /// <summary>The same with a bound on the statements of one client that work at once in any lane.</summary>
    public StatementGateOptions WithPlacesPerClient(int places) => this with
    {
        Light = Light.WithPlacesPerClient(places),
        EmbeddedLight = EmbeddedLight.WithPlacesPerClient(places),
        Medium = Medium.WithPlacesPerClient(places),
        Heavy = Heavy.WithPlacesPerClient(places),
    };

    /// <summary>How many threads of the pool the statements of an embedded store hold at most.</summary>
    public int PoolThreads => 2 * EmbeddedLight.Places + Medium.Places;
}

/// <summary>The bounds of one lane.</summary>
/// <param name="Places">How many statements work at once.</param>
/// <param name="PlacesPerClient">How many of these may be one client's.</param>
/// <param name="Waiting">How many wait at most.</param>
/// <param name="WaitingPerClient">How many of these may be one client's.</param>
public sealed record LaneOptions(int Places, int PlacesPerClient, int Waiting, int WaitingPerClient)
{
    /// <summary>The same with fewer places for one client; never more than it had.</summary>
    internal LaneOptions WithPlacesPerClient(int places) => this with { PlacesPerClient = Math.Min(PlacesPerClient, places) };
}

namespace Graph.Stores.Neo4j.Bolt.Routing;

/// <summary>What a failure leaves to be done, when its statement may be run again at all.</summary>
internal enum Recourse
{
    /// <summary>Wait until it passes, if it is one that does.</summary>
    Wait,

    /// <summary>Another server can be asked at once.</summary>
    Elsewhere,

    /// <summary>Another server can be asked at once, even when the time for repetitions is over: this one has done nothing yet.</summary>
    ElsewhereHoweverLate,
}

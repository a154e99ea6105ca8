using Graph.Api.Serving;

namespace Graph.Server.Access;

/// <summary>
/// What one client may use: who has shown a key or token under its name, others under their address. Null: what
/// <see cref="ForOthers"/> says where others than somebody at the machine may ask, otherwise no bound.
/// </summary>
public sealed record ClientLimits
{
    /// <summary>
    /// For a server that others may ask. 50 requests a second are a board of many panels for many readers; their cost, some 8 µs an object,
    /// leaves more than half of a processor of two to others; 500 MB are the export of 100,000 acts four times.
    /// </summary>
    public static ClientLimits ForOthers { get; } = new()
    {
        RequestsPerMinute = 3_000,
        CostPerMinute = 6_000_000,
        ExportBytesPerMinute = 500_000_000,
    };

    /// <summary>Requests in a minute.</summary>
    public double? RequestsPerMinute { get; init; }

    /// <summary>The cost of statements in a minute, in objects.</summary>
    public double? CostPerMinute { get; init; }

    /// <summary>Bytes of exports in a minute, as they are sent. An export that has begun is never broken off for it: the next one waits.</summary>
    public double? ExportBytesPerMinute { get; init; }

    /// <summary>Statements at work at once in each lane of the gate; null: as many as <see cref="StatementGateOptions"/> has.</summary>
    public int? Statements { get; init; }

    /// <summary>The limits that hold.</summary>
    /// <param name="others">Whether others than somebody at the machine may ask.</param>
    internal ClientLimits Resolved(bool others) => this with
    {
        RequestsPerMinute = RequestsPerMinute ?? (others ? ForOthers.RequestsPerMinute : double.PositiveInfinity),
        CostPerMinute = CostPerMinute ?? (others ? ForOthers.CostPerMinute : double.PositiveInfinity),
        ExportBytesPerMinute = ExportBytesPerMinute ?? (others ? ForOthers.ExportBytesPerMinute : double.PositiveInfinity),
    };
}

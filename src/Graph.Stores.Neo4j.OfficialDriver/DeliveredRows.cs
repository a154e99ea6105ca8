using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Bolt.PackStream;
using Driver = global::Neo4j.Driver;

namespace Graph.Stores.Neo4j.OfficialDriver;

/// <summary>Hands the rows of one statement to its sink, encoded once more, and counts them.</summary>
internal sealed class DeliveredRows(IRowSink rows)
{
    public long Count { get; private set; }

    /// <summary>Reads a result to its end, or until the sink has enough.</summary>
    public async Task<StatementSummary> TakeAsync(Driver.IResultCursor cursor, int fetchSize, CancellationToken cancellationToken)
    {
        using var row = new PackStreamWriter();
        var names = await cursor.KeysAsync();
        row.WriteValue(names);
        rows.OnColumns(new(row.Written));
        while (await cursor.FetchAsync())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Count > 0 && Count % fetchSize == 0)
            {
                await rows.OnFetchedAsync(cancellationToken);
                if (rows.IsSatisfied)
                    break;
            }

            row.Clear();
            row.WriteValue(names.Select(name => DriverValues.FromDriver(cursor.Current[name])).ToList());
            Count++;
            rows.OnRow(new(row.Written));
        }

        return SummaryOf(await cursor.ConsumeAsync());
    }

    private StatementSummary SummaryOf(Driver.IResultSummary summary)
    {
        var counters = summary.Counters;
        return new()
        {
            Rows = Count,
            Counters = new Dictionary<string, object?>
            {
                ["nodes-created"] = (long)counters.NodesCreated,
                ["nodes-deleted"] = (long)counters.NodesDeleted,
                ["relationships-created"] = (long)counters.RelationshipsCreated,
                ["relationships-deleted"] = (long)counters.RelationshipsDeleted,
                ["properties-set"] = (long)counters.PropertiesSet,
                ["labels-added"] = (long)counters.LabelsAdded,
                ["labels-removed"] = (long)counters.LabelsRemoved,
                ["indexes-added"] = (long)counters.IndexesAdded,
                ["indexes-removed"] = (long)counters.IndexesRemoved,
                ["constraints-added"] = (long)counters.ConstraintsAdded,
                ["constraints-removed"] = (long)counters.ConstraintsRemoved,
            },
            Plan = summary.HasPlan ? PlanOf(summary.Plan) : null,
            Profile = summary.HasProfile ? ProfileOf(summary.Profile) : null,
        };
    }

    private static Dictionary<string, object?> PlanOf(Driver.IPlan plan) => new()
    {
        ["operatorType"] = plan.OperatorType,
        ["args"] = DriverValues.FromDriver(plan.Arguments),
        ["identifiers"] = plan.Identifiers.Cast<object?>().ToList(),
        ["children"] = plan.Children.Select(child => (object?)PlanOf(child)).ToList(),
    };

    private static Dictionary<string, object?> ProfileOf(Driver.IProfiledPlan plan)
    {
        var profile = PlanOf(plan);
        profile["dbHits"] = plan.DbHits;
        profile["rows"] = plan.Records;
        profile["children"] = plan.Children.Select(child => (object?)ProfileOf(child)).ToList();
        return profile;
    }
}

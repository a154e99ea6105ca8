namespace Graph.Stores.Neo4j.Bolt.Routing;

/// <summary>The one server of <c>bolt://</c>, which answers everything.</summary>
internal sealed class OneServer(BoltSettings settings, TimeProvider time) : IBoltServers
{
    private readonly BoltPool pool = new(settings, time);

    public BoltPoolCounts Connections => pool.Counts;

    public ValueTask<ChosenServer> ChooseAsync(AccessMode access, CancellationToken cancellationToken)
    {
        pool.BeginAttempt();
        return new(new ChosenServer(pool, settings.Database));
    }

    public async ValueTask<Recourse> LearnAsync(ChosenServer chosen, AccessMode access, DatabaseException failure, AttemptEnd end)
    {
        await pool.LearnAsync(failure, end);
        return Recourse.Wait;
    }

    public ValueTask DisposeAsync() => pool.DisposeAsync();
}

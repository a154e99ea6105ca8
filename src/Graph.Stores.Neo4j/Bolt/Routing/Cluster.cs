namespace Graph.Stores.Neo4j.Bolt.Routing;

/// <summary>
/// The servers of a cluster (<c>neo4j://</c>) as its latest table names them: each has a pool of its own; of those that may be asked, the one
/// that the fewest ask is. A table that is past its time is asked for anew while the old one is followed for as long again;
/// nobody waits for a table while somebody is there to ask.
/// </summary>
internal sealed class Cluster(BoltSettings settings, TimeProvider time, Bookmarks bookmarks) : IBoltServers
{
    private readonly Routers routers = new(settings, time);
    private readonly Lock gate = new();
    private readonly Dictionary<BoltAddress, Member> members = [];
    private KnownTable? known;
    private Task<RoutingTable>? asking;
    private uint turn;
    private bool disposed;

    public BoltPoolCounts Connections
    {
        get
        {
            lock (gate)
            {
                return members.Values.Select(member => member.Pool.Counts).Aggregate(default(BoltPoolCounts), static (sum, one) =>
                    new(sum.InUse + one.InUse, sum.Idle + one.Idle, sum.Created + one.Created, sum.Closed + one.Closed, sum.Waiting + one.Waiting));
            }
        }
    }

    public async ValueTask<ChosenServer> ChooseAsync(AccessMode access, CancellationToken cancellationToken)
    {
        for (var (asked, joined) = (0, false); ; asked++)
        {
            Task<RoutingTable> table;
            lock (gate)
            {
                ObjectDisposedException.ThrowIf(disposed, this);
                if (known is { } now && now.Table.Serves(access) && (asked > 0 || now.GoodUntil >= time.GetTimestamp()))
                {
                    if (now.DueAt <= time.GetTimestamp())
                        _ = Ask(access);
                    return Choose(now.Table, access);
                }

                // A table that somebody else asked for may have been on its way before what is wanted here was gone from it.
                if (asked > (joined ? 1 : 0))
                    throw NobodyThere(access);
                joined = asking is not null;
                table = Ask(access);
            }

            try
            {
                await table.WaitAsync(cancellationToken);
            }
            catch (DatabaseException failure) when (Routers.IsOfOne(failure) && HasOldTable(access))
            {
                // Its servers may answer although nobody tells who is there.
            }
        }
    }

    public async ValueTask<Recourse> LearnAsync(ChosenServer chosen, AccessMode access, DatabaseException failure, AttemptEnd end)
    {
        await chosen.Pool.LearnAsync(failure, end);
        var server = chosen.Pool.Address;
        switch (failure.Code)
        {
            case null when failure.Kind == DatabaseErrorKind.PoolExhausted:
                return Recourse.Wait;
            case null when end == AttemptEnd.NotStarted && Routers.IsOfOne(failure):
                return Forget(server, access, static (table, server) => table.Without(server), failed: true, Recourse.ElsewhereHoweverLate);
            case null when end == AttemptEnd.Lost:
                return Forget(server, access, static (table, server) => table.Without(server), failed: true, Recourse.Elsewhere);
            case "Neo.TransientError.General.DatabaseUnavailable" or "Neo.TransientError.Database.DatabaseUnavailable"
                or "Neo.DatabaseError.Database.DatabaseUnavailable" or "Neo.ClientError.Database.DatabaseNotFound":
                return Forget(server, access, static (table, server) => table.Without(server), failed: true, Recourse.ElsewhereHoweverLate);
            case "Neo.ClientError.Cluster.NotALeader" or "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase" when access == AccessMode.Write:
                return Forget(server, access, static (table, server) => table.WithoutWriter(server), failed: false, Recourse.Elsewhere);
            case "Neo.TransientError.Transaction.BookmarkTimeout" when IsBehind(server):
                return Forget(server, access, static (table, server) => table.WithoutReader(server), failed: true, Recourse.ElsewhereHoweverLate);
            case "Neo.TransientError.Transaction.BookmarkTimeout" or "Neo.ClientError.Transaction.InvalidBookmark"
                or "Neo.ClientError.Transaction.InvalidBookmarkMixture":
                // Not even who writes has come so far, so nobody ever will: the database was put back to an earlier state.
                bookmarks.Forget(bookmarks.Latest);
                return Recourse.ElsewhereHoweverLate;
            default:
                return Recourse.Wait;
        }
    }

    public async ValueTask DisposeAsync()
    {
        List<Member> all;
        lock (gate)
        {
            disposed = true;
            all = [.. members.Values];
        }

        foreach (var member in all)
            await member.Pool.DisposeAsync();
    }

    private ChosenServer Choose(RoutingTable table, AccessMode access)
    {
        var best = default(Member);
        var candidates = table.For(access);
        turn++;
        for (var i = 0; i < candidates.Count; i++)
        {
            var member = MemberAt(candidates[(int)((turn + i) % candidates.Count)]);
            if (best is null || Rank(member).CompareTo(Rank(best)) < 0)
                best = member;
        }

        best!.Pool.BeginAttempt();
        return new(best.Pool, settings.Database ?? table.Database);
    }

    private (bool HasFailed, int Attempts) Rank(Member member) =>
        (member.FailedAt is { } at && time.GetElapsedTime(at) < RoutingLimits.FailureRemembered, member.Pool.Attempts);

    private Member MemberAt(BoltAddress address)
    {
        if (!members.TryGetValue(address, out var member))
            members[address] = member = new(new BoltPool(settings with { Address = address, EntryAddress = settings.EntryAddress }, time));
        return member;
    }

    private bool HasOldTable(AccessMode access)
    {
        lock (gate)
            return known is { } now && now.Table.Serves(access);
    }

    private bool IsBehind(BoltAddress server)
    {
        lock (gate)
            return known is { } now && !now.Table.Writers.Contains(server);
    }

    /// <summary>Takes a server out of the table, and has a new one asked for soon.</summary>
    private Recourse Forget(
        BoltAddress server, AccessMode access, Func<RoutingTable, BoltAddress, RoutingTable> without, bool failed, Recourse recourse)
    {
        lock (gate)
        {
            if (failed && members.TryGetValue(server, out var member))
                member.FailedAt = time.GetTimestamp();
            if (known is null)
                return Recourse.Wait;
            known = known with { Table = without(known.Table, server), DueAt = Math.Min(known.DueAt, After(RoutingLimits.RefreshAfterFailure)) };
            return known.Table.Serves(access) ? recourse : Recourse.Wait;
        }
    }

    /// <summary>The answer of the cluster that is on its way, or is asked for now.</summary>
    private Task<RoutingTable> Ask(AccessMode access) => asking ??= Task.Run(() => AskAsync(access));

    private async Task<RoutingTable> AskAsync(AccessMode access)
    {
        try
        {
            RoutingTable? before;
            lock (gate)
                before = known?.Table;
            var table = await routers.AskAsync(before, access);
            await TakeAsync(table);
            return table;
        }
        catch
        {
            lock (gate)
            {
                asking = null;
                if (known is not null)
                {
                    known = known with
                    {
                        DueAt = After(RoutingLimits.PauseAfterNoTable),
                        GoodUntil = Math.Max(known.GoodUntil, After(2 * RoutingLimits.PauseAfterNoTable)),
                    };
                }
            }

            throw;
        }
    }

    private async ValueTask TakeAsync(RoutingTable table)
    {
        List<Member> gone;
        lock (gate)
        {
            asking = null;
            known = new(table, After(table.TimeToLive), After(2 * table.TimeToLive));
            gone = [.. members.Values.Where(member => !table.Readers.Contains(member.Pool.Address) && !table.Writers.Contains(member.Pool.Address))];
            foreach (var member in gone)
                members.Remove(member.Pool.Address);
        }

        foreach (var member in gone)
            await member.Pool.RetireAsync();
    }

    private long After(TimeSpan wait) => time.GetTimestamp() + (long)(wait.TotalSeconds * time.TimestampFrequency);

    private DatabaseException NobodyThere(AccessMode access) =>
        new(DatabaseErrorKind.Unavailable, Sentences.NobodyThere(settings.EntryAddress, settings.Database ?? known?.Table.Database, access))
        {
            IsTransient = true,
        };

    /// <summary>A table, when it should be asked for anew, and how long it is good for when that does not succeed.</summary>
    private sealed record KnownTable(RoutingTable Table, long DueAt, long GoodUntil);

    private sealed class Member(BoltPool pool)
    {
        public BoltPool Pool => pool;

        public long? FailedAt { get; set; }
    }
}

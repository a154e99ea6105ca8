using Graph.Model.Changes;
using Graph.Model.Runs;
using Graph.Model.Stores;

namespace Graph.Cli.Commands;

/// <summary>A run of a command that changes a graph, kept in the graph however it ends, unless it was refused and has changed nothing.</summary>
/// <param name="writer">Changes the graph.</param>
/// <param name="command">The command.</param>
/// <param name="keptDays">For how many days changes are kept.</param>
/// <param name="sources">The sources that it is about.</param>
/// <param name="undoes">The run that it takes back; null for none.</param>
internal sealed class KeptRun(IGraphWriter writer, string command, int keptDays, IReadOnlyList<string>? sources = null, long? undoes = null)
{
    /// <summary>What it has done by now.</summary>
    public ImportRun Did { get; set; } = new()
    {
        Command = command,
        StartedAt = TimeProvider.System.GetUtcNow(),
        Sources = sources ?? [],
        Undoes = undoes,
    };

    /// <summary>Does the work of the run, and what ends every run.</summary>
    public async Task<T> DoAsync<T>(Func<Task<T>> work)
    {
        Did = await writer.KeepAsync(Did, CancellationToken.None);
        var (outcome, isAway) = (RunOutcome.Failed, false);
        try
        {
            var result = await work();
            outcome = Did.Rejected > 0 ? RunOutcome.SomeRejected : RunOutcome.Complete;
            return result;
        }
        catch (OperationCanceledException)
        {
            outcome = RunOutcome.Cancelled;
            throw;
        }
        catch (StoreException fault) when (fault.Fault == StoreFault.Unavailable)
        {
            isAway = true;
            throw;
        }
        catch (UndoRefusedException)
        {
            outcome = RunOutcome.SomeRejected;
            throw;
        }
        finally
        {
            // A store that is away has been waited for as long as there is patience.
            if (!isAway) await EndAsync(outcome);
        }
    }

    private bool IsRefused(RunOutcome outcome) => outcome == RunOutcome.SomeRejected && Did is { Added: 0, Changed: 0, Removed: 0 };

    // Where the work has failed, a store that fails again has nothing more to tell; the run stays without an end then.
    private async Task EndAsync(RunOutcome outcome)
    {
        try
        {
            if (IsRefused(outcome))
            {
                await writer.DropAsync(Did, CancellationToken.None);
                return;
            }

            await writer.FinishAsync(CancellationToken.None);
            await writer.ForgetChangesAsync(TimeProvider.System.GetUtcNow().AddDays(-keptDays), CancellationToken.None);
            await writer.KeepAsync(Did with { EndedAt = TimeProvider.System.GetUtcNow(), Outcome = outcome }, CancellationToken.None);
        }
        catch (StoreException) when (outcome == RunOutcome.Failed)
        {
        }
    }
}

using System.Diagnostics.Metrics;
using Graph.Model.Stores;

namespace Graph.Stores.Sqlite.Tests;

/// <summary>What is measured of the connections of a file.</summary>
public sealed class ConnectionsForReading : StoreFolder
{
    [Fact]
    public async Task AreToldWithWhoeverWaitsForOne()
    {
        await CreateAsync();
        await using var store = await SqliteStore.OpenAsync(FilePath, Read(Books), new() { Readers = 1 });
        var (begun, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        var reading = store.ReadTogetherAsync(
            async (_, _) =>
            {
                begun.SetResult();
                await end.Task;
                return true;
            },
            CancellationToken.None).AsTask();
        await begun.Task;
        var waiting = store.PingAsync(CancellationToken.None).AsTask();

        // Those of other tests' files are added.
        var told = Told();
        Assert.InRange(told["used"], 1, 1_000);
        Assert.InRange(told["pending"], 1, 1_000);
        end.SetResult();
        await Task.WhenAll(reading, waiting);
        Assert.InRange(Told()["idle"], 1, 1_000);
    }

    private static Dictionary<string, int> Told()
    {
        var told = new Dictionary<string, int>(StringComparer.Ordinal);
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == PoolMetrics.SourceName) listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<int>((_, value, tags, _) =>
        {
            var byName = tags.ToArray().ToDictionary(tag => tag.Key, tag => (string?)tag.Value, StringComparer.Ordinal);
            if (byName["db.client.connection.pool.name"] == "sqlite") told[byName.GetValueOrDefault("db.client.connection.state") ?? "pending"] = value;
        });
        listener.Start();
        listener.RecordObservableInstruments();
        return told;
    }
}

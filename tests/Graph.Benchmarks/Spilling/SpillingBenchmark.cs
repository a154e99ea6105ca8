using System.Diagnostics;
using Graph.Model.Spilling;

namespace Graph.Benchmarks.Spilling;

/// <summary>
/// What a table of entries takes in time and memory as it grows: as an import does, each entry is looked for before it is added, in
/// vain, and one in eight is looked for again.
/// </summary>
internal static class SpillingBenchmark
{
    private const long First = 250_000;

    public static void Run(long entries, TextWriter output)
    {
        output.WriteLine($"{"entries",12} {"µs an entry",12} {"processor",10} {"memory",8} {"at most",8}");
        using var table = new SpillingTable();
        var (since, started, processor) = (0L, Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var next = First;
        for (var i = 0L; i < entries; i++)
        {
            var key = RunHash.Mixed((ulong)i);
            if (table.TryFind(key, SpillingTable.AnyFile, out _)) throw new InvalidOperationException($"Entry {i} is there before it was added.");
            table.Add(new(key, 0, (int)(i % int.MaxValue) + 1, i));
            if (i % 8 == 0) Demand(table, i * 7919 % (i + 1));
            if (i + 1 != next && i + 1 != entries) continue;
            var (done, elapsed, used) = (i + 1 - since, Stopwatch.GetElapsedTime(started), Environment.CpuUsage.TotalTime - processor);
            using var own = Process.GetCurrentProcess();
            output.WriteLine(
                $"{i + 1,12:N0} {elapsed.TotalMicroseconds / done,12:0.00} {used.TotalMicroseconds / done,10:0.00} "
                    + $"{own.WorkingSet64 >> 20,5} MB {own.PeakWorkingSet64 >> 20,5} MB");
            (since, started, processor, next) = (i + 1, Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, next * 2);
        }
    }

    private static void Demand(SpillingTable table, long entry)
    {
        if (!table.TryFind(RunHash.Mixed((ulong)entry), SpillingTable.AnyFile, out var found) || found.More != entry)
            throw new InvalidOperationException($"Entry {entry} is not there as it was added.");
    }
}

using System.Diagnostics;

namespace Graph.Benchmarks;

/// <summary>
/// One measured action: the median and the best of rounds after a warm-up, and the processor's time, which is fair on a
/// busy machine too.
/// </summary>
internal static class Measurement
{
    private const int Rounds = 9;

    public static void Header(TextWriter output) =>
        output.WriteLine($"{"",-60} {"median",10} {"best",10} {"processor",10} {"allocated",12} {"answer",10}");

    /// <param name="output">Takes one line.</param>
    /// <param name="name">What is measured.</param>
    /// <param name="times">How often the action runs in a round.</param>
    /// <param name="action">Gives the size of its answer, so that nothing is optimized away.</param>
    public static void Of(TextWriter output, string name, int times, Func<int> action)
    {
        var size = 0;
        for (var i = 0; i < times; i++) size = action();
        var rounds = new double[Rounds];
        var before = GC.GetAllocatedBytesForCurrentThread();
        var processor = Environment.CpuUsage.TotalTime;
        for (var round = 0; round < Rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            for (var i = 0; i < times; i++) size = action();
            rounds[round] = Stopwatch.GetElapsedTime(started).TotalMicroseconds / times;
        }

        var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / (Rounds * (long)times);
        var processorTime = (Environment.CpuUsage.TotalTime - processor).TotalMicroseconds / (Rounds * (double)times);
        Array.Sort(rounds);
        output.WriteLine(
            $"{name,-60} {rounds[Rounds / 2],7:0.00} µs {rounds[0],7:0.00} µs {processorTime,7:0.00} µs {allocated,10:N0} B {size,8:N0} B");
    }
}

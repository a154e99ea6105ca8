using System.Collections.Concurrent;

namespace Graph.GraphQL.Documents;

/// <summary>Makes a value once for all who ask for it at the same time; what is kept of it is the maker's affair.</summary>
/// <param name="comparer">Compares keys.</param>
internal sealed class SingleFlight<TKey, TValue>(IEqualityComparer<TKey> comparer) where TKey : notnull where TValue : class
{
    private readonly ConcurrentDictionary<TKey, TaskCompletionSource<TValue?>> flights = new(comparer);

    /// <summary>
    /// Makes the value on the caller's thread, or waits for whoever is making it. A maker that is canceled fails nobody else: one of those
    /// who wait begins again. Any other exception is thrown for all of them, who would meet it too.
    /// </summary>
    /// <param name="key">What is made.</param>
    /// <param name="make">Looks whether there is one by now, and makes it otherwise.</param>
    /// <param name="cancellationToken">Ends the making, or the waiting.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    public async ValueTask<TValue> RunAsync(TKey key, Func<CancellationToken, TValue> make, CancellationToken cancellationToken)
    {
        var own = new TaskCompletionSource<TValue?>(TaskCreationOptions.RunContinuationsAsynchronously);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var flight = flights.GetOrAdd(key, own);
            if (flight == own) return Make(key, make, own, cancellationToken);
            if (await flight.Task.WaitAsync(cancellationToken) is { } value) return value;
        }
    }

    private TValue Make(TKey key, Func<CancellationToken, TValue> make, TaskCompletionSource<TValue?> flight, CancellationToken cancellationToken)
    {
        try
        {
            var value = make(cancellationToken);
            Land(key, flight).SetResult(value);
            return value;
        }
        catch (OperationCanceledException)
        {
            Land(key, flight).SetResult(null);
            throw;
        }
        catch (Exception fault)
        {
            Land(key, flight).SetException(fault);
            // Read here, as there may be nobody who waits: a fault that no one reads is reported as an unobserved one.
            _ = flight.Task.Exception;
            throw;
        }
    }

    // First away, then landed: who began to wait in time is told, who comes later begins anew.
    private TaskCompletionSource<TValue?> Land(TKey key, TaskCompletionSource<TValue?> flight)
    {
        flights.TryRemove(key, out _);
        return flight;
    }
}

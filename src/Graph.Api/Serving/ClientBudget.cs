namespace Graph.Api.Serving;

/// <summary>
/// How much each client may use in a minute. What takes more than that may begin when the client has used nothing for long enough, and is paid back
/// after it: so nothing is refused for ever, or broken off. Safe for any number of threads.
/// </summary>
/// <param name="perMinute">What comes back in a minute, and the most that a client can have.</param>
/// <param name="time">The clock.</param>
public sealed class ClientBudget(double perMinute, TimeProvider time)
{
    /// <summary>Clients with all of it are forgotten this often, so that nobody fills memory by coming from many addresses.</summary>
    private static readonly TimeSpan Forgetting = TimeSpan.FromSeconds(10);

    /// <summary>Less than this share of a minute's amount is lost and won when times are divided.</summary>
    private const double Rounding = 1e-9;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Account> accounts = new(StringComparer.Ordinal);
    private long forgot = time.GetTimestamp();

    /// <summary>Clients that are remembered.</summary>
    internal int Clients
    {
        get
        {
            lock (gate) return accounts.Count;
        }
    }

    /// <summary>Takes an amount if the client has it left, or has all that it can have.</summary>
    /// <returns>Null when it is taken; otherwise how long the client has to wait.</returns>
    public TimeSpan? Take(string client, double amount)
    {
        lock (gate)
        {
            var left = LeftOf(client);
            var lacking = Math.Min(amount, perMinute) - left;
            if (lacking > perMinute * Rounding) return TimeSpan.FromMinutes(lacking / perMinute);
            Keep(client, left - amount);
            return null;
        }
    }

    /// <summary>Takes an amount of which it was not known before how much it would be.</summary>
    public void Charge(string client, double amount)
    {
        lock (gate) Keep(client, LeftOf(client) - amount);
    }

    private double LeftOf(string client)
    {
        Forget();
        return accounts.TryGetValue(client, out var account) ? LeftOf(account) : perMinute;
    }

    private double LeftOf(Account account) =>
        Math.Min(perMinute, account.Left + time.GetElapsedTime(account.At).TotalMinutes * perMinute);

    private void Keep(string client, double left) => accounts[client] = new(left, time.GetTimestamp());

    private void Forget()
    {
        if (time.GetElapsedTime(forgot) < Forgetting) return;
        forgot = time.GetTimestamp();
        foreach (var (client, account) in accounts)
            if (LeftOf(account) >= perMinute) accounts.Remove(client);
    }

    private readonly record struct Account(double Left, long At);
}

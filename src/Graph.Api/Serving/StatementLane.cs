using Graph.GraphQL;

namespace Graph.Api.Serving;

/// <summary>
/// A number of places, and a short queue for them in which clients take turns (round robin). An operation that has a statement here waits
/// with all of its others: refused for the places that it takes itself, it would be so each time it is asked. What it may cost bounds them,
/// and nobody else is refused for them.
/// </summary>
internal sealed class StatementLane(LaneOptions options)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Client> clients = new(StringComparer.Ordinal);

    // Clients with something waiting, whose turn is next first.
    private readonly LinkedList<Client> turns = [];
    private int working;

    // Operations that wait here with their first statement.
    private int waiting;

    /// <summary>Takes a place; completes when there is one.</summary>
    /// <param name="key">Whose statement it is.</param>
    /// <param name="cancellationToken">Gives the place in the queue up.</param>
    /// <param name="operation">The operation that the statement is of; null: it is alone.</param>
    /// <exception cref="GraphQLException">The queue is full.</exception>
    public ValueTask EnterAsync(string key, CancellationToken cancellationToken, object? operation = null)
    {
        lock (gate)
        {
            if (!clients.TryGetValue(key, out var client)) client = new(key);
            // Whoever waits comes first, unless only their own bound keeps them waiting.
            if (working < options.Places && client.Working < options.PlacesPerClient)
            {
                clients[key] = client;
                working++;
                client.Working++;
                client.Came(operation);
                return ValueTask.CompletedTask;
            }

            var isFirst = !client.Has(operation);
            if (isFirst)
            {
                if (client.First >= options.WaitingPerClient) throw Refusal(StatementGate.ClientCode, ApiMessages.ClientTooBusy(client.First));
                if (waiting >= options.Waiting) throw Refusal(StatementGate.ServerCode, ApiMessages.ServerTooBusy);
            }

            clients[key] = client;
            client.Came(operation);
            return new(WaitAsync(client, new(isFirst, operation), cancellationToken));
        }
    }

    /// <summary>A refusal for now.</summary>
    /// <param name="code">Whose statements are too many.</param>
    /// <param name="message">What the client is told.</param>
    /// <param name="wait">How long it has to wait; null: a moment.</param>
    public static GraphQLException Refusal(string code, string message, TimeSpan? wait = null)
    {
        StatementMetrics.Refused(code);
        var extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = code };
        if (wait is { } time) extensions[StatementGate.RetryAfter] = (int)Math.Ceiling(time.TotalSeconds);
        return new(new GraphQLError(message) { Extensions = extensions });
    }

    /// <summary>Gives a place back, to whoever's turn it is.</summary>
    /// <param name="key">Whose statement it was.</param>
    /// <param name="operation">The operation that it was of.</param>
    public void Leave(string key, object? operation = null)
    {
        lock (gate)
        {
            var client = clients[key];
            working--;
            client.Working--;
            client.Left(operation);
            Admit();
            Forget(client);
        }
    }

    private Task WaitAsync(Client client, Place place, CancellationToken cancellationToken)
    {
        if (client.Waiting.Count == 0) turns.AddLast(client);
        client.Waiting.AddLast(place);
        Count(client, place, 1);
        return AwaitAsync();

        async Task AwaitAsync()
        {
            await using var giveUp = cancellationToken.UnsafeRegister(_ => GiveUp(client, place, cancellationToken), null);
            await place.Given.Task;
        }
    }

    private void Count(Client client, Place place, int more)
    {
        if (!place.IsFirst) return;
        waiting += more;
        client.First += more;
    }

    private void GiveUp(Client client, Place place, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            // Not there any more: the place was given, and is given back by whoever has it.
            if (!client.Waiting.Remove(place)) return;
            Count(client, place, -1);
            client.Left(place.Operation);
            if (client.Waiting.Count == 0) turns.Remove(client);
            Forget(client);
        }

        place.Given.TrySetCanceled(cancellationToken);
    }

    private void Admit()
    {
        for (var turn = turns.First; turn is not null && working < options.Places;)
        {
            var (client, next) = (turn.Value, turn.Next);
            if (client.Working < options.PlacesPerClient)
            {
                var place = client.Waiting.First!.Value;
                client.Waiting.RemoveFirst();
                turns.Remove(turn);
                if (client.Waiting.Count > 0) turns.AddLast(client);
                Count(client, place, -1);
                working++;
                client.Working++;
                place.Given.TrySetResult();
            }

            turn = next;
        }
    }

    private void Forget(Client client)
    {
        if (client.Working == 0 && client.Waiting.Count == 0) clients.Remove(client.Key);
    }

    /// <param name="IsFirst">Whether its operation had no other statement here when it came.</param>
    /// <param name="Operation">The operation; null: it is alone.</param>
    private sealed record Place(bool IsFirst, object? Operation)
    {
        public TaskCompletionSource Given { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Client(string key)
    {
        // How many statements of each operation wait or work.
        private readonly Dictionary<object, int> statements = new(ReferenceEqualityComparer.Instance);

        public string Key { get; } = key;

        public int Working { get; set; }

        /// <summary>Of those that wait, the first of their operations.</summary>
        public int First { get; set; }

        public LinkedList<Place> Waiting { get; } = [];

        public bool Has(object? operation) => operation is not null && statements.ContainsKey(operation);

        public void Came(object? operation)
        {
            if (operation is not null) statements[operation] = statements.GetValueOrDefault(operation) + 1;
        }

        public void Left(object? operation)
        {
            if (operation is null) return;
            if (--statements[operation] == 0) statements.Remove(operation);
        }
    }
}

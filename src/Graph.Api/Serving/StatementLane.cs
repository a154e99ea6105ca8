using Graph.GraphQL;

namespace Graph.Api.Serving;

/// <summary>
/// A number of places, and a short queue for them in which clients take turns (round robin). An operation that has a statement here waits
/// with all of its others: refused for the places that it takes itself, it would be so each time it is asked. What it may cost bounds them.
/// </summary>
internal sealed class StatementLane(LaneOptions options)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Client> clients = new(StringComparer.Ordinal);

    // Clients with something waiting, whose turn is next first.
    private readonly LinkedList<Client> turns = [];
    private int working;
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

            if (!client.Has(operation))
            {
                if (client.Waiting.Count >= options.WaitingPerClient)
                    throw Refusal(StatementGate.ClientCode, ApiMessages.ClientTooBusy(client.Waiting.Count));
                if (waiting >= options.Waiting) throw Refusal(StatementGate.ServerCode, ApiMessages.ServerTooBusy);
            }

            clients[key] = client;
            client.Came(operation);
            return new(WaitAsync(client, operation, cancellationToken));
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

    private Task WaitAsync(Client client, object? operation, CancellationToken cancellationToken)
    {
        var place = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (client.Waiting.Count == 0) turns.AddLast(client);
        client.Waiting.AddLast(place);
        waiting++;
        return AwaitAsync();

        async Task AwaitAsync()
        {
            await using var giveUp = cancellationToken.UnsafeRegister(_ => GiveUp(client, place, operation, cancellationToken), null);
            await place.Task;
        }
    }

    private void GiveUp(Client client, TaskCompletionSource place, object? operation, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            // Not there any more: the place was given, and is given back by whoever has it.
            if (!client.Waiting.Remove(place)) return;
            waiting--;
            client.Left(operation);
            if (client.Waiting.Count == 0) turns.Remove(client);
            Forget(client);
        }

        place.TrySetCanceled(cancellationToken);
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
                waiting--;
                working++;
                client.Working++;
                place.TrySetResult();
            }

            turn = next;
        }
    }

    private void Forget(Client client)
    {
        if (client.Working == 0 && client.Waiting.Count == 0) clients.Remove(client.Key);
    }

    private sealed class Client(string key)
    {
        // How many statements of each operation wait or work.
        private readonly Dictionary<object, int> statements = new(ReferenceEqualityComparer.Instance);

        public string Key { get; } = key;

        public int Working { get; set; }

        public LinkedList<TaskCompletionSource> Waiting { get; } = [];

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

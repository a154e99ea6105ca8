using System.Reflection;
using Graph.Model.Ontologies;
using Graph.Model.Stores;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Bolt.PackStream;
using Graph.Stores.Neo4j.Statements;
using Graph.Stores.Neo4j.Writing;

namespace Graph.Stores.Neo4j.Migrations;

/// <summary>How a database stands to the migrations.</summary>
/// <param name="Applied">Those it has, in order.</param>
/// <param name="Pending">Those it lacks, in order.</param>
public sealed record MigrationState(IReadOnlyList<Migration> Applied, IReadOnlyList<Migration> Pending);

/// <summary>What <see cref="Migrator.ApplyAsync"/> did.</summary>
/// <param name="Applied">The migrations applied now, in order.</param>
/// <param name="Restored">The names of the constraints and indexes that were made anew.</param>
public sealed record MigrationsDone(IReadOnlyList<Migration> Applied, IReadOnlyList<string> Restored);

/// <summary>
/// Applies migrations and compares. The chain in the database is that of neo4j-migrations: nodes
/// <c>:__Neo4jMigration</c> joined by <c>MIGRATED_TO</c>, so that both tools can take turns.
/// </summary>
public sealed class Migrator : IAsyncDisposable
{
    /// <summary>The label of the nodes that tell which migrations were applied.</summary>
    internal const string Label = "__Neo4jMigration";

    private const string Baseline = "BASELINE";

    private readonly IStatementRunner runner;
    private readonly IReadOnlyList<Migration> migrations;
    private readonly bool ownsRunner;
    private readonly Ontology? ontology;

    /// <summary>A migrator of these migrations; with an ontology it also makes the tokens of nodes that lack them.</summary>
    internal Migrator(
        IStatementRunner runner, string location, IReadOnlyList<Migration> migrations, bool ownsRunner = false, Ontology? ontology = null)
    {
        this.ontology = ontology;
        this.runner = runner;
        this.migrations = migrations;
        this.ownsRunner = ownsRunner;
        Location = location;
    }

    /// <summary>Where the database is, for people.</summary>
    public string Location { get; }

    /// <summary>
    /// A migrator for the database at <c>bolt://host:port/database </c>; credentials come from the environment. Asks the server
    /// nothing yet.
    /// </summary>
    /// <exception cref="StoreException">The address is none.</exception>
    public static Migrator For(string location, Ontology ontology)
    {
        var settings = Neo4jStore.SettingsOf(location);
        return new(new BoltClient(settings), settings.ToString(), Of(ontology), ownsRunner: true, ontology);
    }

    /// <summary>
    /// The migrations of an ontology: the shipped files for the shipped ontology, otherwise one that is made from it.
    /// </summary>
    public static IReadOnlyList<Migration> Of(Ontology ontology) =>
        ontology.Text == Ontology.Shipped.Text ? Shipped.Value : DatabaseSchema.MigrationsFor(ontology);

    /// <summary>How the database stands to the migrations; changes nothing.</summary>
    /// <exception cref="StoreException">An applied migration was changed, or is not known; or the database is away.</exception>
    public async Task<MigrationState> CheckAsync(CancellationToken cancellationToken) => await Faults.TellAsync(async () =>
    {
        var chain = new Chain();
        await runner.RunAsync(
            new(
                $"MATCH (m:{Label}) WHERE m.version <> '{Baseline}' AND m.migrationTarget IS NULL RETURN m.version, m.checksum"), chain,
                    cancellationToken);
        foreach (var (version, checksum) in chain.Applied)
        {
            var known = migrations.FirstOrDefault(migration => migration.Version == version)
                ?? throw new StoreException(StoreFault.Version, Messages.MigrationUnknown(Location, version));
            if (known.Checksum != checksum) throw new StoreException(StoreFault.Ontology, Differs(known, checksum));
        }

        var applied = migrations.ToLookup(migration => chain.Applied.ContainsKey(migration.Version));
        return new MigrationState([.. applied[true]], [.. applied[false]]);
    });

    /// <summary>
    /// The first migrations are made from an ontology, so others under their names are those of another ontology. Later
    /// ones are files of their own, which somebody has changed.
    /// </summary>
    private string Differs(Migration known, string? checksum)
    {
        if (known.File is not (DatabaseSchema.FileName or DatabaseSchema.TokensFileName)) return Messages.MigrationChanged(Location, known.File);
        var shipped = Shipped.Value.Single(migration => migration.File == known.File);
        return Messages.OtherOntology(Location, shippedThere: shipped.Checksum == checksum, shippedHere: shipped.Checksum == known.Checksum);
    }

    /// <summary>
    /// Which constraints and indexes of the applied migrations the database does not have: dropped by somebody, or by an
    /// import that was broken off.
    /// </summary>
    /// <param name="state">What <see cref="CheckAsync"/> gave.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Their names.</returns>
    /// <exception cref="StoreException">The database is away, or does not show its indexes to who is asking.</exception>
    public async Task<IReadOnlyList<string>> LackingAsync(MigrationState state, CancellationToken cancellationToken) =>
        [.. (await MissingAsync(state, cancellationToken)).Keys];

    /// <summary>The sentence for people about what is lacking, and how to mend it.</summary>
    public string Tell(IReadOnlyList<string> lacking) => Messages.SchemaLacking(Location, lacking);

    /// <summary>Applies what is missing, in order, makes anew what was dropped of the others, and waits until the indexes are built.</summary>
    /// <exception cref="StoreException">See <see cref="CheckAsync"/> and <see cref="LackingAsync"/>; or the database refuses a statement.</exception>
    public async Task<MigrationsDone> ApplyAsync(CancellationToken cancellationToken)
    {
        var state = await CheckAsync(cancellationToken);
        var missing = await MissingAsync(state, cancellationToken);
        var previous = state.Applied.Count > 0 ? state.Applied[^1].Version : Baseline;
        await Faults.TellAsync(async () =>
        {
            foreach (var statement in missing.Values) await ChangeAsync(statement, cancellationToken);
            foreach (var migration in state.Pending)
            {
                // Changes of the schema cannot share a transaction with the chain; each is written so that it may run again.
                foreach (var statement in migration.Statements) await ChangeAsync(statement, cancellationToken);
                await RecordAsync(migration, previous, cancellationToken);
                previous = migration.Version;
            }

            if (ontology is not null) await new NodeTokens(ontology, new(ontology)).RefreshAsync(runner, cancellationToken);
            return state.Pending.Count + missing.Count == 0
                ? StatementSummary.Nothing
                : await runner.RunAsync(new("CALL db.awaitIndexes(3600)"), NoRows.Instance, cancellationToken);
        });
        return new(state.Pending, [.. missing.Keys]);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ownsRunner ? runner.DisposeAsync() : ValueTask.CompletedTask;

    private async Task<Dictionary<string, string>> MissingAsync(MigrationState state, CancellationToken cancellationToken)
    {
        var missing = Migration.SchemaOf(state.Applied);
        if (missing.Count == 0) return missing;
        var names = new TextRows();
        await Faults.TellAsync(async () =>
        {
            await runner.RunAsync(new("SHOW INDEXES YIELD name"), names, cancellationToken);
            return await runner.RunAsync(new("SHOW CONSTRAINTS YIELD name"), names, cancellationToken);
        });
        foreach (var name in names.All) missing.Remove(name);
        return missing;
    }

    /// <summary>
    /// What another program makes in the same moment is not there when IF NOT EXISTS looks, and is when it is made; the second look finds it.
    /// </summary>
    private async Task<StatementSummary> ChangeAsync(string statement, CancellationToken cancellationToken)
    {
        var change = new Statement(statement) { Access = AccessMode.Write, Repeatable = true };
        try
        {
            return await runner.RunAsync(change, NoRows.Instance, cancellationToken);
        }
        catch (DatabaseException exception) when (IsMadeAlready(exception.Code))
        {
            return await runner.RunAsync(change, NoRows.Instance, cancellationToken);
        }
    }

    private static bool IsMadeAlready(string? code) => code is not null
        && code.StartsWith("Neo.ClientError.Schema.", StringComparison.Ordinal) && code.EndsWith("AlreadyExists", StringComparison.Ordinal);

    /// <summary>Several programs may bring a database up at once; each waits for the others here, and notes what none of them has.</summary>
    private Task<StatementSummary> RecordAsync(Migration migration, string previous, CancellationToken cancellationToken) => runner.WriteAsync(
        async (transaction, stop) =>
        {
            await transaction.RunAsync(new($"MERGE (turn:{Turn})"), NoRows.Instance, stop);
            await transaction.RunAsync(new(Record, RecordOf(migration, previous)), NoRows.Instance, stop);
            return await transaction.RunAsync(new($"MATCH (turn:{Turn}) DELETE turn"), NoRows.Instance, stop);
        },
        new() { Repeatable = true },
        cancellationToken);

    private const string Turn = KeptCounts.Label + " {id: 'migrations'}";

    private const string Record =
        $$"""
        WITH 1 AS once WHERE NOT EXISTS { MATCH (applied:{{Label}} {version: $version}) WHERE applied.migrationTarget IS NULL }
        OPTIONAL MATCH (known:{{Label}} {version: $previous}) WHERE known.migrationTarget IS NULL
        CALL (known) {
          WITH known WHERE known IS NULL
          CREATE (p:{{Label}} {version: $previous}) RETURN p
          UNION
          WITH known WHERE known IS NOT NULL
          RETURN known AS p
        }
        CREATE (c:{{Label}} {version: $version, description: $description, type: 'CYPHER', repeatable: false, source: $source, checksum: $checksum})
        CREATE (p)-[:MIGRATED_TO {at: datetime({timezone: 'UTC'}), in: duration({milliseconds: 0}), by: 'graph', connectedAs: $user}]->(c)
        """;

    private static readonly Lazy<IReadOnlyList<Migration>> Shipped = new(ReadShipped);

    private static StatementParameters RecordOf(Migration migration, string previous) => StatementParameters.Of(
        ("previous", previous),
        ("version", migration.Version),
        ("description", migration.Description),
        ("source", migration.File),
        ("checksum", migration.Checksum),
        ("user", Environment.UserName));

    private static IReadOnlyList<Migration> ReadShipped()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return
        [
            .. assembly.GetManifestResourceNames().Where(Migration.IsName).Order(StringComparer.Ordinal).Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return new Migration(name, reader.ReadToEnd());
            }),
        ];
    }

    private sealed class Chain : IRowSink
    {
        public Dictionary<string, string?> Applied { get; } = [];

        public void OnRow(PackStreamReader row)
        {
            row.ReadListHeader();
            Applied[row.ReadString()] = row.TryReadNull() ? null : row.ReadString();
        }

        public bool TryRestart()
        {
            Applied.Clear();
            return true;
        }
    }
}

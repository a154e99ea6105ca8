using System.Globalization;
using Graph.Import.CodedActs;
using Graph.Import.Gdelt;
using Graph.Import.Icews;
using Graph.Import.Parties;
using Graph.Import.Pipeline;
using Graph.Import.Polecat;
using Graph.Import.Tests.Support;
using Graph.Model.Ontologies;
using Graph.Stores.Sqlite;
using SQLitePCL;

namespace Graph.Import.Tests.Feeds;

/// <summary>An embedded store of its own, imports into it, and what it holds then.</summary>
internal sealed class FeedRun : IAsyncDisposable
{
    private readonly List<CodedAct> taken = [];
    private SqliteStore? store;

    public Workspace Workspace { get; } = new();

    public IReadOnlyList<CodedAct> Taken => taken;

    /// <summary>Called for each act that is taken.</summary>
    public Action? OnTaken { get; set; }

    public async Task<ImportReport> ImportAsync(params string[] paths) => await ImportAsync(Workspace.Options(paths));

    public async Task<ImportReport> ImportAsync(ImportOptions options)
    {
        taken.Clear();
        store ??= await SqliteStore.OpenAsync(Path.Combine(Workspace.Root, "graph.db"), Ontology.Shipped, new());
        var formats = RecordSources.All.Select(Listening).ToList();
        return await Importer.RunAsync(options, store, TimeProvider.System, null, formats, CancellationToken.None);
    }

    /// <summary>The rows of a question in SQL, each cell as text, cells with a space between.</summary>
    public IReadOnlyList<string> Ask(string sql)
    {
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_open(Path.Combine(Workspace.Root, "graph.db"), out var database));
        using (database)
        {
            Assert.True(raw.sqlite3_prepare_v2(database, sql, out var statement) == raw.SQLITE_OK, raw.sqlite3_errmsg(database).utf8_to_string());
            using (statement)
            {
                var rows = new List<string>();
                while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
                    rows.Add(string.Join(' ',
                        Enumerable.Range(0, raw.sqlite3_column_count(statement))
                        .Select(i => raw.sqlite3_column_text(statement, i).utf8_to_string())));
                return rows;
            }
        }
    }

    public long Count(string sql) => long.Parse(Ask(sql).Single(), CultureInfo.InvariantCulture);

    /// <summary>Acts in the graph: critical ones, accusations, denials.</summary>
    public string Acts => string.Join(
        ' ',
        ((string[])["CRITICIZE", "ACCUSE", "DENY"]).Select(act => Count($"SELECT count(*) FROM Accusation WHERE act = '{act}'")));

    /// <summary>States, organizations that are no publishers only, and different unresolved names.</summary>
    public string Actors => string.Join(
        ' ',
        Count("SELECT count(*) FROM Actor WHERE __type = 'State' AND EXISTS (SELECT 1 FROM (SELECT __start a FROM rel_MADE UNION ALL SELECT __end FROM rel_AGAINST) WHERE a = __key)"),
        Count("SELECT count(*) FROM Actor WHERE __type = 'Organization' AND id <> 'unresolved' AND EXISTS (SELECT 1 FROM (SELECT __start a FROM rel_MADE UNION ALL SELECT __end FROM rel_AGAINST) WHERE a = __key)"),
        Count("SELECT count(DISTINCT surface) FROM (SELECT __start a, surface FROM rel_MADE UNION ALL SELECT __end, surface FROM rel_AGAINST) JOIN Actor ON a = __key WHERE id = 'unresolved'"));

    /// <summary>Sides of the rows taken: state, organization, unresolved, absent; of accusers and accused.</summary>
    public string Sides => $"{SidesOf(act => act.Accusers)} / {SidesOf(act => act.Accused)}";

    public async ValueTask DisposeAsync()
    {
        if (store is not null) await store.DisposeAsync();
        Workspace.Dispose();
    }

    private IRecordSource Listening(IRecordSource format) => format switch
    {
        GdeltSource => new GdeltSource(Take),
        IcewsSource => new IcewsSource { Taken = Take },
        PolecatSource => new PolecatSource { Taken = Take },
        _ => format,
    };

    private void Take(CodedAct act)
    {
        taken.Add(act);
        OnTaken?.Invoke();
    }

    private string SidesOf(Func<CodedAct, IReadOnlyList<Party>> side)
    {
        int Number(PartyKind kind) => taken.Sum(act => side(act).Count(party => party.Kind == kind));
        return $"{Number(PartyKind.State)} {Number(PartyKind.Organization)} {Number(PartyKind.Unresolved)} {taken.Count(act => side(act).Count == 0)}";
    }
}

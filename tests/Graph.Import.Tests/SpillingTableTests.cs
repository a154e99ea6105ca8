using System.Text;
using Graph.Import.Pipeline;
using Graph.Model.Spilling;
using Graph.Model.Ontologies;
using Graph.Model.Stores;

namespace Graph.Import.Tests;

/// <summary>What a run remembers is found wherever it stands: in memory, in a file, or in one that was made of several.</summary>
public sealed class SpillingTableTests
{
    private const int InMemory = 50;

    [Fact]
    public void EntriesAreFoundByKeyAndFileInTheOrderInWhichTheyCame()
    {
        using var table = new SpillingTable(InMemory);
        var random = new Random(1);
        var known = new List<TableEntry>();
        for (var file = 0; file < 40; file++)
        {
            // Keys come again in later files, some in all; three of them end alike.
            foreach (var thing in Enumerable.Range(0, 200).Where(thing => thing < 3 || random.Next(2) == 0))
            {
                var entry = new TableEntry(RunHash.Mixed((ulong)thing), file, thing + 1, random.NextInt64());
                table.Add(entry);
                known.Add(entry);
            }

            foreach (var thing in Enumerable.Range(0, 210))
            {
                var key = RunHash.Mixed((ulong)thing);
                var ofKey = known.Where(entry => entry.Key == key).Reverse().ToList();
                Assert.Equal(ofKey, table.All(key));
                var older = random.Next(file + 1);
                foreach (var one in (int[])[file, older])
                {
                    var isThere = table.TryFind(key, one, out var found);
                    Assert.Equal(ofKey.Where(entry => entry.File == one), isThere ? [found] : []);
                }
            }
        }
    }

    [Fact]
    public void PlacesAreToldAndForgottenAfterTheyWentToFiles()
    {
        using var places = new PlaceTable(new SpillingTable(InMemory));
        const int Things = 2_000;
        for (var i = 0; i < Things; i++) Assert.Null(places.Add(Key(i), 1, new(0, i + 1, 1)));
        for (var i = 0; i < Things; i += 2) places.Remove(Key(i), new(0, i + 1, 1));
        places.Remove(Key(1), new(0, 1, 1)); // It stands elsewhere.
        for (var i = 0; i < Things; i++)
        {
            RecordPosition? first = i % 2 == 0 ? null : new(0, i + 1, 1);
            Assert.Equal(first, places.Add(Key(i), 2, new(3, i + 1, 7)));
        }

        for (var i = 0; i < Things; i++)
        {
            Assert.Equal(i % 2 == 0 ? new(3, i + 1, 7) : new(0, i + 1, 1), places.Add(Key(i), 3, new(9, 9, 9)));
            Assert.Null(places.Add(Key(i), i % 2 == 0 ? 2UL : 1UL, new(9, 9, 9)));
        }

        static ulong Key(int thing) => RunHash.Add(0, thing);
    }

    [Fact]
    public void NumbersLeadToTheirNodesAfterTheyWentToFiles()
    {
        var type = Ontology.Shipped.NodeTypes[0];
        using var numbers = new NodeNumbers(new SpillingTable(InMemory), new OwnIds(Ontology.Shipped, newestBytes: 200));
        var (first, second) = (numbers.AddFile("a"), numbers.AddFile("b"));
        const int Nodes = 1_000;
        for (var i = 0; i < Nodes; i++) Assert.Null(numbers.Give(first, i + 1, Utf8($"{i}"), type, Utf8(OwnId(i))));
        for (var i = 0; i < Nodes; i += 3) Assert.Null(numbers.Give(second, i + 1, Utf8($"{i}"), type, Utf8(i % 2 == 0 ? OwnId(i) : "other")));
        Assert.Equal(new NumberedNode(type, Utf8(OwnId(9)), "a", 10), numbers.Give(first, 5_000, Utf8("9"), type, Utf8("rival")), Same);
        for (var i = 0; i < Nodes; i++)
        {
            var resolution = numbers.Resolve("a", Utf8($"{i}"));
            Assert.Equal(i == 9 ? ResolutionKind.Contested : ResolutionKind.Node, resolution.Kind);
            Assert.Equal(new NumberedNode(type, Utf8(OwnId(i)), "a", i + 1), resolution.First, Same);
        }

        numbers.AddFile("c");
        Assert.Equal(ResolutionKind.Node, numbers.Resolve("c", Utf8("6")).Kind);
        Assert.Equal(ResolutionKind.Contested, numbers.Resolve("c", Utf8("3")).Kind);

        static string OwnId(int i) => i % 100 == 0 ? new string('x', 400) + i : $"node-{i}";

        // A record compares arrays by reference.
        static bool Same(NumberedNode? a, NumberedNode? b) => a is not null && b is not null && a.Id.SequenceEqual(b.Id) && a with { Id = b.Id } == b;
    }

    [Fact]
    public void AFileThatCannotBeWrittenOrReadIsTold()
    {
        var path = Path.GetTempFileName();
        try
        {
            using var unwritable = new SpillingTable(InMemory, () => File.OpenHandle(path));
            Assert.StartsWith(
                $"What a large import has read is remembered in temporary files in '{Path.GetTempPath()}', and one cannot be written: ",
                Assert.Throws<StoreException>(() => Fill(unwritable)).Message,
                StringComparison.Ordinal);

            using var unreadable = new SpillingTable(InMemory, () => File.OpenHandle(path, FileMode.Create, FileAccess.Write));
            Fill(unreadable);
            Assert.StartsWith(
                $"What a large import has read is remembered in temporary files in '{Path.GetTempPath()}', and one cannot be read: ",
                Assert.Throws<StoreException>(() => unreadable.TryFind(RunHash.Mixed(0), SpillingTable.AnyFile, out _)).Message,
                StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }

        static void Fill(SpillingTable table)
        {
            for (var i = 0; i <= InMemory; i++) table.Add(new(RunHash.Mixed((ulong)i), 0, 1, 0));
        }
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}

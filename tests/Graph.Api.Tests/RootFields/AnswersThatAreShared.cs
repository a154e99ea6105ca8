using Graph.Api.Streams;
using Graph.GraphQL.Planning;
using Graph.Model.Changes;

namespace Graph.Api.Tests.RootFields;

public sealed class AnswersThatAreShared
{
    private static readonly ToldChange Change = new(new(1, 1), 1, default, new(new(RecordKind.Node, "Claim", "a"), null, null), null);

    private readonly SharedAnswers answers = new(new QuickTime(1));
    private readonly Question question = new();
    private int made;

    [Fact]
    public async Task AreMadeOnce()
    {
        foreach (var _ in Enumerable.Range(0, 3)) Assert.Equal(10, (await AskAsync(length: 10))[0]!.Value.Json.Length);
        Assert.Equal(1, made);
    }

    [Fact]
    public async Task AreNotKeptWhereTheyAreLong()
    {
        const int Long = Limits.SharedAnswerBytes + 1;
        for (var asked = 0; made < 2; asked++)
        {
            Assert.True(asked < 1_000, "A long answer was kept.");
            Assert.Equal(Long, (await AskAsync(Long))[0]!.Value.Json.Length);
            await Task.Delay(1);
        }
    }

    private ValueTask<IReadOnlyList<StreamedEvent?>> AskAsync(int length) => answers.FindAsync(
        question,
        [Change],
        () =>
        {
            Interlocked.Increment(ref made);
            return Task.FromResult<IReadOnlyList<StreamedEvent?>>([new StreamedEvent(new byte[length], "1")]);
        },
        CancellationToken.None);

    private sealed class Question : ChangeQuestion
    {
        public override (object Plan, string Values) Key { get; } = (new(), "");

        public override IReadOnlySet<string>? Types => null;

        public override double Price(int changes) => 0;

        public override bool Wants(ToldChange change) => true;

        public override ValueTask<IReadOnlyList<StreamedEvent?>> AnswerAsync(
            IReadOnlyList<ToldChange> changes, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}

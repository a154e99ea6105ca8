using Graph.Extraction.Drafts;

namespace Graph.Extraction.Tests;

/// <summary>What a person decides about a draft, and what stays of it.</summary>
public sealed class Reviews
{
    private const string Text = "Iran accused Israel and Jordan of sabotage. He blamed Qatar for the leak. Norway condemned Iran for the raid.";
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<(string, string)>> Nobody =
        new Dictionary<string, IReadOnlyList<(string, string)>>();

    [Fact]
    public void TakeWhatIsAcceptedAndNothingElse()
    {
        var review = new Review(Draft());
        review.Accept();
        review.Reject("nobody said so");
        review.Next();
        var yaml = DossierText.Of(review.Result, Nobody);
        Assert.Contains("\"Israel\"", yaml, StringComparison.Ordinal);
        Assert.DoesNotContain("Qatar", yaml, StringComparison.Ordinal);
        Assert.DoesNotContain("Norway", yaml, StringComparison.Ordinal);
        Assert.Equal(1, review.Open);
    }

    [Fact]
    public void KeepWhatWasRejectedWithItsReason()
    {
        var review = new Review(Draft());
        review.Reject("a joke");
        var again = Drafter.Make("x", new(Text), new ActReader().Read(Text), review.Result);
        Assert.Equal((Decision.Rejected, "a joke"), (again.Acts[0].Decision, again.Acts[0].Reason));
        Assert.Equal("act-2", new Review(again).Current!.Key);
    }

    [Fact]
    public void TakeBackADecision()
    {
        var review = new Review(Draft());
        Assert.False(review.Undo());
        review.Accept();
        review.ChangeAct("DENY");
        Assert.True(review.Undo());
        Assert.True(review.Undo());
        Assert.Equal(("act-1", 3), (review.Current!.Key, review.Open));
        Assert.False(review.Undo());
    }

    [Fact]
    public void NameOneWhomTheTextDoesNotName()
    {
        var review = new Review(Draft());
        review.Name(Side.Accused, 2, "Fatah", null, "Group");
        review.Remove(Side.Accused, 0);
        review.Accept();
        var yaml = DossierText.Of(review.Result, Nobody);
        Assert.Contains("- organization: \"Fatah\"\n    kind: GROUP", yaml, StringComparison.Ordinal);
        Assert.Contains("- \"Fatah\"", yaml, StringComparison.Ordinal);
        Assert.DoesNotContain("- \"Israel\"", yaml, StringComparison.Ordinal);
    }

    [Fact]
    public void TakeWhatIsSureEnough()
    {
        var review = new Review(Draft());
        Assert.Equal(2, review.AcceptAtLeast(0.9));
        Assert.Equal(["act-1", "act-3"], review.Result.Included.Select(act => act.Key));
        Assert.Equal("act-2", review.Current!.Key);
    }

    [Fact]
    public void TakeNothingWhereNothingIsSureEnough()
    {
        var review = new Review(Draft());
        Assert.Equal(0, review.AcceptAtLeast(1));
        Assert.Empty(review.Result.Included);
    }

    [Fact]
    public void SayWhoIsMeant()
    {
        var review = new Review(Draft());
        review.Next();
        review.Name(Side.Accusers, 0, "Ana Ilić", null, "Person");
        review.ChangeAct("CRITICIZE");
        review.Accept();
        var yaml = DossierText.Of(review.Result, Nobody);
        Assert.Contains("- person: \"Ana Ilić\"", yaml, StringComparison.Ordinal);
        Assert.Contains("{ actor: \"Ana Ilić\", surface: \"He\" }", yaml, StringComparison.Ordinal);
        Assert.Contains("act: CRITICIZE", yaml, StringComparison.Ordinal);
    }

    [Fact]
    public void SplitAnActWithSeveralParties()
    {
        var review = new Review(Draft());
        Assert.True(review.Split());
        Assert.Equal(["act-1-1", "act-1-2", "act-2", "act-3"], review.Result.Acts.Select(act => act.Key));
        Assert.Equal("Israel", Assert.Single(review.Current!.Found.Accused).Name);
        Assert.False(review.Split());
    }

    [Fact]
    public void EndWhereNothingIsOpen()
    {
        var review = new Review(Draft());
        for (var i = 0; i < 3; i++) review.Accept();
        Assert.Null(review.Current);
        review.Accept();
        review.Next();
        Assert.Null(review.Current);
        Assert.Null(new Review(Drafter.Make("x", new(""), new ActReader().Read(""), null)).Current);
    }

    private static Draft Draft() => Drafter.Make("x", new(Text), new ActReader().Read(Text), null);
}

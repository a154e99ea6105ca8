using Graph.Stores.Sqlite.Database;

namespace Graph.Stores.Sqlite.Tests;

/// <summary>Statements are kept by their texts, of which not every letter is looked at when one is looked for.</summary>
public sealed class StatementsThatDifferInOneLetter : StoreFolder
{
    [Fact]
    public void AreKeptApart()
    {
        string[] texts = [.. "xyz".Select(letter => $"SELECT '{new string('a', 999)}{letter}{new string('b', 1001)}'")];
        Assert.Contains(texts.Skip(1), text => StatementTexts.Alike.GetHashCode(text) == StatementTexts.Alike.GetHashCode(texts[0]));
        using var connection = Connection.Open(FilePath, OpenMode.Create);
        foreach (var text in texts.Concat(texts)) Assert.Equal(text[8..^1], connection.Texts(text).Single());
    }

    [Fact]
    public void AreTheSameWhenTheyAreTextsOfOtherObjects()
    {
        using var connection = Connection.Open(FilePath, OpenMode.Create);
        Assert.Same(connection.Prepare("SELECT " + 1), connection.Prepare(string.Concat("SELECT ", "1")));
    }
}

using System.Text.Json;
using Graph.Import.Rejections;
using Graph.Import.Tests.Support;
using Graph.Model.Files;

namespace Graph.Import.Tests;

/// <summary>The file of rejected records grows to its bound and no further, and every line of it is whole.</summary>
public sealed class FileOfRejectedRecords : IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void WhatDoesNotFitIsCounted()
    {
        const int all = 10_000, bound = 64 * 1024;
        using var rejected = new RejectedRecords(workspace.RejectedPath, maxBytes: bound);
        for (var i = 1; i <= all; i++) rejected.Add(new("a.CSV", [new(i, 1, "The row has 2 columns.")], $"{i}\t2"));
        Assert.Equal(workspace.RejectedPath, rejected.Finish());
        var lines = File.ReadAllLines(workspace.RejectedPath).Select(line => JsonElement.Parse(line)).ToList();
        Assert.Equal((all, all - lines.Count), (rejected.Count, rejected.Unwritten));
        Assert.InRange(new FileInfo(workspace.RejectedPath).Length, bound, bound + 200);
        Assert.Equal(Enumerable.Range(1, lines.Count), lines.Select(line => line.GetProperty("line").GetInt32()));
        Assert.Equal("1\t2", lines[0].GetProperty("record").GetString());
    }

    [Fact]
    public void OfARunThatIsBrokenOffNothingStays()
    {
        using (var rejected = new RejectedRecords(workspace.RejectedPath)) rejected.Add(new("a", [new(1, 1, "x")], "{}"));
        Assert.Empty(Directory.EnumerateFiles(Path.GetDirectoryName(workspace.RejectedPath)!, Path.GetFileName(workspace.RejectedPath) + "*"));
    }

    [Fact]
    public void OneThatCannotBeWrittenIsToldWithWhatToDo()
    {
        var nowhere = Path.Combine(Path.GetDirectoryName(workspace.RejectedPath)!, "nowhere", "rejected.jsonl");
        using var rejected = new RejectedRecords(nowhere);
        rejected.Add(new("a", [new(1, 1, "x")], ""));
        Assert.Null(rejected.Finish());
        Assert.Equal(
            $"The rejected records could not be written to '{nowhere}': Could not find a part of the path '{UnfinishedFile.Beside(nowhere)}'. "
                + "Name a folder that can be written with --rejected, and import again.",
            rejected.Failure);
    }

    [Theory]
    [InlineData("{\"a\":1}", JsonValueKind.Object)]
    [InlineData(" [1]", JsonValueKind.Array)]
    [InlineData("{\"a\":1", JsonValueKind.String)]
    [InlineData("7\tx", JsonValueKind.String)]
    [InlineData("", JsonValueKind.String)]
    public void ARecordThatIsJsonStaysJson(string record, JsonValueKind kind)
    {
        using var rejected = new RejectedRecords(workspace.RejectedPath);
        rejected.Add(new("a", [new(1, 1, "x")], record));
        rejected.Finish();
        Assert.Equal(kind, JsonElement.Parse(File.ReadAllText(workspace.RejectedPath)).GetProperty("record").ValueKind);
    }
}

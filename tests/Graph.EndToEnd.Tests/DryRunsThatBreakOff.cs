using Graph.Cli.Output;
using Graph.Import;
using Graph.Model.Ontologies;
using Graph.Model.Stores;
using Spectre.Console;

namespace Graph.EndToEnd.Tests;

/// <summary>A dry run that fails or is cancelled has stored nothing, and nothing of it is completed by another.</summary>
public sealed class DryRunsThatBreakOff
{
    [Theory]
    [InlineData(ImportOutcome.Failed, "The dry run failed.")]
    [InlineData(ImportOutcome.Cancelled, "Cancelled.")]
    public void SayThatNothingWasWritten(ImportOutcome outcome, string begin)
    {
        using var written = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(written), Ansi = AnsiSupport.No });
        console.Profile.Width = 300;
        ImportReports.Write(new() { Outcome = outcome, HasBegun = true, DryRun = true }, new EmptyStore("g.db", Ontology.Shipped), console, console);
        Assert.Contains($"\n{begin} Nothing was written to g.db; what was not read may be refused all the same.\n", written.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("stored", written.ToString(), StringComparison.Ordinal);
    }
}

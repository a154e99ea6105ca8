using System.CommandLine;
using Graph.Cli.Options;
using Graph.Cli.Output;
using Graph.Cli.Questions;
using Graph.Extraction.Drafts;
using Spectre.Console;

namespace Graph.Cli.Commands;

/// <summary><c>graph review</c>: a draft, act by act.</summary>
internal static class ReviewCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("DRAFT") { Description = "The folder of a draft, such as drafts/NAME" };
        var accept = new Option<double?>("--accept")
        {
            Description = "Take every open act that is at least so sure, without asking",
            HelpName = "CONFIDENCE",
        };
        var store = new Option<string?>("--store")
        {
            Description = "A graph whose actors are known by name (environment: GRAPH_STORE)",
            HelpName = "URI",
        };
        var ontology = SharedOptions.Ontology();
        var command = new Command("review", "Look at a draft act by act: accept, reject, correct. The dossier then holds what was accepted.")
        {
            folder, accept, store, ontology,
        };
        command.Run(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetValue(folder)!;
            var review = new Review(DraftFolder.Open(path));
            var stamp = DraftFolder.StampOf(path);
            var domain = SharedOptions.OntologyOf(parsed, ontology);
            var known = await KnownActors.OfAsync(parsed, store, domain, cancellationToken);
            if (parsed.GetValue(accept) is { } confidence)
            {
                if (confidence is < 0 or > 1 or double.NaN) throw new UsageException(DraftMessages.NotAConfidence(confidence));
                review.AcceptAtLeast(confidence);
            }
            else if (review.Current is null) Terminal.Say(DraftMessages.NothingOpen);
            else
            {
                if (Console.IsInputRedirected || !Terminal.TalksToPeople) throw new UsageException(DraftMessages.NoTerminal);
                var kinds = domain.Act?.Kind?.Enum?.Values.Select(value => value.Name).ToList() ?? [];
                try
                {
                    await new ReviewDialog(review, known, kinds, Terminal.Talk, Save).RunAsync(cancellationToken);
                }
                catch (OperationCanceledException)
                {
                    // What was judged before is saved; say what there is, below what was half typed.
                    Terminal.Talk.WriteLine();
                    Terminal.Say(DraftMessages.Reviewed(path, review.Result));
                    throw;
                }
            }

            Save();
            Terminal.Print(DraftMessages.Reviewed(path, review.Result));
            return ExitCode.Done;

            // Two may have it open, or somebody drafts again: nobody's decisions are written over unseen.
            void Save()
            {
                if (DraftFolder.StampOf(path) != stamp) throw new InvalidDataException(DraftMessages.ChangedMeanwhile(path));
                DraftFolder.Write(path, review.Result, known.Described);
                stamp = DraftFolder.StampOf(path);
            }
        });
        return command;
    }
}

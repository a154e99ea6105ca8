using System.CommandLine;
using Graph.Cli.Options;
using Graph.Cli.Output;
using Graph.Cli.Questions;
using Graph.Extraction;
using Graph.Extraction.Drafts;
using Graph.Extraction.Models;

namespace Graph.Cli.Commands;

/// <summary><c>graph draft</c>: news text → dossiers for review.</summary>
internal static class DraftCommand
{
    /// <summary>How long a model may take over one text.</summary>
    private static readonly TimeSpan ModelLimit = TimeSpan.FromSeconds(120);

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Texts, saved web pages, folders of them, corpora (.jsonl), or - for standard input",
            Arity = ArgumentArity.OneOrMore,
        };
        var folder = new Option<string>("--out")
        {
            Description = "The folder that gets a folder for each draft",
            HelpName = "DIR",
            DefaultValueFactory = _ => "drafts",
        };
        var about = new DraftDocumentOptions();
        var explain = new Option<bool>("--explain")
        {
            Description = "Tell for each act the rule, the cue and the spans, and what was passed over; write nothing",
        };
        var format = new Option<string>("--format")
        {
            Description = "dossier, or jsonl: the acts of each text as a line on standard output",
            DefaultValueFactory = _ => "dossier",
        };
        format.AcceptOnlyFromAmong("dossier", "jsonl");
        var model = new Option<string?>("--model")
        {
            Description = "Also ask the chat model at this OpenAI-compatible address; the text is sent there (key: environment GRAPH_MODEL_KEY)",
            HelpName = "URL",
        };
        var modelName = new Option<string?>("--model-name") { Description = "Which of its models", HelpName = "NAME" };
        var store = new Option<string?>("--store")
        {
            Description = "A graph whose actors are known by name (environment: GRAPH_STORE)",
            HelpName = "URI",
        };
        var ontology = SharedOptions.Ontology();
        var command = new Command("draft", "Read news text and draft a dossier: who accused whom, in which words. Nothing enters a graph.")
        {
            paths, folder, explain, format, model, modelName, store, ontology,
        };
        foreach (var option in about.All) command.Add(option);
        command.Run(async (parsed, cancellationToken) =>
        {
            var domain = SharedOptions.OntologyOf(parsed, ontology);
            var over = about.Of(parsed, domain);
            var known = await KnownActors.OfAsync(parsed, store, domain, cancellationToken);
            using var chat = Model(parsed.GetValue(model), parsed.GetValue(modelName));
            var reader = known.Names.Count > 0 ? new ActReader(known.Names, known.Offices) : new ActReader();
            HashSet<string> written = [];
            var (drafted, refused) = (0, 0);
            foreach (var (i, found) in DraftInputs.Of(parsed.GetValue(paths)!, Refuse).Index())
            {
                if (i == 1 && about.AreGiven(parsed)) throw new UsageException(DraftMessages.OneText);
                cancellationToken.ThrowIfCancellationRequested();
                var input = found with { Name = about.NameOf(parsed) ?? found.Name, Article = found.Article.With(over) };
                foreach (var note in input.Article.Notes) Terminal.Say(note);
                var read = reader.Read(input.Context + input.Article.Text, over.Language, input.Article.Published, cancellationToken);
                if (read.Language is not (null or "en")) Terminal.Say(DraftMessages.OtherLanguage(input.Name, read.Language));
                else if (chat is not null) read = await AskAsync(chat, read, cancellationToken);
                if (parsed.GetValue(explain)) foreach (var line in DraftMessages.Explained(read)) Terminal.Print(line);
                else if (parsed.GetValue(format) == "jsonl") Terminal.Exact.WriteLine(DraftLine.Of(input, read));
                else if (read.Language is not (null or "en")) continue;
                else
                {
                    try
                    {
                        Write(parsed.GetValue(folder)!, input, read, known, written, cancellationToken);
                    }
                    catch (InvalidDataException fault)
                    {
                        Refuse(fault.Message);
                        continue;
                    }
                }

                drafted++;
            }

            if (refused > 0 && drafted > 0) Terminal.Say(DraftMessages.SomeRefused(refused, drafted));
            return refused == 0 ? ExitCode.Done : drafted == 0 ? ExitCode.Failed : ExitCode.SomeRejected;

            // What is wrong with one text is said of it, and the next is drafted.
            void Refuse(string fault)
            {
                Terminal.Say(fault);
                refused++;
            }
        });
        return command;
    }

    private static ChatModel? Model(string? address, string? name)
    {
        if (address is null) return null;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            throw new UsageException(DraftMessages.NotAnAddress(address));
        return name is null
            ? throw new UsageException(DraftMessages.ModelWithoutName)
            : new(uri, name, Environment.GetEnvironmentVariable("GRAPH_MODEL_KEY"), ModelLimit);
    }

    private static async Task<ReadText> AskAsync(ChatModel chat, ReadText read, CancellationToken cancellationToken)
    {
        var answer = await chat.AddAsync(read, cancellationToken);
        if (answer.Fault is { } fault) Terminal.Say(fault);
        foreach (var refused in answer.Refused) Terminal.Say(DraftMessages.Refused(refused));
        return answer.Read;
    }

    /// <exception cref="InvalidDataException">The draft cannot be kept; the message says why and what to do.</exception>
    private static void Write(
        string parent, DraftInput input, ReadText read, KnownActors known, HashSet<string> written, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(read.Text)) throw new InvalidDataException(DraftMessages.NoWords(input.Place));
        if (!written.Add(input.Name)) throw new InvalidDataException(DraftMessages.NotASharedName(input.Name, input.Place));
        var folder = Path.Combine(parent, input.Name);
        var draft = Drafter.Make(input.Name, input.Article, read, DraftFolder.Read(folder));
        // Whoever has cancelled expects nothing more to be written.
        cancellationToken.ThrowIfCancellationRequested();
        DraftFolder.Write(folder, draft, known.Described);
        Terminal.Print(DraftMessages.Drafted(folder, draft));
    }
}

using System.CommandLine;
using System.Numerics;
using Graph.GraphQL.Language;
using Graph.Model.Changes;
using Graph.Model.Ontologies;
using Graph.Server.Stores;

namespace Graph.Cli.Options;

/// <summary>The options that several commands share. An option beats its environment variable, which beats the default.</summary>
internal static class SharedOptions
{
    /// <summary>Names the store where the option does not.</summary>
    public const string StoreVariable = "GRAPH_STORE";

    public static Option<string?> Store() => new("--store")
    {
        Description = $"Where the graph is kept: {StoreLocation.Forms} (environment: {StoreVariable}; default: a file in your data folder)",
        HelpName = "URI",
    };

    public static Option<string?> Ontology() => new("--ontology")
    {
        Description = "The ontology of another domain: a file like src/Graph.Model/ontology.graphql (environment: GRAPH_ONTOLOGY)",
        HelpName = "FILE",
    };

    /// <summary>For how long a command that changes the graph keeps what has changed.</summary>
    public static Option<int> KeepChanges()
    {
        var option = new Option<int>("--keep-changes")
        {
            Description = "For how many days what has changed is kept, for graph changes and graph undo; what the latest run changed is kept anyway",
            DefaultValueFactory = _ => ChangeChunk.KeptDays,
            HelpName = "DAYS",
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, out var days) && days is < 0 or > MaxKeptDays)
                result.AddError(Cli.ChangeMessages.DaysOutOfRange(days, MaxKeptDays));
        });
        return option;
    }

    /// <summary>A hundred years.</summary>
    private const int MaxKeptDays = 36_500;

    /// <summary>The store of a command line.</summary>
    /// <exception cref="UsageException">It names none.</exception>
    public static StoreLocation StoreOf(ParseResult parsed, Option<string?> option)
    {
        if (Setting(parsed, option, StoreVariable) is not { } text) return StoreLocation.Default;
        return StoreLocation.TryParse(text, out var location, out var fault) ? location : throw new UsageException(fault);
    }

    /// <summary>The ontology of a command line.</summary>
    /// <exception cref="UsageException">The file is missing or has faults, which the message lists.</exception>
    public static Ontology OntologyOf(ParseResult parsed, Option<string?> option)
    {
        if (Setting(parsed, option, "GRAPH_ONTOLOGY") is not { } file) return Model.Ontologies.Ontology.Shipped;
        string text;
        try
        {
            text = Utf8Text.OfFile(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(Messages.OntologyUnreadable(file, fault.Message));
        }
        catch (InvalidDataException fault)
        {
            throw new UsageException(fault.Message);
        }

        var result = OntologyReader.Read(text);
        return result.Ontology ?? throw new UsageException(Messages.OntologyFaults(file, result.Faults));
    }

    /// <summary>The value of an option, of its environment variable, or null.</summary>
    public static string? Setting(ParseResult parsed, Option<string?> option, string variable)
    {
        var given = parsed.GetValue(option);
        if (!string.IsNullOrWhiteSpace(given)) return given;
        var environment = Environment.GetEnvironmentVariable(variable);
        return string.IsNullOrWhiteSpace(environment) ? null : environment;
    }

    /// <summary>The value of an option that bounds something, or null.</summary>
    /// <exception cref="UsageException">It is less than one: nothing would be let through.</exception>
    public static T? AtLeastOne<T>(ParseResult parsed, Option<T?> option)
        where T : struct, INumber<T>
    {
        if (parsed.GetValue(option) is not { } given) return null;
        return given >= T.One ? given : throw new UsageException(Messages.TooSmall(option.Name, double.CreateChecked(given)));
    }
}

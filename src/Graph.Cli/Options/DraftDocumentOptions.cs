using System.CommandLine;
using Graph.Cli.Commands;
using Graph.Extraction.Drafts;
using Graph.Model.Ontologies;

namespace Graph.Cli.Options;

/// <summary>What a command line says of the document that is drafted from; it overrides what the document says of itself.</summary>
internal sealed class DraftDocumentOptions
{
    private readonly Option<string?> name = new("--name") { Description = "The draft's name (default: the file's)", HelpName = "NAME" };
    private readonly Option<string?> kind = new("--kind")
    {
        Description = "What kind of document it is, as the ontology names it (default: ARTICLE)",
        HelpName = "KIND",
    };
    private readonly Option<string?> title = new("--title") { Description = "The document's headline", HelpName = "TEXT" };
    private readonly Option<string?> publisher = new("--publisher") { Description = "Who published it", HelpName = "NAME" };
    private readonly Option<string?> author = new("--author") { Description = "Who wrote it", HelpName = "NAME" };
    private readonly Option<string?> published = new("--published")
    {
        Description = "The day of publication, from which weekdays are counted",
        HelpName = "DAY"
    };
    private readonly Option<string?> url = new("--url") { Description = "Its address", HelpName = "URL" };
    private readonly Option<string?> language = new("--language") { Description = "Its language, as a code such as en", HelpName = "CODE" };

    /// <summary>All of them, to add to a command.</summary>
    public IEnumerable<Option> All => [name, kind, title, publisher, author, published, url, language];

    /// <summary>Whether one is given that only a single text can have.</summary>
    public bool AreGiven(ParseResult parsed) => new[] { name, title, url, author }.Any(option => parsed.GetValue(option) is not null);

    /// <summary>The draft's name, or null.</summary>
    public string? NameOf(ParseResult parsed) => parsed.GetValue(name) is { } given ? DraftInputs.Name(given) : null;

    /// <summary>The document as the command line describes it.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="ontology">Whose kinds of document there are.</param>
    /// <exception cref="UsageException">The day is none, or there is no such kind.</exception>
    public Article Of(ParseResult parsed, Ontology ontology) => new("")
    {
        Kind = parsed.GetValue(kind) is not { } one ? null
            : KindsOf(ontology).Find(known =>
                known.Equals(one, StringComparison.OrdinalIgnoreCase)) ?? throw new UsageException(DraftMessages.NotAKind(one, KindsOf(ontology))),
        Title = parsed.GetValue(title),
        Publisher = parsed.GetValue(publisher),
        Author = parsed.GetValue(author),
        Url = parsed.GetValue(url),
        Language = parsed.GetValue(language),
        Published = GivenDay.Of("--published", parsed.GetValue(published)),
    };

    // The kinds of what evidence is quoted from.
    private static List<string> KindsOf(Ontology ontology) =>
    [
        .. (ontology.Act?.Evidence?.Target.ConcreteTypes ?? []).SelectMany(evidence => evidence.Relationships).Where(field => !field.IsList)
            .SelectMany(field => field.Target.Properties).Where(property => property.Enum is not null).Take(1).SelectMany(property =>
                property.Enum!.Values).Select(value => value.Name),
    ];
}

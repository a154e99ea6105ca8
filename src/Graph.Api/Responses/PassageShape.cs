using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Text;
using Graph.Model.Values;

namespace Graph.Api.Responses;

/// <summary>A passage of a long text as it is selected, and what of a row it is told from.</summary>
internal sealed record PassageShape
{
    /// <summary>How many columns it takes: the text, its terms, and the place of what quotes it.</summary>
    public required int Columns { get; init; }

    /// <summary>How the text is told.</summary>
    public required Excerpt Excerpt { get; init; }

    /// <summary>What the text has to be.</summary>
    public required ValueForm Text { get; init; }

    /// <summary>It is told around the words of something; otherwise whole.</summary>
    public required bool IsAround { get; init; }

    /// <summary>How many code points stand on either side.</summary>
    public required Parameter Characters { get; init; }

    /// <summary>What is selected.</summary>
    public required DerivedObject<Passage> Row { get; init; }
}

using Graph.Api.Responses;
using Graph.Model.Queries;
using Graph.Model.Values;

namespace Graph.Api.RootFields.Acts;

/// <summary>A field of a timeline's rows.</summary>
/// <param name="Figure">Which of the figures; -1 of a field that is none.</param>
/// <param name="Piece">Its key.</param>
/// <param name="Name">Its name.</param>
internal sealed record TimelinePart(int Figure, Piece Piece, string Name);

/// <summary>How the rows of a timeline are written.</summary>
/// <param name="List">The field.</param>
/// <param name="Parts">The fields of a row, as they are selected.</param>
/// <param name="After">JSON that ends a row.</param>
/// <param name="Figures">How many figures a row of the store has.</param>
/// <param name="Bucket">The buckets.</param>
/// <param name="From">The parameter of the first day; null where none is given.</param>
/// <param name="To">The parameter of the last day; null where none is given.</param>
/// <param name="Series">What text and key of a series are; null where there is one series.</param>
/// <param name="IsFilled">Buckets without an act have rows too.</param>
internal sealed record TimelineShape(
    Piece List,
    IReadOnlyList<TimelinePart> Parts,
    byte[] After,
    int Figures,
    TimeBucket Bucket,
    Parameter? From,
    Parameter? To,
    ValueForm? Series,
    bool IsFilled);

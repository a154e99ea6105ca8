using Graph.Import.Parties;
using Graph.Import.Pipeline;

namespace Graph.Import.CodedActs;

/// <summary>What a code says that was done.</summary>
/// <param name="Act">A value of <c>Act</c>.</param>
/// <param name="Matter">What is alleged, in a few words.</param>
/// <param name="MatterTypes">Values of <c>MatterType</c>.</param>
internal sealed record ActMeaning(string Act, string Matter, IReadOnlyList<string> MatterTypes);

/// <summary>A row of a coded feed that is an act: who accuses, criticizes or denies whom, on which day, in which article.</summary>
internal sealed record CodedAct
{
    /// <summary>The counts of its file.</summary>
    public required FileTally Tally { get; init; }

    /// <summary>Its line, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The coding scheme: <c>CAMEO</c> or <c>PLOVER</c>.</summary>
    public required string Scheme { get; init; }

    /// <summary>The code as the source gives it.</summary>
    public required string Code { get; init; }

    /// <summary>The code in words, for the row's sentence.</summary>
    public required string Label { get; init; }

    /// <summary>What the code says.</summary>
    public required ActMeaning Meaning { get; init; }

    /// <summary>The day of the act.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The day is that of publication, for want of another.</summary>
    public required bool IsPublicationDay { get; init; }

    /// <summary>Who acts; empty where the row names nobody.</summary>
    public required IReadOnlyList<Party> Accusers { get; init; }

    /// <summary>Whom the act is against; empty where the row names nobody.</summary>
    public required IReadOnlyList<Party> Accused { get; init; }

    /// <summary>The article.</summary>
    public required CodedArticle Article { get; init; }

    /// <summary>The id of the document that stands for the row, such as <c>gdelt-410412347</c>.</summary>
    public required string RowId { get; init; }

    /// <summary>Its title.</summary>
    public required string RowTitle { get; init; }

    /// <summary>The day on which the source added the row; null where it does not say.</summary>
    public DateOnly? Added { get; init; }

    /// <summary>The number by which later rows speak of this one; 0 where none do.</summary>
    public long Number { get; init; }

    /// <summary>Both sides can carry the act from one document to the next.</summary>
    public bool IsDefinite => IsDefiniteSide(Accusers) && IsDefiniteSide(Accused);

    /// <summary>Both sides are the same: the row is at fault.</summary>
    public bool IsItself => IsDefinite && Accusers.Select(party => party.Identity).Order(StringComparer.Ordinal)
        .SequenceEqual(Accused.Select(party => party.Identity).Order(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>The row as a sentence: the names as they are given, <c>-</c> for nobody.</summary>
    public string Sentence => $"{Names(Accusers)} | {Label} | {Names(Accused)}";

    private static bool IsDefiniteSide(IReadOnlyList<Party> side) => side.Count > 0 && side.All(party => party.IsDefinite);

    private static string Names(IReadOnlyList<Party> side) => side.Count == 0 ? "-" : string.Join("; ", side.Select(party => party.Surface));
}

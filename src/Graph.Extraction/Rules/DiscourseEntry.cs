using Graph.Extraction.Names;

namespace Graph.Extraction.Rules;

/// <summary>Somebody who was spoken of.</summary>
/// <param name="Party">Who.</param>
/// <param name="Sentence">In which sentence.</param>
/// <param name="At">At which token of it.</param>
/// <param name="IsSubject">Whether as the subject.</param>
/// <param name="Words">The words of the phrase, in lower case.</param>
/// <param name="List">Which list it was a member of, or -1.</param>
/// <param name="IsQuoted">Whether in words that somebody is quoted with.</param>
internal sealed record DiscourseEntry(Party Party, int Sentence, int At, bool IsSubject, string[] Words, int List, bool IsQuoted)
{
    /// <summary>Whether a pronoun may mean it.</summary>
    /// <param name="isPerson">A pronoun of one person.</param>
    /// <param name="isPlural">A pronoun of several; of neither it is <c>it</c>.</param>
    public bool FitsPronoun(bool isPerson, bool isPlural)
    {
        if (isPerson)
            return Party.Kind == NameKind.Person || Party.Kind == NameKind.Unknown && !Party.IsPlural && !Party.IsUnresolved && Party.State is null
                && char.IsUpper(Party.Surface[0]) && !Party.Surface.StartsWith("The ", StringComparison.Ordinal);
        if (isPlural)
            return Party.IsPlural || List >= 0 || Party.Kind is NameKind.GovernmentBody && Words[^1] is "forces" or "troops" or "guards";
        return Party.Kind is not NameKind.Person && !Party.IsPlural
            && (Party.Kind != NameKind.Unknown || Party.State is not null
                || IsSubject && char.IsUpper(Party.Surface[0]) && !Party.Surface.Contains(' '));
    }
}

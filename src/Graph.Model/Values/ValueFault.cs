using Graph.Model.Text;

namespace Graph.Model.Values;

/// <summary>A stored value that is not of its property's form.</summary>
/// <param name="Found">What was found, as a person reads it, shortened.</param>
/// <param name="Index">The position in the list, from 0; null where the value itself is at fault.</param>
public sealed record ValueFault(string Found, int? Index = null)
{
    /// <summary>Signs shown of a stored value: enough to recognise it in the database, too few to fill a response.</summary>
    public const int MostShown = 40;

    /// <summary>A fault whose text is cut to <see cref="MostShown"/> signs.</summary>
    public static ValueFault Of(string found) =>
        new(Shortened.Of(found, MostShown));
}

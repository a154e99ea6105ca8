using Graph.Model.Merging;

namespace Graph.Model.Changes;

/// <summary>A record at one time.</summary>
/// <param name="Values">Its values as one JSON object, as <see cref="NamedValues.Text"/> gives them; null where only that it was there is
/// kept.</param>
/// <param name="Sources">Who asserts it, see <see cref="Sources.Assertions"/>.</param>
public sealed record RecordState(string? Values, string? Sources)
{
    /// <summary>Of values by property.</summary>
    public static RecordState Of(IReadOnlyDictionary<string, string> values, string? sources) => new(NamedValues.Text(values), sources);

    /// <summary>Its values by property; none where none are kept.</summary>
    public IReadOnlyDictionary<string, string> Read() => Values is null ? NoValues : NamedValues.Read(Values);

    /// <summary>Both have the same values; of what is kept without values nothing is known.</summary>
    public static bool HaveSameValues(RecordState? one, RecordState? another)
    {
        if (one is null || another is null) return one == another;
        if (one.Values == another.Values) return true;
        return one.Values is not null && another.Values is not null && NamedValues.AreEqual(one.Read(), another.Read());
    }

    private static readonly Dictionary<string, string> NoValues = [];
}

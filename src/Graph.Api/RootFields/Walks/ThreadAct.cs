using Graph.Model.Text;

namespace Graph.Api.RootFields.Walks;

/// <summary>What is known of an act.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Id">Its id.</param>
/// <param name="Day">Its day, which orders as text; null where it is missing.</param>
/// <param name="Kind">The kind of act; null where it is missing.</param>
internal sealed record ThreadAct(long Key, string Id, string? Day, string? Kind)
{
    /// <summary>By day, those without one last, then by id.</summary>
    public static Comparer<ThreadAct> Order { get; } = Comparer<ThreadAct>.Create((one, other) =>
    {
        var byDay = CodePointOrder.Instance.Compare(one.Day, other.Day);
        return byDay != 0 ? byDay : CodePointOrder.Instance.Compare(one.Id, other.Id);
    });
}

using Graph.Model.Queries;

namespace Graph.Api.Planning;

/// <summary>The cursors of a query in the making.</summary>
internal sealed class CursorList
{
    private readonly List<CursorSlot> slots = [];

    public IReadOnlyList<CursorSlot> Slots => slots;

    /// <summary>The position that an argument gives.</summary>
    public Keyset Add(CursorSlot slot, ParameterList parameters)
    {
        var index = slots.Count;
        slots.Add(slot);
        return new([.. slot.Format.Kinds.Select((kind, key) => (Parameter?)parameters.Add(new CursorSource(index, key), kind))]);
    }
}

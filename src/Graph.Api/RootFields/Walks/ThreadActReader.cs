using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.RootFields.Walks;

/// <summary>Reads what is known of acts: the values of <see cref="Told"/>, which follow in a list.</summary>
internal sealed class ThreadActReader(Act act, bool isKindTold) : IDisposable
{
    private readonly TextReader texts = new();
    private readonly int told = Told(act, isKindTold).Count;

    /// <summary>The properties that are told of each act: its id, its day and, where it is asked for, its kind.</summary>
    public static IReadOnlyList<Property> Told(Act act, bool isKindTold) =>
        isKindTold && act.Kind is not null ? [act.Type.Id, act.On, act.Kind] : [act.Type.Id, act.On];

    /// <summary>Reads an act.</summary>
    /// <param name="row">The row.</param>
    /// <param name="key">The key of the act.</param>
    /// <param name="otherwise">The id of one that has none to be read; null: it is not there.</param>
    public ThreadAct? Read<TReader>(ref TReader row, long key, string? otherwise = null)
        where TReader : IValueReader, allows ref struct
    {
        row.MoveNext();
        var id = texts.Read(ref row, act.Type.Id.Form) ?? otherwise;
        row.MoveNext();
        var day = texts.Read(ref row, act.On.Form);
        var kind = isKindTold && act.Kind is not null && row.MoveNext() ? texts.Read(ref row, act.Kind.Form) : null;
        return id is null ? null : new(key, id, day, kind);
    }

    /// <summary>Passes over an act that is known.</summary>
    public void Skip<TReader>(ref TReader row)
        where TReader : IValueReader, allows ref struct
    {
        for (var i = 0; i < told; i++)
        {
            row.MoveNext();
            row.Skip();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => texts.Dispose();
}

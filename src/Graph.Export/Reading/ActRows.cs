using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Records;

namespace Graph.Export;

/// <summary>Rows of an actor's id and its acts, each a day and a list of counterparts.</summary>
internal sealed class ActRows(NodeType actor, Ontology ontology, int most) : IIdRows
{
    private readonly RecordBatch scratch = new();

    /// <summary>The actor that all rows are of; null: each is another.</summary>
    public ActorTallies? Into { get; init; }

    public int Rows { get; private set; }

    public string? LastId { get; private set; }

    public List<ActorTallies> Actors { get; } = [];

    public void Take<TReader>(ref TReader row)
        where TReader : IValueReader, allows ref struct
    {
        Rows++;
        row.EnterList();
        row.MoveNext();
        row.ReadCell(scratch, actor.Id.Form, out var id);
        var tallies = Into;
        if (id.Kind != CellKind.Null)
        {
            LastId = scratch.Text(id);
            if (tallies is null) Actors.Add(tallies = new(LastId));
        }

        row.MoveNext();
        var acts = 0;
        for (row.EnterList(); row.MoveNext(); acts++) Act(ref row, tallies);
        if (tallies is not null) tallies.IsUnfinished = acts == most;
        scratch.Clear();
        row.LeaveList();
    }

    private void Act<TReader>(ref TReader row, ActorTallies? tallies)
        where TReader : IValueReader, allows ref struct
    {
        row.EnterList();
        row.MoveNext();
        row.ReadCell(scratch, new(ScalarKind.Date, false, null), out var day);
        row.MoveNext();
        for (row.EnterList(); row.MoveNext();)
        {
            row.EnterList();
            row.MoveNext();
            var type = ontology.NodeTypes[(int)row.ReadInt64()];
            row.MoveNext();
            row.ReadCell(scratch, type.Id.Form, out var id);
            if (tallies is not null && id.Kind != CellKind.Null)
            {
                ref var tally =
                    ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(tallies.Tallies, scratch.Text(id), out _);
                tally ??= new(type);
                tally.Acts++;
                if (day.Kind == CellKind.Date) tally.Days.Add(day.Day);
            }

            row.LeaveList();
        }

        row.LeaveList();
    }
}

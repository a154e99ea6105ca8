using Graph.Api.Responses;
using Graph.Api.Sdl;
using Graph.GraphQL.Json;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Text;

namespace Graph.Api.Planning;

/// <summary>A passage of a long text: the columns from which it is told, and what is selected of it.</summary>
/// <param name="parameters">Takes the parameters.</param>
internal sealed class PassagePlanner(ParameterList parameters)
{
    /// <summary>Appends the columns, as many as <see cref="PassageShape.Columns"/> says.</summary>
    /// <param name="text">The property.</param>
    /// <param name="excerpt">How it is told.</param>
    /// <param name="field">The field that is selected.</param>
    /// <param name="onTypes">See <see cref="Column"/>.</param>
    /// <param name="columns">Takes the columns: the text; its terms, in their order; the place of what quotes it.</param>
    public PassageShape Plan(Property text, Excerpt excerpt, PlannedField field, IReadOnlyList<NodeType>? onTypes, List<Column> columns)
    {
        var before = columns.Count;
        columns.Add(new PropertyColumn(new(Subject.Node, text), onTypes));
        foreach (var way in excerpt.Terms) AddTerms(way, excerpt.Whole, onTypes, columns);
        var around = field.Arguments.TryGet(PassageTypes.Around, out var given) && given is PlannedLeaf leaf ? leaf : null;
        if (around is not null)
        {
            var id = new PropertyRef(Subject.Node, excerpt.Around.Target.Id);
            var which = new Comparison(id, ComparisonOperator.Equal, parameters.Add(around, ScalarKind.Id));
            Selection places = new([new PropertyColumn(new(Subject.Node, excerpt.From)), new PropertyColumn(new(Subject.Node, excerpt.Until))]);
            columns.Add(new RelatedListColumn(excerpt.Around, which, [new PropertySort(id, false)], One(), places, onTypes));
        }

        return new()
        {
            Columns = columns.Count - before,
            Excerpt = excerpt,
            Text = text.Form,
            IsAround = around is not null,
            Characters = Characters(field),
            Row = new(field, Write),
        };
    }

    /// <summary>
    /// Of the node's own, the value. Of others, whether any forbids and whether any allows the whole: a list of one or none each, as
    /// thousands may lead there.
    /// </summary>
    private void AddTerms(TermsWay way, IReadOnlyList<string> whole, IReadOnlyList<NodeType>? onTypes, List<Column> columns)
    {
        var terms = new PropertyRef(Subject.Node, way.Property);
        if (way.Steps.Count == 0)
        {
            columns.Add(new PropertyColumn(terms, onTypes));
            return;
        }

        var first = way.Steps[0];
        var allowed = new Comparison(terms, ComparisonOperator.In, parameters.Add(new ConstantSource(whole), ScalarKind.String, isList: true));
        columns.Add(Whether(new AllOf([new Not(new NullTest(terms)), new Not(allowed)])));
        columns.Add(Whether(allowed));

        RelatedListColumn Whether(Filter holds)
        {
            for (var i = way.Steps.Count - 1; i > 0; i--) holds = new Exists(way.Steps[i], holds);
            return new(first, holds, [new PropertySort(new(Subject.Node, first.Target.Id), false)], One(), new([]), onTypes);
        }
    }

    private static void Write(string field, Passage passage, ResponseBuffer output)
    {
        if (field == PassageTypes.Text) output.WriteString(passage.Text);
        else output.WriteInt64(field switch { PassageTypes.Start => passage.Start, PassageTypes.End => passage.End, _ => passage.Length });
    }

    private Page One() => new(parameters.Add(new ConstantSource(1), ScalarKind.Int));

    private Parameter Characters(PlannedField field) => parameters.Add(
        field.Arguments.TryGet(PassageTypes.Characters, out var given) && given is PlannedLeaf leaf
            ? new CountSource(leaf.Source, PassageTypes.Characters, field.Definition.Name, Limits.MaxPassageCharacters)
            : new ConstantSource(Limits.PassageCharacters),
        ScalarKind.Int);
}

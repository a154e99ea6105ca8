using Graph.GraphQL.Coercion;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.Planning;

/// <summary>Where a run finds the value of a statement's parameter.</summary>
internal abstract record ParameterSource;

/// <summary>In the request.</summary>
/// <param name="Source">Where.</param>
internal sealed record RequestSource(PlannedSource Source) : ParameterSource;

/// <summary>In the request, as a number of rows, which is checked before it is used.</summary>
/// <param name="Source">Where.</param>
/// <param name="Argument">The argument's name, for the error.</param>
/// <param name="Field">The field's name, for the error.</param>
/// <param name="Most">The greatest number allowed.</param>
internal sealed record CountSource(PlannedSource Source, string Argument, string Field, int Most = int.MaxValue) : ParameterSource;

/// <summary>A day at one end of the time that is asked for.</summary>
/// <param name="Range">The time.</param>
/// <param name="IsEnd">The last day inside; otherwise the first.</param>
internal sealed record BoundSource(TimeRange Range, bool IsEnd) : ParameterSource;

/// <summary>In the request, in another form than the statement takes.</summary>
internal abstract record ConvertedSource : ParameterSource
{
    /// <summary>Whether what a query costs hangs on the value, as on the length of a list.</summary>
    public virtual bool IsWeighed => false;

    /// <summary>The value of a run in the statement's form.</summary>
    /// <exception cref="GraphQL.GraphQLException">It cannot be brought into that form.</exception>
    public abstract object? Resolve(CoercedVariables variables);
}

/// <summary>In the ontology, or the planner's own: the same in every run.</summary>
/// <param name="Value">The value.</param>
internal sealed record ConstantSource(object Value) : ParameterSource;

/// <summary>In a cursor that was given.</summary>
/// <param name="Slot">Which of the query's cursors.</param>
/// <param name="Key">Which of its sort keys.</param>
internal sealed record CursorSource(int Slot, int Key) : ParameterSource;

/// <summary>With the field, which works it out in the run.</summary>
/// <param name="Name">Tells it from others of the statement.</param>
internal sealed record GivenSource(string Name) : ParameterSource;

/// <summary>The parameters of a query in the making; one source is one parameter, however often it occurs.</summary>
internal sealed class ParameterList
{
    private readonly List<Parameter> parameters = [];
    private readonly List<ParameterSource> sources = [];
    private readonly Dictionary<(ParameterSource, ScalarKind, bool), Parameter> known = [];

    public IReadOnlyList<Parameter> Parameters => parameters;

    public IReadOnlyList<ParameterSource> Sources => sources;

    public Parameter Add(ParameterSource source, ScalarKind kind, bool isList = false)
    {
        if (known.TryGetValue((source, kind, isList), out var same)) return same;
        var parameter = new Parameter(parameters.Count, kind, isList);
        parameters.Add(parameter);
        sources.Add(source);
        known.Add((source, kind, isList), parameter);
        return parameter;
    }

    public Parameter Add(PlannedLeaf leaf, ScalarKind kind) => Add(new RequestSource(leaf.Source), kind, leaf.IsList);
}

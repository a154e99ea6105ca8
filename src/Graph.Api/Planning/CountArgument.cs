using Graph.GraphQL;
using Graph.GraphQL.Coercion;
using Graph.GraphQL.Planning;

namespace Graph.Api.Planning;

/// <summary>A number within bounds, such as a length or a limit.</summary>
internal sealed class CountArgument
{
    private readonly PlannedSource? source;
    private readonly int otherwise;
    private readonly string name;
    private readonly string field;

    /// <summary>Finds the argument of a field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="name">The argument.</param>
    /// <param name="least">The least number allowed.</param>
    /// <param name="most">The greatest number allowed.</param>
    /// <param name="ofNull">What null stands for.</param>
    public CountArgument(PlannedField field, string name, int least, int most, int ofNull)
    {
        (this.name, this.field, Least, Most, otherwise) = (name, field.Definition.Name, least, most, ofNull);
        source = field.Arguments.TryGet(name, out var value) && value is PlannedLeaf leaf ? leaf.Source : null;
    }

    /// <summary>The least number allowed.</summary>
    public int Least { get; }

    /// <summary>The greatest number allowed.</summary>
    public int Most { get; }

    /// <summary>The number as far as it is known before a run, else the greatest: for costs.</summary>
    public int Expected => source is null ? otherwise
        : source.TryGetConstant(out var known) && known is int number ? Math.Clamp(number, Least, Most)
        : Most;

    /// <summary>The number of a run, or the nearest within the bounds: for costs.</summary>
    public int Nearest(CoercedVariables variables) => source is null ? otherwise : Math.Clamp((int)source.Resolve(variables)!, Least, Most);

    /// <summary>The number of a run.</summary>
    /// <exception cref="GraphQLException">It is out of bounds.</exception>
    public int In(CoercedVariables variables)
    {
        if (source is null) return otherwise;
        var number = (int)source.Resolve(variables)!;
        return number >= Least && number <= Most ? number : throw new GraphQLException(ApiMessages.OutOfRange(name, field, number, Least, Most));
    }
}

using System.Text.Json;
using Graph.Api.Planning;
using Graph.Api.Sdl;
using Graph.GraphQL;
using Graph.GraphQL.Coercion;
using Graph.GraphQL.Planning;
using Graph.GraphQL.TypeSystem;
using Graph.Model.Ontologies;

namespace Graph.Api.RootFields.Groups;

/// <summary>In the request, as a value of the scalar <c>Value</c>, which has to be one of a property's kind.</summary>
/// <param name="Source">Where.</param>
/// <param name="Property">The property.</param>
/// <param name="Field">The field's name, for the error.</param>
internal sealed record ValueSource(PlannedSource Source, Property Property, string Field) : ConvertedSource
{
    /// <summary>The source of a value. One that is written in the document is read at once.</summary>
    /// <exception cref="GraphQLException">It is none of the property's kind.</exception>
    public static ParameterSource Of(PlannedLeaf leaf, Property property, string field)
    {
        var source = new ValueSource(leaf.Source, property, field);
        if (leaf.Source.TryGetConstant(out _)) source.Resolve(CoercedVariables.None);
        return source;
    }

    /// <inheritdoc/>
    public override object? Resolve(CoercedVariables variables) => Source.Resolve(variables) switch
    {
        IReadOnlyList<object?> list => list.Select(Converted).ToList(),
        var one => Converted(one),
    };

    private object? Converted(object? value)
    {
        try
        {
            return (Property.Kind, value) switch
            {
                (ScalarKind.Date, _) => CustomScalars.Date.ParseValue(JsonSerializer.SerializeToElement(value)),
                (ScalarKind.DateTime, _) => CustomScalars.DateTime.ParseValue(JsonSerializer.SerializeToElement(value)),
                (ScalarKind.BigInt, _) => CustomScalars.BigInt.ParseValue(JsonSerializer.SerializeToElement(value)),
                (ScalarKind.Int, long whole and >= int.MinValue and <= int.MaxValue) => (int)whole,
                (ScalarKind.Int, double and >= int.MinValue and <= int.MaxValue and var number) when double.IsInteger(number) => (int)number,
                (ScalarKind.Float, long whole) => (double)whole,
                (ScalarKind.Float, double number) when double.IsFinite(number) => number,
                _ => throw new GraphQLException(""),
            };
        }
        catch (GraphQLException)
        {
            throw new GraphQLException(ApiMessages.WrongValueOfFigure(
                Field, ApiNames.Constant(Property.Name), Property.Form, JsonSerializer.Serialize(value)));
        }
    }
}

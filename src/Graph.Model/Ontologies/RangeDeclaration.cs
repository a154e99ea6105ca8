using System.Globalization;
using Graph.GraphQL.Language;

namespace Graph.Model.Ontologies;

/// <summary>Reads <c>@range(min:, max:)</c>.</summary>
internal static class RangeDeclaration
{
    public const string Name = "range";

    /// <summary>The range that a field declares, or null where it declares none or at fault.</summary>
    public static ValueRange? Read(FieldDefinitionNode field, ScalarKind kind, OntologyFaults faults)
    {
        if (Dialect.Find(field.Directives, Name) is not { } directive || !IsNumber(kind)) return null;
        var (min, max) = (Bound(directive, "min", kind, faults), Bound(directive, "max", kind, faults));
        if (directive.Arguments.Length == 0) faults.MissingArgument(directive, "min or max", "@range(min: 0, max: 1)");
        else if (min > max) faults.EmptyRange(directive, min.Value, max.Value);
        else if (min is not null || max is not null) return new(min, max);
        return null;
    }

    /// <summary>True for the kinds of value that have a range.</summary>
    public static bool IsNumber(ScalarKind kind) => kind is ScalarKind.Int or ScalarKind.BigInt or ScalarKind.Float;

    private static decimal? Bound(DirectiveNode directive, string name, ScalarKind kind, OntologyFaults faults)
    {
        if (directive.Arguments.FirstOrDefault(candidate => candidate.Name.Value == name) is not { } argument) return null;
        var text = argument.Value switch
        {
            IntValueNode whole => whole.Value,
            FloatValueNode real when kind == ScalarKind.Float => real.Value,
            _ => null,
        };
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return number;
        faults.BadArgument(argument, Name, name, kind == ScalarKind.Float ? "a number" : "a whole number");
        return null;
    }
}

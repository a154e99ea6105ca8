using System.Globalization;

namespace Graph.Model.Ontologies;

/// <summary>The numbers that a property may hold: closed, so that both bounds belong to it. At least one bound is given.</summary>
/// <param name="Min">The least number; null where there is none.</param>
/// <param name="Max">The greatest number; null where there is none.</param>
public sealed record ValueRange(decimal? Min, decimal? Max)
{
    private readonly double least = Min is { } min ? (double)min : double.NegativeInfinity;
    private readonly double greatest = Max is { } max ? (double)max : double.PositiveInfinity;

    /// <summary>True for a number within the bounds.</summary>
    public bool Contains(double number) => number >= least && number <= greatest;

    /// <summary>True for a whole number within the bounds, compared without rounding.</summary>
    public bool Contains(long number) => (Min is null || number >= Min) && (Max is null || number <= Max);

    /// <summary>As a message says it after the kind of value: <c>from 0 to 1</c>, <c>of at least 0</c>, <c>of at most 90</c>.</summary>
    public override string ToString() => (Min, Max) switch
    {
        ({ } min, { } max) => string.Create(CultureInfo.InvariantCulture, $"from {min} to {max}"),
        ({ } min, null) => string.Create(CultureInfo.InvariantCulture, $"of at least {min}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"of at most {Max}"),
    };
}

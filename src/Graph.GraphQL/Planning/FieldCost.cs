namespace Graph.GraphQL.Planning;

/// <summary>
/// What finding a planned field's data may cost beside the objects that are answered, in the same unit as these: the price
/// of answering one object.
/// </summary>
/// <param name="Amount">The cost; 0 or more.</param>
/// <param name="Dearest">
/// What costs most of it and how to ask for less, as two clauses of a sentence for the author of the request; null when
/// nothing stands out.
/// </param>
public readonly record struct FieldCost(double Amount, string? Dearest)
{
    /// <summary>
    /// How many objects the field will answer, where the planner knows it from the data; null: as many as the sizes of its lists
    /// allow. Where every field of an operation knows it, this is what is weighed.
    /// </summary>
    public double? Objects { get; init; }

    /// <summary>
    /// How to ask for no more than a number of objects, as a clause of a sentence for the author of the request; null: by smaller
    /// limits, or fewer lists in one another.
    /// </summary>
    public Func<double, string>? Advice { get; init; }

    /// <summary>What several fields cost together, with the advice for the one of most objects.</summary>
    public static FieldCost Sum(IEnumerable<FieldCost> costs)
    {
        var (sum, dearest, largest) = (new FieldCost(0, null) { Objects = 0 }, default(FieldCost), default(FieldCost));
        foreach (var cost in costs)
        {
            sum = sum with { Amount = sum.Amount + cost.Amount, Objects = sum.Objects + cost.Objects };
            if (cost.Amount > dearest.Amount) dearest = cost;
            if (cost.Objects > (largest.Objects ?? -1)) largest = cost;
        }

        var others = sum.Objects - largest.Objects;
        return sum with
        {
            Dearest = dearest.Dearest,
            Advice = sum.Objects is null || largest.Advice is not { } advice ? null : others > 0 ? allowed => advice(allowed - others.Value) : advice,
        };
    }
}

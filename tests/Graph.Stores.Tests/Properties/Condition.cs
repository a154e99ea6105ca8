using System.Text;
using Graph.Model.Queries;
using Graph.Model.Text;

namespace Graph.Stores.Tests.Properties;

/// <summary>A condition on films: what it says in plain C#, with unknown as null, and as a filter for a store.</summary>
internal abstract record Condition
{
    /// <summary>Whether it holds; null: unknown.</summary>
    /// <param name="film">The film, its values by path.</param>
    /// <param name="part">The part at hand, inside a condition on parts.</param>
    public abstract bool? Holds(PlainFilm film, PlainPart? part = null);

    /// <summary>The same for a store.</summary>
    public abstract Filter For(Question question);

    /// <summary>The value of a property of the film, of the player or of the part.</summary>
    protected static object? Value(string path, PlainFilm film, PlainPart? part) => path switch
    {
        "Artist.name" => part!.Name,
        "WORKED_ON.role" => part!.Role,
        "WORKED_ON.billing" => part!.Billing,
        "Film.id" => film.Id,
        _ => film.Values.GetValueOrDefault(path["Film.".Length..]),
    };
}

/// <summary>A property compared with a value.</summary>
internal sealed record Compared(string Path, ComparisonOperator Operator, object With, bool CaseInsensitive = false) : Condition
{
    public override bool? Holds(PlainFilm film, PlainPart? part = null)
    {
        var value = Value(Path, film, part);
        if (Operator == ComparisonOperator.Includes) return value is string[] items && items.Contains(With);
        if (value is null) return null;
        if (value is string text) return Text(Folded(text), Folded((string)With));
        var order = Comparer<object>.Default.Compare(value, With);
        return Ordered(order);
    }

    public override Filter For(Question question) => question.Compare(Path, Operator, With, CaseInsensitive);

    private string Folded(string text) => CaseInsensitive ? CaseFolding.Fold(text) : text;

    private bool Text(string value, string with) => Operator switch
    {
        ComparisonOperator.Contains => value.Contains(with, StringComparison.Ordinal),
        ComparisonOperator.StartsWith => value.StartsWith(with, StringComparison.Ordinal),
        ComparisonOperator.EndsWith => value.EndsWith(with, StringComparison.Ordinal),
        _ => Ordered(Encoding.UTF8.GetBytes(value).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(with))),
    };

    private bool Ordered(int order) => Operator switch
    {
        ComparisonOperator.Equal => order == 0,
        ComparisonOperator.Less => order < 0,
        ComparisonOperator.LessOrEqual => order <= 0,
        ComparisonOperator.Greater => order > 0,
        ComparisonOperator.GreaterOrEqual => order >= 0,
        _ => throw new InvalidOperationException($"{Operator} is no order."),
    };
}

/// <summary>A property is one of several values.</summary>
internal sealed record OneOf(string Path, object[] Values) : Condition
{
    public override bool? Holds(PlainFilm film, PlainPart? part = null)
    {
        if (Values.Length == 0) return false;
        return Value(Path, film, part) is { } value ? Values.Contains(value) : null;
    }

    public override Filter For(Question question) => question.Compare(Path, ComparisonOperator.In, Values.Cast<object?>().ToList(), false);

    public override string ToString() => $"{Path} in [{string.Join(", ", Values)}]";
}

/// <summary>A property has no value.</summary>
internal sealed record Absent(string Path) : Condition
{
    public override bool? Holds(PlainFilm film, PlainPart? part = null) => Value(Path, film, part) is null;

    public override Filter For(Question question) => question.Missing(Path);
}

/// <summary>All hold.</summary>
internal sealed record Every(Condition[] Conditions) : Condition
{
    public override bool? Holds(PlainFilm film, PlainPart? part = null)
    {
        var results = Conditions.Select(one => one.Holds(film, part)).ToList();
        return results.Contains(false) ? false : results.Contains(null) ? null : true;
    }

    public override Filter For(Question question) => new AllOf([.. Conditions.Select(one => one.For(question))]);

    public override string ToString() => $"({string.Join(" and ", Conditions.AsEnumerable())})";
}

/// <summary>At least one holds.</summary>
internal sealed record Either(Condition[] Conditions) : Condition
{
    public override bool? Holds(PlainFilm film, PlainPart? part = null)
    {
        var results = Conditions.Select(one => one.Holds(film, part)).ToList();
        return results.Contains(true) ? true : results.Contains(null) ? null : false;
    }

    public override Filter For(Question question) => new AnyOf([.. Conditions.Select(one => one.For(question))]);

    public override string ToString() => $"({string.Join(" or ", Conditions.AsEnumerable())})";
}

/// <summary>Does not hold.</summary>
internal sealed record Negated(Condition Inner) : Condition
{
    public override bool? Holds(PlainFilm film, PlainPart? part = null) => !Inner.Holds(film, part);

    public override Filter For(Question question) => new Not(Inner.For(question));
}

/// <summary>Some part of the film, or exactly one, is like this.</summary>
internal sealed record OfParts(Condition? Inner, bool ExactlyOne) : Condition
{
    public override bool? Holds(PlainFilm film, PlainPart? part = null)
    {
        var count = film.Parts.Count(one => Inner is null || Inner.Holds(film, one) == true);
        return ExactlyOne ? count == 1 : count > 0;
    }

    public override Filter For(Question question) =>
        ExactlyOne ? new ExistsSingle(question.Artists, Inner?.For(question)) : new Exists(question.Artists, Inner?.For(question));
}

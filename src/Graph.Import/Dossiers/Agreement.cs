using System.Collections;

namespace Graph.Import.Dossiers;

/// <summary>
/// Two descriptions of one thing. In one dossier they must be the same; two dossiers may each say what the other leaves
/// out, but must not contradict each other.
/// </summary>
internal static class Agreement
{
    /// <summary>Adds to the first what only the second says; where they disagree, changes nothing and says in what.</summary>
    public static string? Unite(Draft first, Draft second)
    {
        if (first.Type != second.Type) return Messages.OtherType(second, first);
        if (first.File == second.File)
            return Same(first, second)
                ? null
                : second.Kind == EntityKind.Accusation ? Messages.SameAccusation(first) : Messages.DuplicateId(second, first);
        foreach (var property in first.Type.Properties)
        {
            var (a, b) = (first.Values[property.Ordinal], second.Values[property.Ordinal]);
            if (a is not null && b is not null && a is not IList && !a.Equals(b)) return Messages.Disagreement(second, first, property.Name, a, b);
        }

        foreach (var link in second.Links.Where(link => link.Type.SingleStarts.Contains(first.Type)))
            if (first.Links.Find(other => other.Type == link.Type && other.Target.Text != link.Target.Text) is { } other)
                return Messages.Disagreement(second, first, link.Type.Name, other.Target.Text, link.Target.Text);

        Add(first, second);
        return null;
    }

    /// <summary>Adds to the first what only the second says.</summary>
    public static void Add(Draft first, Draft second)
    {
        for (var i = 0; i < first.Values.Length; i++)
        {
            if (first.Values[i] is IList list && second.Values[i] is IList more)
                foreach (var item in more.Cast<object>().Where(item => !list.Contains(item)).ToList()) list.Add(item);
            else first.Values[i] ??= second.Values[i];
        }

        foreach (var link in second.Links.Where(link => !first.Links.Exists(other => Same(other, link)))) first.Links.Add(link);
        foreach (var piece in second.Evidence.Where(piece => !first.Evidence.Exists(other => other.Id == piece.Id))) first.Evidence.Add(piece);
    }

    private static bool Same(Draft a, Draft b) =>
        a.Values.Zip(b.Values).All(pair => Same(pair.First, pair.Second))
        && a.Links.Count == b.Links.Count && a.Links.Zip(b.Links).All(pair => Same(pair.First, pair.Second))
        && a.Evidence.Select(piece => piece.Id).SequenceEqual(b.Evidence.Select(piece => piece.Id));

    private static bool Same(Link a, Link b) =>
        a.Type == b.Type && a.Direction == b.Direction && a.Target.Text == b.Target.Text
            && a.Values.Zip(b.Values).All(pair => Same(pair.First, pair.Second));

    private static bool Same(object? a, object? b) =>
        a is List<object> one && b is List<object> other ? one.SequenceEqual(other) : Equals(a, b);
}

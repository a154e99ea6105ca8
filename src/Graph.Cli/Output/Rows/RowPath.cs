namespace Graph.Cli.Output.Rows;

/// <summary>Which lists of a root field give the rows: the way to the innermost of them, response key by response key.</summary>
internal static class RowPath
{
    /// <summary>The fields on the way, the root field first.</summary>
    /// <param name="root">The root field.</param>
    /// <param name="path">The way as it was asked for; null: to the first list on the way down.</param>
    /// <exception cref="UsageException">The way leads nowhere, or to no list.</exception>
    public static HashSet<SelectedField> Of(SelectedField root, IReadOnlyList<string>? path)
    {
        if (path is null) return [.. ToFirstList(root) ?? [root]];
        var (way, field) = (new List<SelectedField> { root }, root);
        foreach (var key in path.Skip(1))
        {
            // The node of an edge, which columns do not name, need not be named here either.
            var known = field.Fields.Concat(field.Fields.Where(one => one.IsNodeOfEdge).SelectMany(one => one.Fields)).ToList();
            var next = known.Find(one => one.Key == key)
                ?? throw new UsageException(Messages.NoFieldOnTheWay(string.Join('.', path), key, field.Key, known.ConvertAll(one => one.Key)));
            if (!field.Fields.Contains(next)) way.Add(field.Fields.First(one => one.IsNodeOfEdge));
            way.Add(field = next);
        }

        if (!field.IsList) throw new UsageException(Messages.NoListAtTheEnd(string.Join('.', path), field.Key));
        return [.. way];
    }

    private static IEnumerable<SelectedField>? ToFirstList(SelectedField field)
    {
        if (field.IsList) return [field];
        return field.Fields.Select(ToFirstList).FirstOrDefault(found => found is not null)?.Prepend(field);
    }
}

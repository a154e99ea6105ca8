namespace Graph.GraphQL.Validation;

/// <summary>
/// Binary insertion after a first run, as JavaScript engines sort short lists. The order by which types are suggested is not total
/// ("super types first" holds only between related ones), so what comes out depends on the steps taken, and with other steps users
/// would see another order than the reference's.
/// </summary>
internal static class InsertionOrder
{
    public static void Sort<T>(List<T> list, Comparison<T> order)
    {
        for (var next = FirstRun(list, order); next < list.Count; next++)
        {
            var item = list[next];
            var (low, high) = (0, next);
            while (low < high)
            {
                var middle = low + ((high - low) >> 1);
                if (order(item, list[middle]) < 0) high = middle;
                else low = middle + 1;
            }
            list.RemoveAt(next);
            list.Insert(low, item);
        }
    }

    // How many items stand in order at the start; a run that falls all the way is turned around.
    private static int FirstRun<T>(List<T> list, Comparison<T> order)
    {
        if (list.Count < 2) return list.Count;
        var falls = order(list[1], list[0]) < 0;
        var end = 2;
        while (end < list.Count && order(list[end], list[end - 1]) < 0 == falls) end++;
        if (falls) list.Reverse(0, end);
        return end;
    }
}

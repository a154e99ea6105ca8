namespace Graph.Tests;

/// <summary>Small faults at random places, as bad networks, bad clients and attackers make them.</summary>
internal static class Damage
{
    private const int MostFaults = 5;

    /// <summary>Changes a text in place.</summary>
    public static void Do<T>(Random random, List<T> text, Func<T> other)
    {
        for (var faults = random.Next(1, MostFaults + 1); faults > 0 && text.Count > 0; faults--)
        {
            var place = random.Next(text.Count);
            switch (random.Next(6))
            {
                case 0: text[place] = other(); break;
                case 1: text.Insert(place, other()); break;
                case 2: text.RemoveRange(place, Math.Min(random.Next(1, 8), text.Count - place)); break;
                case 3: text.InsertRange(place, text.GetRange(place, Math.Min(random.Next(1, 40), text.Count - place))); break;
                case 4: text.RemoveRange(place, text.Count - place); break;
                default: (text[place], text[^1]) = (text[^1], text[place]); break;
            }
        }
    }
}

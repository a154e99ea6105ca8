using System.Text;
using Graph.Model.Values;

namespace Graph.Cli.Options;

/// <summary>A day that a command line gives.</summary>
internal static class GivenDay
{
    /// <summary>Reads it; null where none is given.</summary>
    /// <param name="option">The option, for the sentence that refuses it.</param>
    /// <param name="given">What it was given.</param>
    /// <exception cref="UsageException">It is no day.</exception>
    public static DateOnly? Of(string option, string? given)
    {
        if (given is null) return null;
        return ScalarText.TryDay(Encoding.UTF8.GetBytes(given), out var day) ? day : throw new UsageException(Messages.NotADay(option, given));
    }
}

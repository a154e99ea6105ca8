using System.Text;
using Graph.Extraction;
using Graph.Model.Text;
using Spectre.Console;

namespace Graph.Cli.Output;

/// <summary>The words of an act as a terminal shows them.</summary>
internal static class MarkedQuote
{
    /// <summary>The sentence with those who act in green, those against whom in red, and the cue underlined.</summary>
    public static string Of(FoundAct act)
    {
        var points = act.Quote.EnumerateRunes().ToArray();
        var styles = new string?[points.Length];
        Mark(act.CueStart, act.CueStart + act.Cue.EnumerateRunes().Count(), "underline");
        foreach (var party in act.Accusers) Mark(party.Start, party.End, "green");
        foreach (var party in act.Accused) Mark(party.Start, party.End, "red");
        var marked = new StringBuilder();
        for (var i = 0; i < points.Length;)
        {
            var from = i;
            while (i < points.Length && styles[i] == styles[from]) i++;
            var text = Plain(string.Concat(points[from..i].Select(point => point.ToString())).ReplaceLineEndings(" "));
            marked.Append(styles[from] is { } style ? $"[{style}]{text}[/]" : text);
        }

        return marked.ToString();

        void Mark(int start, int end, string style)
        {
            for (var i = Math.Max(0, start - act.Start); i < Math.Min(points.Length, end - act.Start); i++) styles[i] = style;
        }
    }

    /// <summary>Text that says nothing to the terminal.</summary>
    public static string Plain(string text) => Markup.Escape(VisibleSigns.Show(text));
}

using System.Text;
using Graph.Cli.Questions;
using Graph.Extraction;
using Graph.Extraction.Drafts;
using Graph.Model.Text;
using Spectre.Console;

namespace Graph.Cli.Commands;

/// <summary>Shows one act after another at a terminal, and takes keys.</summary>
internal sealed class ReviewDialog(Review review, KnownActors known, IReadOnlyList<string> kinds, IAnsiConsole console)
{
    /// <summary>Near names that are offered.</summary>
    private const int Near = 5;

    /// <summary>Asks until nothing is open, or the person leaves. What was decided stays decided.</summary>
    public void Run(CancellationToken cancellationToken)
    {
        while (review.Current is { } act && !cancellationToken.IsCancellationRequested)
        {
            Show(act);
            switch (char.ToLowerInvariant(console.Input.ReadKey(intercept: true)?.KeyChar ?? 'q'))
            {
                case 'a':
                    review.Accept();
                    break;
                case 'r':
                    review.Reject(Ask(DraftMessages.AskReason));
                    break;
                case 'e':
                    Edit(act);
                    break;
                case 'k' when kinds.Count > 0:
                    review.ChangeAct(console.Prompt(new SelectionPrompt<string>().Title(DraftMessages.AskAct).AddChoices(kinds)));
                    break;
                case 's':
                    if (!review.Split()) console.WriteLine(DraftMessages.NothingToSplit);
                    break;
                case 'n':
                    review.Next();
                    break;
                case 'q' or '\u0003':
                    return;
            }
        }
    }

    private void Show(DraftAct act)
    {
        console.WriteLine();
        console.MarkupLine($"[bold]{Plain(act.Found.Act)}[/]  {Plain(Names(act.Found.Accusers))} → {Plain(Names(act.Found.Accused))}  "
            + $"[dim]{act.SaidOn:yyyy-MM-dd} {act.Found.Confidence:0.##} {Plain(act.Found.Rule)}, {Plain(DraftMessages.Left(review.Open))}[/]");
        console.MarkupLine(Marked(act.Found));
        console.WriteLine(DraftMessages.Keys);
    }

    // The sentence with those who act in green, those against whom in red, and the cue underlined.
    private static string Marked(FoundAct act)
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
            var text = Plain(string.Concat(points[from..i].Select(point => point.ToString())));
            marked.Append(styles[from] is { } style ? $"[{style}]{text}[/]" : text);
        }

        return marked.ToString();

        void Mark(int start, int end, string style)
        {
            for (var i = Math.Max(0, start - act.Start); i < Math.Min(points.Length, end - act.Start); i++) styles[i] = style;
        }
    }

    private void Edit(DraftAct act)
    {
        var choices = new[] { Side.Accusers, Side.Accused }.SelectMany(side => Review.Of(act, side).Select((party, i) => (Side: side, Index: i, Party: party))).ToList();
        if (choices.Count == 0) return;
        var chosen = choices.Count == 1 ? choices[0]
            : console.Prompt(new SelectionPrompt<(Side Side, int Index, FoundParty Party)>().Title(DraftMessages.AskParty).UseConverter(choice => Plain(choice.Party.Surface)).AddChoices(choices));
        var near = NearNames(chosen.Party.Surface).ToList();
        if (near.Count > 0) console.WriteLine(VisibleSigns.Show(string.Join("   ", near.Select((name, i) => $"{i + 1} {name.UsualName}"))));
        var who = Ask(DraftMessages.AskWho);
        if (int.TryParse(who, out var number) && number >= 1 && number <= near.Count) Set(near[number - 1]);
        else if (known.Names.FirstOrDefault(name => name.Id == who || name.Name.Equals(who, StringComparison.OrdinalIgnoreCase)) is { Id: not null } exact) Set(exact);
        else review.Name(chosen.Side, chosen.Index, who, null, who.Contains(' ') ? "Person" : chosen.Party.Kind);

        void Set((string Name, string Id, string UsualName, string? Kind, string? State) actor) => review.Name(chosen.Side, chosen.Index, actor.UsualName, actor.Id, actor.Kind);
    }

    private IEnumerable<(string Name, string Id, string UsualName, string? Kind, string? State)> NearNames(string surface)
    {
        var words = surface.Split(' ').Where(word => word.Length > 2).ToList();
        return known.Names.Where(name => words.Exists(word => name.Name.Contains(word, StringComparison.OrdinalIgnoreCase))).DistinctBy(name => name.Id).Take(Near);
    }

    private string Ask(string question) => console.Prompt(new TextPrompt<string>(question).AllowEmpty()).Trim();

    private static string Names(IReadOnlyList<FoundParty> parties) => parties.Count == 0 ? "unknown" : string.Join(", ", parties.Select(party => party.IsUnresolved ? party.Surface + " (?)" : party.Name));

    private static string Plain(string text) => Markup.Escape(VisibleSigns.Show(text));
}

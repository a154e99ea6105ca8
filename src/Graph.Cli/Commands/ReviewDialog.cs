using Graph.Cli.Output;
using Graph.Cli.Questions;
using Graph.Extraction;
using Graph.Extraction.Drafts;
using Graph.Model.Text;
using Spectre.Console;
using static Graph.Cli.Output.MarkedQuote;

namespace Graph.Cli.Commands;

/// <summary>Shows one act after another at a terminal, and takes keys.</summary>
/// <param name="review">The acts.</param>
/// <param name="known">The actors of a graph.</param>
/// <param name="kinds">The kinds of act that there are.</param>
/// <param name="console">The terminal.</param>
/// <param name="save">Keeps what has been decided; called after each decision, so that nothing is lost.</param>
internal sealed class ReviewDialog(Review review, KnownActors known, IReadOnlyList<string> kinds, IAnsiConsole console, Action save)
{
    /// <summary>Near names that are offered: one digit each.</summary>
    private const int Near = 5;

    /// <summary>Asks until nothing is open, or the person leaves.</summary>
    /// <exception cref="OperationCanceledException">Ctrl+C; what was decided before is saved.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (review.Current is { } act)
        {
            Show(act);
            switch (await KeyAsync("areksnuq\u0003", cancellationToken))
            {
                case 'a':
                    review.Accept();
                    break;
                case 'r':
                    review.Reject(await LineAsync(DraftMessages.AskReason, cancellationToken));
                    break;
                case 'e':
                    await EditAsync(act, cancellationToken);
                    break;
                case 'k' when await ChoiceAsync(DraftMessages.AskAct, kinds, cancellationToken) is { } kind:
                    review.ChangeAct(kinds[kind]);
                    break;
                case 's' when !review.Split():
                    console.WriteLine(DraftMessages.NothingToSplit);
                    break;
                case 'n':
                    review.Next();
                    break;
                case 'u' when !review.Undo():
                    console.WriteLine(DraftMessages.NothingToUndo);
                    break;
                case 'q' or '\u0003':
                    return;
            }

            save();
        }
    }

    private void Show(DraftAct act)
    {
        console.WriteLine();
        console.MarkupLine($"[bold]{Plain(act.Found.Act)}[/]  {Plain(Names(act.Found.Accusers))} → {Plain(Names(act.Found.Accused))}  "
            + $"[dim]{act.SaidOn:yyyy-MM-dd} {act.Found.Confidence:0.##} {Plain(act.Found.Rule)}, {Plain(DraftMessages.Left(review.Open))}[/]");
        console.MarkupLine(MarkedQuote.Of(act.Found));
        console.MarkupLine($"[dim]{Plain(DraftMessages.Keys)}[/]");
    }

    private async Task EditAsync(DraftAct act, CancellationToken cancellationToken)
    {
        // Each party, and where a side has none, that one could be.
        var choices = new[] { Side.Accusers, Side.Accused }
            .SelectMany(side => Enumerable.Range(0, Math.Max(1, act.Parties(side).Count))
                .Select(index => (Side: side, Index: index, Words: Words(act, side, index))))
            .ToList();
        if (await ChoiceAsync(DraftMessages.AskParty, choices.ConvertAll(choice => choice.Words), cancellationToken) is not { } chosen) return;
        var (side, index, words) = choices[chosen];
        var near = known.Near(words).Take(Near).ToList();
        if (near.Count > 0) console.WriteLine(VisibleSigns.Show(string.Join("   ", near.Select((name, i) => $"{i + 1} {name.UsualName}"))));
        var who = await LineAsync(DraftMessages.AskWho, cancellationToken);
        if (who == "-") review.Remove(side, index);
        else if (int.TryParse(who, out var number) && number >= 1 && number <= near.Count) Set(near[number - 1]);
        else if (known.Exact(who) is { } exact) Set(exact);
        else if (who.Length > 0 && who.All(char.IsDigit)) console.WriteLine(DraftMessages.NoSuchNumber);
        else if (who.Length == 0) review.Name(side, index, "", null, null);
        else if (await ChoiceAsync(DraftMessages.AskKind, [.. Review.Kinds], cancellationToken) is { } kind)
            review.Name(side, index, who, null, Review.Kinds[kind]);

        void Set((string Name, string Id, string UsualName, string? Kind, string? State) actor) =>
            review.Name(side, index, actor.UsualName, actor.Id, actor.Kind);
    }

    private static string Words(DraftAct act, Side side, int index) =>
        act.Parties(side) is { Count: > 0 } parties ? parties[index].Surface : DraftMessages.Nobody(side == Side.Accusers);

    // Other keys are passed over: a slip shows nothing anew.
    private async Task<char> KeyAsync(string keys, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await console.Input.ReadKeyAsync(intercept: true, cancellationToken) is { } key && keys.Contains(char.ToLowerInvariant(key.KeyChar)))
                return char.ToLowerInvariant(key.KeyChar);
        }
    }

    private async Task<int?> ChoiceAsync(string question, IReadOnlyList<string> choices, CancellationToken cancellationToken)
    {
        if (choices.Count == 0) return null;
        console.WriteLine(VisibleSigns.Show($"{question}  {string.Join("   ", choices.Take(9).Select((choice, i) => $"{i + 1} {choice}"))}"));
        cancellationToken.ThrowIfCancellationRequested();
        var key = await console.Input.ReadKeyAsync(intercept: true, cancellationToken);
        return key is { KeyChar: >= '1' and <= '9' and var digit } && digit - '1' < choices.Count ? digit - '1' : null;
    }

    private async Task<string> LineAsync(string question, CancellationToken cancellationToken) =>
        (await new TextPrompt<string>(question).AllowEmpty().ShowAsync(console, cancellationToken)).Trim();

    private static string Names(IReadOnlyList<FoundParty> parties) =>
        parties.Count == 0 ? "unknown" : string.Join(", ", parties.Select(party => party.IsUnresolved ? party.Surface + " (?)" : party.Name));
}

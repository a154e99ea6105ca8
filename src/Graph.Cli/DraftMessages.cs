using Graph.Cli.Output;
using Graph.Extraction;
using Graph.Extraction.Drafts;
using Graph.Extraction.Models;
using Graph.Model.Files;

namespace Graph.Cli;

/// <summary>What <c>graph draft</c> and <c>graph review</c> say to people.</summary>
internal static class DraftMessages
{
    public const string OneText = "--name, --title, --author and --url are of one text; give one, or leave them out.";

    public const string ModelWithoutName = "--model needs --model-name: which of its models the API is to use.";

    public const string NoTerminal =
        "graph review asks at a terminal, and its input or standard error is none. Write --accept 0.9 to take what is at least so sure.";

    public const string AskReason = "Why not?";

    public const string AskParty = "Which party?";

    public const string AskWho = "Who is it? (a number above, a name or an id; - takes the party away; empty: it cannot be told)";

    public const string AskKind = "What is it? (another key: leave it)";

    public const string NoSuchNumber = "There is no such number above; the party is left as it is.";

    public const string NothingToUndo = "Nothing was decided yet.";

    public const string AskAct = "Which act?";

    public const string NothingOpen = "No act is open.";

    public const string Keys = "a accept   r reject   e edit a party   k kind of act   s split   n next   u undo   q save and leave";

    public const string NothingToSplit = "It has one party on each side; there is nothing to split.";

    public static string NotAPath(string path) =>
        $"{path} is neither a file nor a folder. Name a text, a saved page, a folder of them, or - for standard input.";

    public static string NoTexts(string folder) => $"{folder} holds no text: no .txt, .md, .html or .htm.";

    public static string NoFile(string path) => $"{path} {OrdinaryFile.Refusal}";

    public static string NotAKind(string given, IEnumerable<string> kinds) =>
        $"--kind {given} is no kind of document; there are {string.Join(", ", kinds)}.";

    public static string NotAnAddress(string given) => $"--model {given} is no address; write one such as http://127.0.0.1:11434/v1.";

    public static string NotASharedName(string name, string place) =>
        $"{place} would be drafted into {name}, as another text was before it; draft it by itself with --name.";

    public static string NoWords(string place) => $"{place} holds no words to draft from. Save the article as text, or as the whole page.";

    public static string SomeRefused(int refused, int drafted) =>
        $"{refused} {(refused == 1 ? "text was" : "texts were")} not drafted, as told above; {drafted} {(drafted == 1 ? "was" : "were")}.";

    public static string NoGraphYet(string variable, string file) =>
        $"{variable} names {file}, where there is no graph yet: nobody is known by name. Make it with graph import, or name another with --store.";

    public static string NotAConfidence(double given) => $"--accept {given} is not between 0 and 1.";

    public static string BadLine(string file, int line, string fault) =>
        $"{file}:{line}: {fault} A line of a corpus is a JSON object with id and text.";

    public static string OtherLanguage(string name, string language) =>
        $"{name} is written in another language than English ({(language == "und" ? "none that is known here" : language)}). "
        + "The rules read English alone: nothing is drafted.";

    public static string Drafted(string folder, Draft draft) =>
        draft.Acts.Count == 0
            ? $"{folder}: no act found."
            : $"{folder}: {draft.Acts.Count} {(draft.Acts.Count == 1 ? "act" : "acts")} found"
                + (draft.Acts.Count(act => act.Decision == Decision.Rejected) is > 0 and var rejected ? $", {rejected} of them rejected before"
                    : "") + $". Look at {(draft.Acts.Count == 1 ? "it" : "them")}: graph review {folder}";

    public static string ChangedMeanwhile(string folder) =>
        $"{folder} was changed by somebody else since it was opened here: the last decision is not kept, and nothing is written over. Open it again.";

    public static string Refused(RefusedProposal refused) =>
        $"Refused of the model: {refused.Reason}{(refused.Quote.Length > 0 ? $" “{refused.Quote}”" : "")}";

    public static string Reviewed(string folder, Draft draft) =>
        $"{folder}: {draft.Acts.Count(act => act.Decision == Decision.Accepted)} accepted, "
        + $"{draft.Acts.Count(act => act.Decision == Decision.Rejected)} rejected, "
        + $"{draft.Acts.Count(act => act.Decision == Decision.Open)} open. Put it into a graph: graph import {folder}";

    public static string MoreActors(int most) =>
        $"The graph has more than {Numbers.Grouped(most)} actors: the first {Numbers.Grouped(most)} by id are known by name, the others are not.";

    public static string MoreOffices(int most) =>
        $"The graph has more than {Numbers.Grouped(most)} offices: who held the first {Numbers.Grouped(most)} by id is known.";

    public static string Nobody(bool acts) => acts ? "(nobody who acts)" : "(nobody whom it is against)";

    public static string Left(int open) => $"{open} open";

    public static IEnumerable<string> Explained(ReadText read)
    {
        foreach (var (i, act) in read.Acts.Index())
        {
            yield return $"act-{i + 1} {act.Act}  rule {act.Rule}  cue “{act.Cue}” at {act.CueStart}  confidence {act.Confidence:0.##}";
            foreach (var party in act.Accusers) yield return $"  by       {Party(party)}";
            foreach (var party in act.OnBehalfOf) yield return $"  for      {Party(party)}";
            foreach (var party in act.Accused) yield return $"  against  {Party(party)}";
            if (act.Matter.Length > 0) yield return $"  matter   {act.Matter}";
            if (act.Answers.Count > 0) yield return $"  answers  {string.Join(", ", act.Answers.Select(at => $"act-{at + 1}"))}";
            yield return $"  in       {act.Start}-{act.End}: {act.Quote}";
        }

        foreach (var passed in read.PassedOver)
            yield return $"no act: “{passed.Cue}” at {passed.CueStart}, {passed.Reason} ({passed.Why}): {passed.Sentence}";
    }

    private static string Party(FoundParty party) =>
        $"“{party.Surface}” at {party.Start}-{party.End}" + (party.IsUnresolved ? ", unresolved" : party.Name == party.Surface ? ""
            : $" = {party.Name}") + (party.Kind is null ? "" : $" ({party.Kind})");
}

using System.Diagnostics;
using Graph.Import.Dossiers;
using Graph.Import.Text;
using Graph.Import.Yaml;
using Graph.Model.Files;
using Graph.Model.Ontologies;
using Graph.Model.Text;

namespace Graph.Import;

/// <summary>Every sentence that an import says of its input. Where it stands (file, line, column) is said beside it.</summary>
internal static partial class Messages
{
    /// <summary>Characters of somebody's text shown in a message.</summary>
    private const int Shown = 160;

    /// <summary>Signs described one by one: a run of white space may be long.</summary>
    private const int SignsShown = 4;

    public const string ExpectedText = "text";
    public const string ExpectedMap = "a mapping of fields";
    public const string ExpectedMapItem = "a list of mappings, each item beginning with '- field: value'";
    public const string ExpectedList = "a list, each item beginning with '- '";

    public static string NoFile() => $"It {OrdinaryFile.Refusal}";

    public static string CannotRead(string reason) => $"The file cannot be read: {reason}";

    public static string FileTooLarge(long bytes, int limit) =>
        $"The file has {bytes:N0} bytes, more than the {limit:N0} that are read whole; split it into several files of one folder.";

    public static string EmptyDossier() =>
        "The file holds no dossier; write at least one of actors, offices, places, events, documents, claims, accusations.";

    public static string DossierIsNoMap(YamlValue value) =>
        $"A dossier is a mapping of fields such as 'actors:' and 'accusations:'; this is {Shape(value)}.";

    public static string NotYaml(string reason, bool isTab) =>
        $"This is not YAML: {SystemWords.Ended(reason)} "
        + (isTab ? "Indent with spaces." : "Quote text that holds ': ' or ' #' or begins with one of [ { * & ! | > % @ `.");

    public static string TextAfterQuotes(string text) =>
        $"This is not YAML: more text follows the closing quotation mark of {Short(text)}. Put the whole text into quotation marks, of "
            + "the other sort than those in it.";

    public static string SecondYamlDocument() => "A second YAML document begins here; put it into a file of its own.";

    public static string NestedTooDeep(int limit) => $"This is nested more than {limit} levels deep; a dossier needs eight.";

    public static string KeyIsNoText() => "A field's name must be text; quote the value if it begins with '{' or '['.";

    public static string AliasUsed(string name) =>
        $"'*{name}' refers to an anchor, which a dossier may not do; write the value out, or quote it if it is text.";

    public static string CommentAfterText(string name, string text, string comment) =>
        $"In '{name}' YAML takes \"{Short(comment)}\" for a comment{(text.Length > 0 ? $" and keeps only \"{Short(text)}\"" : "")}; "
        + "put the whole text into quotation marks, or, if it is a comment, on a line of its own above.";

    public static string MarkOnText(string name, string mark) =>
        $"In '{name}' YAML takes '{mark}' for {(mark[0] == '&' ? "an anchor" : "a tag")} and drops it from the text; put the "
            + "whole text into quotation marks.";

    public static string FieldTwice(string name, int first) => $"'{name}' is written twice, first on line {first}; keep one.";

    public static string FieldMissing(string what, string name) => $"{Capital(what)} needs '{name}'.";

    public static string EmptyText(string name) => $"'{name}' is empty; leave it out where there is nothing to say.";

    public static string EmptyItem(string name) => $"'{name}' has an empty item; write a value after '- ' or remove the line.";

    public static string ForbiddenCharacter(string name, int unit) =>
        $"'{name}' holds the character U+{unit:X4}, which no text may hold{(unit == 0 ? "" : ": it is half of a pair")}; remove it.";

    public static string WrongShape(string name, string expected, YamlValue value) =>
        $"'{name}' must be {expected}; this is "
            + $"{Shape(value)}{(expected == ExpectedText && value is YamlList or YamlMap ? ": put it into quotation marks if it is text" : "")}.";

    public static string UnknownField(string name, string what, string? near, IEnumerable<string> known) => near is not null
        ? $"'{name}' is not a field of {what}; did you mean '{near}'?"
        : $"'{name}' is not a field of {what}; its fields are {string.Join(", ", known)}.";

    public static string Expected(Property property) => property.Kind switch
    {
        ScalarKind.Int or ScalarKind.BigInt when property.Range is { } range => $"a whole number {range}",
        ScalarKind.Float when property.Range is { } range => $"a number {range}",
        ScalarKind.Enum => $"one of {string.Join(", ", property.Enum!.Values.Select(value => value.Name))}",
        ScalarKind.Date => "a day of the calendar written as 2025-06-02",
        ScalarKind.DateTime => "an instant written as 2025-06-02T10:36:00Z",
        ScalarKind.Int => "a whole number between -2147483648 and 2147483647",
        ScalarKind.BigInt => "a whole number of at most 64 bits",
        ScalarKind.Float => "a number",
        ScalarKind.Boolean => "true or false",
        _ => ExpectedText,
    };

    public static string OtherDomain(IReadOnlyList<string> missing) =>
        $"Dossiers are about accusations, and the ontology in use lacks {string.Join(", ", missing.Take(5))}"
        + $"{(missing.Count > 5 ? $" and {missing.Count - 5} more" : "")}; import JSON Lines, or use the ontology that ships with the product.";

    public static string ActorNeedsOneType(int written) => written == 0
        ? "An actor needs one of 'person', 'state' or 'organization', with its name."
        : "An actor is one of 'person', 'state' or 'organization'; keep one of these fields.";

    public static string IdWithSpace(string id) => $"The id '{id}' holds white space; use letters, digits and hyphens.";

    public static string ReservedId(string id) => $"The id '{id}' is kept for parties that nobody named or could match; choose another.";

    public static string EmptyInterval(string from, DateOnly start, string to, DateOnly end) => end < start
        ? $"The interval ends before it starts: '{from}' is {Day(start)} and '{to}' is {Day(end)}."
        : $"The interval is empty: '{to}' is the day after the last, so for a single day write {Day(start.AddDays(1))} or leave it out.";

    public static string PartOfTwice() => "This event stands under 'parts' of another and needs no 'partOf'; remove one of the two.";

    public static string TextOutside(string path) =>
        $"The text '{path}' lies outside the dossier's folder; put it beside the dossier and give its path from there.";

    public static string TextIsFolder(string path) => $"The text '{path}' is a folder; name a file in it.";

    public static string TextMissing(string path, IEnumerable<string> siblings) =>
        $"The text '{path}' does not exist; "
        + (NearMatch.Nearest(Path.GetFileName(path.Replace('\\', '/')), siblings) is { } near
            ? $"did you mean '{near}'?"
            : "paths start at the dossier's folder.")
        + (path.Contains('\\') ? " Between folders write '/'." : "");

    public static string TextUnreadable(string path, Fault fault) =>
        $"The text '{path}' cannot be used{(fault.Line > 0 ? $", at its line {fault.Line}, column {fault.Column}" : "")}: {fault.Message}";

    public static string TextEmpty(string path) => $"The text '{path}' is empty.";

    public static string TextChanged(string path, string hash) =>
        $"The text '{path}' is not the one that 'textHash' names: its hash is {hash}. Check the quotes, then write the new hash or leave it out.";

    public static string BasisWithoutDay() => "'saidOnBasis' says how the day is known, but there is no 'saidOn'.";

    public static string NoEvidence() =>
        "The accusation has no evidence; quote a document under 'evidence', or say under 'noEvidence' why there is none.";

    public static string EvidenceAndReason() => "'noEvidence' gives a reason for having no evidence, but there is some; remove one of the two.";

    public static string PartyNeedsOne() => "A party needs either 'actor', an actor's id or name, or 'unresolved', a name that cannot be matched.";

    public static string UnresolvedPrincipal() =>
        "An unresolved name cannot stand here, because this relationship keeps no surface form; name an actor or leave it out.";

    public static string Unanchored(QuoteAnchor anchor, string quote, string document) => anchor switch
    {
        QuoteAnchor.Missing { Nearest: { } nearest } =>
            $"The quote \"{Short(quote)}\" is not in the text of document '{document}'; the nearest passage is \"{Short(nearest)}\".",
        QuoteAnchor.Missing => $"The quote \"{Short(quote)}\" is not in the text of document '{document}', nor anything like it.",
        QuoteAnchor.LooksTheSame { Difference: var difference } =>
            $"The quote \"{Short(quote)}\" only looks like what the text of document '{document}' has: at line "
                + $"{difference.Line}, column {difference.Column} "
            + $"the text has {Signs(difference.InText)}, the quote {Signs(difference.InQuote)}{Others(difference.Others)}. "
            + "Copy the passage from the text.",
        QuoteAnchor.Cut cut =>
            $"The quote \"{Short(quote)}\" begins or ends inside a sign of the text of document '{document}'; the whole passage is "
                + $"\"{Short(cut.Whole)}\" ({Codes(cut.Whole)}).",
        QuoteAnchor.OtherContext other =>
            $"The quote \"{Short(quote)}\" is in the text of document '{document}' {Times(other.Occurrences)}, "
            + "but never with this prefix and suffix.",
        QuoteAnchor.Ambiguous several =>
            $"The quote \"{Short(quote)}\" is in the text of document '{document}' {Times(several.Occurrences)}; give a "
                + "prefix or suffix that tells which.",
        _ => throw new UnreachableException("A quote that was found is no fault."),
    };

    public static string DocumentOnlyStored(string id) =>
        $"Document '{id}' is in the graph but not in these dossiers, so the quote cannot be checked; list the document with its text.";

    public static string UnknownReference(EntityKind kind, string text, IReadOnlyList<string> near)
    {
        var hint = near.Count > 0 ? $"; did you mean {string.Join(" or ", near.Select(name => $"'{name}'"))}?" : $"; list it under '{kind.Section}'.";
        var start = kind == EntityKind.Accusation ? $"No accusation has the key or id '{text}'" : $"No {kind.Name} has the id or name '{text}'";
        return start + hint + (kind == EntityKind.Actor ? $" A name that cannot be matched is written {{ unresolved: \"{text}\" }}." : "");
    }

    public static string AmbiguousName(string text, IEnumerable<string> ids) =>
        $"'{text}' may be {string.Join(" or ", ids.Order(StringComparer.Ordinal).Select(id => $"'{id}'"))}; write the id.";

    public static string WrongKindOfEnd(string text, string type, IEnumerable<string> allowed) =>
        $"'{text}' is {Article(type)} {type}; what is needed here is {string.Join(" or ", allowed.Select(name => $"{Article(name)} {name}"))}.";

    public static string DependsOnRejected(Draft draft) =>
        $"This depends on {draft.Title} ({draft.File}:{draft.Source.Line}), which is rejected; mend that first.";

    public static string Circle(string title, string relationship) => $"{Capital(title)} leads back to itself over {relationship}; break the circle.";

    public static string KeysOfFaulty(string file, int acts) =>
        $"{file}: {acts} {(acts == 1 ? "accusation at fault was" : "accusations at fault were")} left without a key; mend what the "
            + "check says, then add keys again.";

    public static string KeysNotWritten(string file) =>
        $"{file}: keys cannot be written without changing what else it says, so it was left as it is; write 'key: a-short-name' "
            + "into each accusation by hand.";

    public static string KeysNotStored(string file, string fault) => $"{file}: keys could not be written: {fault} The file was left as it is.";

    public static string KeyTwice(string key, Draft first) => $"The key '{key}' is used twice, first on line {first.Source.Line}; choose another.";

    public static string DuplicateId(Draft draft, Draft first) =>
        $"{Capital(draft.Kind.Noun)} with the id '{draft.Id}' stands on line {first.Source.Line} already, with other content; merge the "
            + "two, or give this one another id.";

    public static string SameAccusation(Draft first) =>
        $"This is the same act as the accusation on line {first.Source.Line}: same parties, day and matter. Put the evidence there, or "
            + "tell the two apart by 'matter'.";

    public static string OtherType(Draft draft, Draft first) =>
        $"'{draft.Id}' is {Article(draft.Type.Name)} {draft.Type.Name} here and {Article(first.Type.Name)} {first.Type.Name} in "
            + $"{first.File}:{first.Source.Line}; give one of the two another id.";

    public static string Disagreement(Draft draft, Draft first, string property, object there, object here) =>
        $"Two dossiers disagree about {draft.Kind.Name} '{draft.Id}': '{property}' is {Quoted(here)} here and {Quoted(there)} in "
            + $"{first.File}:{first.Source.Line}.";

    private static string Signs(string signs) =>
        signs.Length == 0 ? "nothing" : string.Join(" ", signs.EnumerateRunes().Take(SignsShown).Select(LookAlikes.Describe))
            + (signs.EnumerateRunes().Count() > SignsShown ? " …" : "");

    private static string Others(int places) => places == 0 ? "" : $" (and {places} more {(places == 1 ? "place differs" : "places differ")})";

    /// <summary>The code points at both ends of a passage, where it was cut.</summary>
    private static string Codes(string passage)
    {
        var runes = passage.EnumerateRunes().Select(rune => $"U+{rune.Value:X4}").ToList();
        return runes.Count <= 2 * SignsShown
            ? string.Join(' ', runes)
            : $"{string.Join(' ', runes.Take(SignsShown))} … {string.Join(' ', runes.TakeLast(SignsShown))}";
    }

    private static string Quoted(object value) => value is DateOnly day ? Day(day) : $"'{value}'";

    private static string Times(int count) => count == 1 ? "once" : $"{count} times";

    private static string Shape(YamlValue value) => value switch
    {
        YamlText { IsNull: true } => "empty",
        YamlText text => $"'{Short(text.Text)}'",
        YamlList => "a list",
        YamlMap => "a mapping",
        _ => "a reference to an anchor",
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd");

    private static string Article(string noun) => "AEIOU".Contains(char.ToUpperInvariant(noun[0])) ? "an" : "a";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Short(string text)
    {
        var line = VisibleSigns.Show(text.ReplaceLineEndings("⏎"));
        if (line.Length <= Shown) return line;
        return line[..(char.IsHighSurrogate(line[Shown - 2]) ? Shown - 2 : Shown - 1)] + "…";
    }
}

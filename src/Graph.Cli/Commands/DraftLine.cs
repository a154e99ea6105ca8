using System.Text.Encodings.Web;
using System.Text.Json;
using Graph.Extraction;

namespace Graph.Cli.Commands;

/// <summary>What was read of a text as a line of JSON, for programs.</summary>
internal static class DraftLine
{
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The acts of a text.</summary>
    /// <remarks>What ends in the context is no part of the answer; offsets count from where the text itself begins.</remarks>
    public static string Of(DraftInput input, ReadText read)
    {
        var context = new ActReader().Read(input.Context).Text.EnumerateRunes().Count();
        return JsonSerializer.Serialize(
            new
            {
                id = input.Name,
                language = read.Language,
                acts = read.Acts.Where(act => act.End > context).Select(act => new
                {
                    act.Act,
                    accusers = act.Accusers.Select(Shown),
                    accused = act.Accused.Select(Shown),
                    onBehalfOf = act.OnBehalfOf.Select(Shown),
                    act.Matter,
                    act.Quote,
                    start = act.Start - context,
                    end = act.End - context,
                    act.Cue,
                    act.Rule,
                    confidence = Math.Round(act.Confidence, 2),
                }),
            },
            Plain);
    }

    // The words of the text, or of a pronoun whom it means.
    private static string Shown(FoundParty party) => party is { IsReference: true, IsUnresolved: false } ? party.Name : party.Surface;
}

using System.Collections.Frozen;

namespace Graph.Import.CodedActs;

/// <summary>The codes of CAMEO 1.1b3 that are acts; those that are not say nothing against anybody, or more than words.</summary>
internal static class Cameo
{
    public const string Scheme = "CAMEO";

    private static readonly FrozenDictionary<string, (string Label, ActMeaning Meaning)> Acts = new Dictionary<string, (string, ActMeaning)>
    {
        ["112"] = ("Accuse", new("ACCUSE", "accusation, matter not coded", [])),
        ["1121"] = ("Accuse of crime, corruption", new("ACCUSE", "crime or corruption", ["CRIME", "CORRUPTION"])),
        ["1122"] = ("Accuse of human rights abuses", new("ACCUSE", "human rights abuses", ["HUMAN_RIGHTS"])),
        ["1123"] = ("Accuse of aggression", new("ACCUSE", "aggression", ["AGGRESSION"])),
        ["1124"] = ("Accuse of war crimes", new("ACCUSE", "war crimes", ["WAR_CRIMES"])),
        ["1125"] = ("Accuse of espionage, treason", new("ACCUSE", "espionage or treason", ["ESPIONAGE"])),
        ["115"] = ("Bring lawsuit against", new("ACCUSE", "lawsuit, matter not coded", [])),
        ["110"] = ("Disapprove", new("CRITICIZE", "disapproval, matter not coded", [])),
        ["111"] = ("Criticize or denounce", new("CRITICIZE", "criticism, matter not coded", [])),
        ["113"] = ("Rally opposition against", new("CRITICIZE", "rallying opposition, matter not coded", [])),
        ["114"] = ("Complain officially", new("CRITICIZE", "official complaint, matter not coded", [])),
        ["016"] = ("Deny responsibility", new("DENY", "denial of responsibility, matter not coded", [])),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What a cell holds, told without a string: nine in ten rows are other events.</summary>
    public static CodeKind KindOf(ReadOnlySpan<byte> code)
    {
        if (code is [(byte)'0', (byte)'1', (byte)'6']) return CodeKind.Act;
        if (code is not [(byte)'1', (byte)'1', ..]) return code.IsEmpty ? CodeKind.Unknown : CodeKind.Other;
        return code switch
        {
            [_, _, >= (byte)'0' and <= (byte)'5'] => CodeKind.Act,
            [_, _, (byte)'6'] => CodeKind.Conviction,
            [_, _, (byte)'2', >= (byte)'1' and <= (byte)'5'] => CodeKind.Act,
            _ => CodeKind.Unknown,
        };
    }

    /// <summary>The words for a code that is an act, and what it says.</summary>
    public static (string Label, ActMeaning Meaning) Of(string code) => (code + " " + Acts[code].Label, Acts[code].Meaning);
}

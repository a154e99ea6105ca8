using Graph.Import;

namespace Graph.Cli;

/// <content>What is said of accusations and their keys.</content>
internal static partial class Messages
{
    public static string HasNoKey(UnkeyedAct act) => $"{act.File}:{act.Line}:{act.Column}: the accusation of \"{act.Matter}\" has no key.";

    public static string GiveKeys(int acts) =>
        $"{Count(acts, "accusation")} without a key: when the words change, "
            + $"{(acts == 1 ? "it is another accusation" : "they are other accusations")}. "
        + "Write 'key: a-short-name' into each, or have it written with: graph check --add-keys PATH";

    public static string KeysAdded(KeysReport keys) => keys.Keys == 0
        ? "No key was written."
        : $"{Count(keys.Keys, "key")} written into {Count(keys.Files, "dossier")}, each with the id that the accusation has.";
}

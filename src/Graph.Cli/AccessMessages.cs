using Graph.Model;

namespace Graph.Cli;

/// <summary>What the command says of keys and tokens.</summary>
internal static class AccessMessages
{
    public const string WhichKeyFile = "Name the file of the keys with --keys FILE, or in GRAPH_API_KEYS_FILE.";

    public const string KeyWithoutCertificate = "--certificate-key goes with --certificate alone; name the certificate too.";

    public const string NoDatasetsClaim =
        "--jwt-datasets-claim names a claim of the tokens such as datasets; leave it out where no token is held to any.";

    public static string NotANetwork(string given) =>
        $"--trusted-proxy takes an address such as 10.0.0.2, or a network such as 10.0.0.0/24, not \"{given}\".";

    public static string NoIssuer(string option) => $"{option} goes with --jwt alone; name the issuer of the tokens, or leave {option} out.";

    public static string NotAnIssuer(string given) =>
        $"--jwt takes the https address of an issuer such as https://login.example/realms/graph, not \"{given}\"; http only of this machine.";

    public static string TokensNeed(string option, string? value) => $"--jwt needs {option} {value} too.";

    public static string NotAClaim(string option, string given) => $"{option} takes a claim and its value such as scope=graph.read, not \"{given}\".";

    public static string NotAHost(string given) => $"--allow-host takes a name such as graph.example without scheme and port, not \"{given}\".";

    public static string NotAKeyName(string given, int most) => $"A key is named with 1 to {most} letters, digits and -_. of ASCII, not \"{given}\".";

    public const string KeyNamedAll = "A key cannot be named all, which reads as if it were every key. Name it after who has it, or what it is for.";

    public static string KeyIsThere(string name) => $"There is a key {name} already. Revoke it first, or choose another name.";

    public static string TooManyKeys(int most) =>
        $"The file has {most} keys, the most that there may be. Revoke some, or give tokens to so many callers (graph serve --jwt).";

    public static string KeyAdded(string name, string path) =>
        $"This is the key {name}. It is shown now and never again; {path} keeps its hash alone. Servers that read that "
            + "file take it within two seconds.";

    public const string DatasetsUnchecked =
        "Whether something was imported in the names of these datasets was not looked up; graph serve says so at its start, and --store here "
            + "does too.";

    public static string DatasetsUncheckable(string fault) => $"The key is there, but whether its datasets are could not be looked up: {fault}";

    public static string NoSuchKey(string name, IReadOnlyList<string> known) =>
        $"There is no key {name}{Spelling.DidYouMean(name, known, ".")} See: graph keys list";

    public static string KeyRevoked(string name) => $"The key {name} is taken back. Servers that read the file refuse it within two seconds.";

    public static string DayIsOver(string day) => $"--ends {day} is over already. Give a day to come.";
}

using System.Globalization;
using Graph.Model.Text;
using Graph.Server.Access;

namespace Graph.Server;

/// <summary>What is told of who may ask.</summary>
internal static partial class Messages
{
    public const string KeyNeeded =
        "This server asks for a key. Send it in the header \"Authorization: Bearer KEY\"; whoever runs the server gives keys.";

    public const string WrongKey = "The key is not one of this server's, or was taken back. Ask whoever runs the server for a new one.";

    public const string WrongToken =
        "The token is not one that this server takes: it has to be signed by its issuer, be for it, and still be valid. Get a new one.";

    public const string TokenHasEnded = "The token is no longer valid. Get a new one from its issuer.";

    public const string NotAllowed = "You are known here, but may not see this. Whoever runs the server can give you the role for it.";

    public const string KeyFileHasNoList = "it has no list \"keys\".";

    public const string NoDatasets = "Name the datasets that the key is held to, or leave them out for the whole graph.";

    public const string NoNamesOfAll =
        "No key can be held to a dataset that is called \"all\" or \"*\", for that is how the whole graph is told. Leave the datasets out for the "
        + "whole graph, or import the dataset in another name.";

    public const string HeldKeysRead =
        "A key that is held to datasets can have no role but read: give another key to whoever sees how the server fares.";

    public const string NotFromViews = "You are held to some of the datasets here, and this does not answer from them alone. Ask the API, or export.";

    public const string NoSocketsOfViews =
        "You are held to some of the datasets here, and their graph is made anew after each change, so it is not asked over a connection that stays "
        + "open. Ask by POST.";

    public const string NoChangesOfViews =
        "You are held to some of the datasets here, and their graph is made anew after each change, so nothing can be told of changes as they happen."
        + " Ask again from time to time, or export.";

    public const string ViewIsMade = "The graph of your datasets is being made. Ask again after the time that Retry-After tells.";

    public const string ViewNotMade = "The graph of your datasets cannot be made now. Ask again later; the server's log tells why.";

    public static string TooManyDatasets(int most) => $"A key can be held to {most} datasets at most. Import what belongs together in one name.";

    public static string ViewTooLarge(long bytes) =>
        FormattableString.Invariant($"The graph of your datasets has more than {bytes / 1_000_000_000} GB, the most that this server keeps for it. ")
        + "Ask whoever runs it for a server of these datasets alone.";

    public static string UnknownDataset(string name, string near) =>
        $"Keys are held to the dataset \"{name}\", in whose name nothing was imported{near} They read nothing of it until something is.";

    public static string OpenToAll(string file) =>
        $"Keys of '{file}' are held to datasets, and without a key everybody reads the whole graph (--open).";

    public static string KeyHasEnded(DateTimeOffset end) => $"The key ended at {Instant(end)}. Ask whoever runs the server for a new one.";

    public static string NobodyAsked(string url) =>
        $"Whoever reaches {url} could read the whole graph. Name the file of the keys that are let in with --keys "
        + "(graph keys add NAME --keys FILE makes one), or the issuer of tokens with --jwt, or write --open if the graph is for everybody.";

    public static string IsOpen(string url) => $"Whoever reaches {url} may read the whole graph (--open).";

    public static string KeysInClear(string url) =>
        $"Keys cross the network at {url} as they are, for whoever stands in between to read. Give the server a "
        + "certificate (--certificate), or let clients ask through a proxy with one.";

    public static string TooManyRequests(double perMinute) =>
        FormattableString.Invariant($"This client has sent more than {perMinute:0} requests within a minute, which is as many as it may. ")
        + "Ask again after the time that Retry-After tells.";

    public static string TooMuchExported(double bytesPerMinute) =>
        FormattableString.Invariant($"This client has exported more than {bytesPerMinute / 1_000_000:0.##} MB within a minute, ")
        + "which is as much as it may. Export again after the time that Retry-After tells.";

    public static string NoCertificateFile(string file) =>
        $"There is no file '{file}'. Name the certificate with --certificate, and its private key with --certificate-key.";

    public static string NotACertificate(string file) =>
        $"'{file}' holds no certificate in PEM (-----BEGIN CERTIFICATE-----). Name the file that does with --certificate.";

    public static string CertificateHasEnded(string file, DateTimeOffset end) =>
        $"The certificate in '{file}' ended at {Instant(end)}. Put a renewed one there.";

    public static string CertificateUnreadable(string certificate, string key, string reason) =>
        $"The certificate in '{certificate}' and the private key in '{key}' cannot be used: {SystemWords.Ended(reason)} Both "
        + "have to be PEM, belong together, and the key not be encrypted.";

    public static string OtherHost(string host) =>
        $"This server is not known as \"{host}\". Ask for it as localhost or by its address, or start it with --allow-host {host}.";

    public static string NoSuchRole(string name) => $"There is no role \"{name}\". Choose from {string.Join(", ", Roles.Names)}.";

    public static string NoPartialReading(string name) =>
        $"There is no role \"{name}\". A key is held to datasets with --datasets NAME,NAME beside the role {Roles.NameOf(Role.Read)}.";

    public static string NoKeyFile(string path) => $"There is no file '{path}' of keys. Make one with: graph keys add NAME --keys {path}";

    public static string NoKeys(string path) =>
        $"The file '{path}' has no keys, so that nobody could ask. Add one with: graph keys add NAME --keys {path}";

    public static string KeyFileUnreadable(string path, string reason) =>
        $"The keys in '{path}' cannot be read: {SystemWords.Ended(reason)} Check the path and its permissions.";

    public static string KeyFileNotJson(string path, long? line, string? place) =>
        $"The keys in '{path}' cannot be read: line {(line ?? 1).ToString(CultureInfo.InvariantCulture)}"
        + $"{(place is null or "$" ? "" : $", at {place[2..]},")} is not what graph keys writes. Correct it, or put a copy back.";

    public static string KeyFileFaults(string path, IEnumerable<string> faults) => $"The keys in '{path}' cannot be read: {string.Join(' ', faults)}";

    public static string KeyFileTooLong(long bytes) => $"it has more than {bytes} bytes.";

    public static string TooManyKeys(int most) => $"there are more than {most}; give tokens to so many callers (--jwt).";

    public static string KeyNameTwice(string name) => $"two keys are called {name}.";

    public static string KeyNamedAll(int number, string name) =>
        $"key {number} is called {name}, which reads as if it were every key; call it after who has it, or what it is for.";

    public static string KeyNameInFile(int number) => $"key {number} has no name of letters, digits and -_. alone.";

    public static string KeyLacks(int number, string what) => $"key {number} lacks {what}.";

    public static string InKey(int number, string fault) => $"key {number}: {fault}";

    private static string Instant(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}

namespace Graph.Stores.Neo4j.Bolt;

/// <summary>
/// Where credentials come from: the environment, or a file of <c>NAME=value</c> lines as Neo4j Aura hands out. They are looked up each time a
/// connection is opened, so a changed file is used without a restart.
/// </summary>
/// <remarks>
/// In this order: the file that <c>GRAPH_NEO4J_CREDENTIALS</c> names; <c>GRAPH_NEO4J_TOKEN</c> (bearer); <c>GRAPH_NEO4J_USERNAME</c> and
/// <c>GRAPH_NEO4J_PASSWORD</c>; <c>NEO4J_USERNAME</c> and <c>NEO4J_PASSWORD</c>. A password without a user name is that of <c>neo4j</c>. With
/// none of them nobody logs on, which a server without authentication accepts.
/// </remarks>
internal sealed class BoltCredentials
{
    public const string FileVariable = "GRAPH_NEO4J_CREDENTIALS";
    public const string UserVariable = "NEO4J_USERNAME";
    public const string PasswordVariable = "NEO4J_PASSWORD";

    private const string TokenName = "TOKEN";
    private const string UserName = "USERNAME";
    private const string PasswordName = "PASSWORD";
    private const string DefaultUser = "neo4j";

    private static readonly string[] Prefixes = ["GRAPH_NEO4J_", "NEO4J_"];

    private readonly Func<BoltAuthentication> current;

    private BoltCredentials(Func<BoltAuthentication> current) => this.current = current;

    /// <summary>From the process's environment.</summary>
    public static BoltCredentials FromEnvironment() => FromVariables(Environment.GetEnvironmentVariable);

    public static BoltCredentials FromVariables(Func<string, string?> variable) => new(() =>
        variable(FileVariable) is { Length: > 0 } path ? ReadFile(path) : Choose(variable));

    public static BoltCredentials FromFile(string path) => new(() => ReadFile(path));

    public static BoltCredentials Of(BoltAuthentication authentication) => new(() => authentication);

    /// <summary>The credentials as they are now. A file that cannot be read is a <see cref="DatabaseException"/>.</summary>
    public BoltAuthentication Current() => current();

    private static BoltAuthentication Choose(Func<string, string?> variable)
    {
        foreach (var prefix in Prefixes)
        {
            if (variable(prefix + TokenName) is { Length: > 0 } token)
                return BoltAuthentication.Bearer(token);
            if (variable(prefix + PasswordName) is { Length: > 0 } password)
                return BoltAuthentication.Basic(variable(prefix + UserName) is { Length: > 0 } user ? user : DefaultUser, password);
        }

        return BoltAuthentication.None;
    }

    private static BoltAuthentication ReadFile(string path)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new DatabaseException(DatabaseErrorKind.Unauthorized, Sentences.CredentialsFile(path, exception.Message), exception);
        }

        var values = new Dictionary<string, string>();
        foreach (var line in lines.Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var equals = line.IndexOf('=');
            if (equals <= 0)
                throw new DatabaseException(DatabaseErrorKind.Unauthorized, Sentences.CredentialsFile(path, "a line is not NAME=value"));
            values[line[..equals].Trim()] = line[(equals + 1)..].Trim();
        }

        var found = Choose(name => values.GetValueOrDefault(name));
        return found == BoltAuthentication.None
            ? throw new DatabaseException(DatabaseErrorKind.Unauthorized, Sentences.CredentialsFile(path, "it names no password and no token"))
            : found;
    }
}

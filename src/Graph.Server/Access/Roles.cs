namespace Graph.Server.Access;

/// <summary>How roles are written.</summary>
public static class Roles
{
    /// <summary>The claim of a caller that says a role.</summary>
    internal const string Claim = "graph:role";

    /// <summary>The names, in the order of <see cref="Role"/>.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetValues<Role>().Select(NameOf)];

    /// <summary>The name of a role.</summary>
    public static string NameOf(Role role) => role.ToString().ToLowerInvariant();

    /// <summary>The role of a name, or a sentence that says what is wrong with it.</summary>
    public static Role? Parse(string name, out string fault)
    {
        fault = "";
        if (Enum.GetValues<Role>().Where(role => NameOf(role).Equals(name, StringComparison.Ordinal)).ToList() is [var found]) return found;
        // Somebody who asks for less than everything must not be given everything.
        fault = name.StartsWith($"{NameOf(Role.Read)}:", StringComparison.Ordinal) ? Messages.NoPartialReading(name) : Messages.NoSuchRole(name);
        return null;
    }
}

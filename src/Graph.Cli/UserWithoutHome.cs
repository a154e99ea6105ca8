namespace Graph.Cli;

/// <summary>
/// A user without a home, as systemd makes for a service (<c>DynamicUser=</c>) and Kubernetes for a pod (<c>runAsUser:</c>).
/// </summary>
/// <remarks>
/// Wherever a certificate is looked at, the server's own or a database's, the framework looks in the user's home for those that are not to be
/// trusted, and ends the program where it cannot find out which folder that is. That there is nothing in it does no harm.
/// </remarks>
internal static class UserWithoutHome
{
    private const string Home = "HOME";

    /// <summary>Says to this process what the system would say of a user who has a home, or the root folder of one who has none.</summary>
    public static void HasTheRootFolder()
    {
        if (OperatingSystem.IsWindows() || Environment.GetEnvironmentVariable(Home) is { Length: > 0 }) return;
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify);
        Environment.SetEnvironmentVariable(Home, home is "" ? "/" : home);
    }
}

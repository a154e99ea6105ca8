using System.Reflection;

namespace Graph.Model;

/// <summary>Which version of the program this is, as servers and clients are told.</summary>
public static class ProgramVersion
{
    /// <summary>
    /// A semantic version such as <c>1.2.0</c>, or <c>1.2.1-alpha.0.7</c> for what came seven commits after it; without the commit.
    /// </summary>
    public static string Text { get; } = typeof(ProgramVersion).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";
}

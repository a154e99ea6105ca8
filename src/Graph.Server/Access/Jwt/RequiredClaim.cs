namespace Graph.Server.Access.Jwt;

/// <summary>A claim that a token needs.</summary>
/// <param name="Name">Such as <c>scope</c>.</param>
/// <param name="Value">Its value, one of its values, or one word of it, as scopes are written.</param>
public sealed record RequiredClaim(string Name, string Value)
{
    /// <summary>Reads <c>NAME=VALUE</c>; null for anything else.</summary>
    public static RequiredClaim? Parse(string text) =>
        text.IndexOf('=', StringComparison.Ordinal) is > 0 and var sign && sign < text.Length - 1 ? new(text[..sign], text[(sign + 1)..]) : null;

    /// <summary>Whether a token's claims hold it.</summary>
    internal bool IsIn(IEnumerable<System.Security.Claims.Claim> claims) =>
        claims.Any(claim => claim.Type == Name && (claim.Value == Value || claim.Value.Split(' ').Contains(Value, StringComparer.Ordinal)));
}

namespace Graph.Server.Access.Jwt;

/// <summary>Whose tokens (JWT, RFC 7519) are let in, and what they let their bearer do.</summary>
/// <param name="Authority">The address of the issuer, whose keys are had from its OpenID configuration.</param>
/// <param name="Audience">For whom tokens have to be: this server's name at the issuer.</param>
/// <param name="Read">The claim that lets read.</param>
/// <param name="Operate">The claim that lets see how the server fares; null: no token does.</param>
public sealed record TokenRules(Uri Authority, string Audience, RequiredClaim Read, RequiredClaim? Operate)
{
    /// <summary>What stands in the claim of datasets for the whole graph.</summary>
    public const string AllDatasets = "*";

    /// <summary>
    /// The claim that says which datasets a bearer is held to: one name, or a list of names. A token without it reads nothing. Null: no token is held
    /// to any.
    /// </summary>
    public string? Datasets { get; init; }
}

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

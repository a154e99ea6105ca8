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

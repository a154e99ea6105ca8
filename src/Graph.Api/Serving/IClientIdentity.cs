namespace Graph.Api.Serving;

/// <summary>
/// Tells whose request is being answered, so that clients take turns; a service of the request. By address today, by an API
/// key where there are such.
/// </summary>
public interface IClientIdentity
{
    /// <summary>The same for all requests of one client.</summary>
    string Key { get; }
}

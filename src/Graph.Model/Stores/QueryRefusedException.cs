namespace Graph.Model.Stores;

/// <summary>
/// A query asks for more than a store takes on: the request's fault, not the store's. Its message is a sentence for whoever
/// wrote the request: what is too large, how large it is, what is allowed, and how to mend it.
/// </summary>
public sealed class QueryRefusedException(string message) : Exception(message);

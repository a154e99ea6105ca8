namespace Graph.GraphQL.Responses;

/// <summary>How a request ended; decides the status of an HTTP response.</summary>
public enum ResponseStatus
{
    /// <summary>All data, no errors.</summary>
    Success,

    /// <summary>Data beside field errors.</summary>
    PartialSuccess,

    /// <summary>The operation ran, but errors left nothing: <c>data</c> is null.</summary>
    NoData,

    /// <summary>A request error: the document is not GraphQL.</summary>
    SyntaxError,

    /// <summary>A request error: the document breaks rules of section 5, or a limit.</summary>
    ValidationError,

    /// <summary>A request error: no such operation, variables that do not fit, or a refusal while planning.</summary>
    RequestError,

    /// <summary>A request error: the kind of operation is not allowed this way.</summary>
    OperationNotAllowed,

    /// <summary>A request error: a subscription was asked for where only one response can be given.</summary>
    StreamNeeded,

    /// <summary>A request error: no document was given, or the one that was named is not known.</summary>
    DocumentNotFound,

    /// <summary>The execution took longer than it may.</summary>
    TimedOut,

    /// <summary>The answers that are being made took all the memory that they may have together: the same request may be answered later.</summary>
    Busy,
}

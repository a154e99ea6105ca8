using System.Buffers;
using Graph.GraphQL.Execution;

namespace Graph.GraphQL.AspNetCore;

/// <summary>A request as read, or the requests of a batch, or why there is none; gives the documents' bytes back when disposed.</summary>
internal readonly struct ReadRequest(
    GraphQLRequest? request, HttpRefusal? refusal, byte[]? rented, IReadOnlyList<ReadRequest>? batch = null) : IDisposable
{
    public GraphQLRequest? Request => request;

    public HttpRefusal? Refusal => refusal;

    /// <summary>The requests of a batch, each of which may be refused for itself; null where there is no batch.</summary>
    public IReadOnlyList<ReadRequest>? Batch => batch;

    public static ReadRequest Refused(int status, string message) => new(null, new(status, message), null);

    public void Dispose()
    {
        if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
        foreach (var one in batch ?? []) one.Dispose();
    }
}

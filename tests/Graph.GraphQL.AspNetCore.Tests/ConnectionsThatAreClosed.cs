using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Graph.GraphQL.AspNetCore.Tests;

/// <summary>A connection that ends while the body is read, by the client or by the server for the sake of others, is nobody's fault.</summary>
public sealed class ConnectionsThatAreClosed
{
    public static TheoryData<Exception> Ends => new()
    {
        new ConnectionResetException("The client has gone."),
        new OperationCanceledException("The request was aborted", new ConnectionAbortedException("Others wait for its place.")),
        new TaskCanceledException("The request was aborted", new ConnectionAbortedException("Others wait for its place.")),
    };

    [Theory]
    [MemberData(nameof(Ends), DisableDiscoveryEnumeration = true)]
    public async Task AreTakenForClientsThatHaveGone(Exception end)
    {
        var body = new Pipe();
        await body.Writer.CompleteAsync(end);
        var context = new DefaultHttpContext();
        context.Features.Set<IRequestBodyPipeFeature>(new Body(body.Reader));
        context.Request.ContentType = "application/json";
        await Assert.ThrowsAsync<ClientGoneException>(
            () => HttpRequestReader.ReadBodyAsync(context.Request, 100, 0, StatusCodes.Status400BadRequest, CancellationToken.None).AsTask());
    }

    private sealed record Body(PipeReader Reader) : IRequestBodyPipeFeature;
}

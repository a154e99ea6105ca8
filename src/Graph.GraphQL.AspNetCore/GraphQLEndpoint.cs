using System.Buffers;
using System.Globalization;
using Graph.GraphQL.AspNetCore.WebSockets;
using Graph.GraphQL.Execution;
using Graph.GraphQL.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Graph.GraphQL.AspNetCore;

/// <summary>
/// The HTTP front door: what may ask, what is asked, what is answered. GraphQL over HTTP with both media types, Server-Sent
/// Events, and a page for browsers.
/// </summary>
internal sealed class GraphQLEndpoint
{
    private readonly RequestExecutor executor;
    private readonly GraphQLHttpOptions options;
    private readonly RequestLog log;
    private readonly OutgoingAnswers answers;
    private readonly EventStream events;
    private readonly SocketEndpoint sockets;

    public GraphQLEndpoint(
        RequestExecutor executor, GraphQLHttpOptions options, TimeProvider time, ILogger logger, SlowLog slow, CancellationToken stopping)
    {
        this.executor = executor;
        this.options = options;
        log = new(logger, slow, time);
        answers = new(options.Limits.MaxUnreadBytes, options.Limits.ReadTimeout, time, log);
        events = new(options.Limits.KeepAliveInterval, time, answers, log, options.EndsStream, stopping);
        sockets = new(new(options, (context, asked, token) => ExecuteAsync(context, asked, streams: true, token), answers, log, time, stopping));
    }

    /// <summary>Answers a request; nothing that goes wrong on the way leaves here but as an answer or a line of the log.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        RequestId.Assign(context);
        try
        {
            await RouteAsync(context);
        }
        catch (Exception fault) when (fault is ClientGoneException
            || (fault is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested))
        {
            // Nobody is there to be told, and nothing is wrong here; a connection that does not know it yet would miss the rest of the answer.
            context.Abort();
        }
        catch (Exception fault)
        {
            log.Crash(fault, context);
            if (context.Response.HasStarted) context.Abort();
            else await TellOfCrashAsync(context);
        }
    }

    private async Task TellOfCrashAsync(HttpContext context)
    {
        try
        {
            await RefuseAsync(
                context,
                ResponseMedia.Json,
                new(StatusCodes.Status500InternalServerError, HttpMessages.Internal),
                Extensions("requestId", context.TraceIdentifier));
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
    }

    private async Task RouteAsync(HttpContext context)
    {
        var method = context.Request.Method;
        if (options.AllowedOrigins.Count > 0 && CrossOrigin.Apply(context, options.AllowedOrigins)) return;
        if (options.EnableWebSockets && context.WebSockets.IsWebSocketRequest)
        {
            if (sockets.Refusal(context) is { } refused) await RefuseAsync(context, ResponseMedia.Json, refused);
            else await sockets.ServeAsync(context);
            return;
        }

        var isGet = HttpMethods.IsGet(method) || HttpMethods.IsHead(method);
        if (!isGet && !HttpMethods.IsPost(method))
        {
            context.Response.Headers.Allow = options.AllowGet ? "GET, HEAD, POST" : "POST";
            var sentence = SingleConnection.IsAskedFor(context.Request) ? HttpMessages.SingleConnection : HttpMessages.MethodNotAllowed(method);
            await RefuseAsync(context, ResponseMedia.Json, new(StatusCodes.Status405MethodNotAllowed, sentence));
            return;
        }

        if (SingleConnection.IsAskedFor(context.Request))
        {
            await RefuseAsync(context, ResponseMedia.Json, new(StatusCodes.Status400BadRequest, HttpMessages.SingleConnection));
            return;
        }

        var asksForPage = isGet && options.EnablePage && !context.Request.Query.ContainsKey("query");
        var whenAny = options.Profile == HttpProfile.NewestDraft ? ResponseMedia.GraphQLResponse : ResponseMedia.Json;
        if (MediaTypes.Negotiate(context.Request.Headers.Accept, whenAny, asksForPage, options.EnableServerSentEvents) is not { } media)
        {
            await RefuseAsync(context, whenAny, new(StatusCodes.Status406NotAcceptable, HttpMessages.NotAcceptable));
            return;
        }

        if (media == ResponseMedia.Html) await BrowserPage.SendAsync(context);
        else await AnswerAsync(context, isGet, media);
    }

    private async Task AnswerAsync(HttpContext context, bool isGet, ResponseMedia media)
    {
        if (isGet) context.Response.Headers.Append("Vary", "Accept");
        if (isGet && RefusedGet(context.Request) is { } refusedGet)
        {
            await RefuseAsync(context, media, refusedGet);
            return;
        }

        var malformed = HttpStatus.Malformed(options.Profile);
        using var read = isGet
            ? HttpRequestReader.ReadQuery(context.Request, malformed)
            : await HttpRequestReader.ReadBodyAsync(
                context.Request, options.Limits.MaxBodyBytes, Math.Min(options.MaxBatch, GraphQLHttpOptions.MostInBatch), malformed,
                    context.RequestAborted);
        if (read.Refusal is not null)
        {
            await RefuseAsync(context, media, read.Refusal);
            return;
        }

        if (read.Batch is not null)
        {
            await AnswerBatchAsync(context, media, read.Batch);
            return;
        }

        if (HttpMethods.IsHead(context.Request.Method) && media == ResponseMedia.EventStream)
        {
            EventStream.Begin(context);
            return;
        }

        using var response = await ExecuteAsync(context, read.Request!, media == ResponseMedia.EventStream, context.RequestAborted);
        if (response.Events is not null) await events.SendAsync(context, response.Events);
        else await SendAsync(context, media, response);
    }

    private async Task<GraphQLResponse> ExecuteAsync(HttpContext context, GraphQLRequest asked, bool streams, CancellationToken cancellationToken)
    {
        using var started = log.Start();
        var request = asked with
        {
            Services = context.RequestServices,
            StreamsAllowed = streams,
            ReportCost = CostHeader(context.Request),
            RequestId = context.TraceIdentifier,
            LastEventId = context.Request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } last ? last : null,
            Record = started.Record,
        };
        var response = await (options.ExecutorOf?.Invoke(context) ?? executor).ExecuteAsync(request, cancellationToken);
        log.Finish(started, response, context);
        return response;
    }

    /// <summary>Runs the requests of a batch side by side, and answers all of them in their order once the slowest is done.</summary>
    private async Task AnswerBatchAsync(HttpContext context, ResponseMedia media, IReadOnlyList<ReadRequest> batch)
    {
        if (media == ResponseMedia.EventStream)
        {
            await RefuseAsync(context, ResponseMedia.Json, new(StatusCodes.Status406NotAcceptable, HttpMessages.BatchNotStreamed));
            return;
        }

        var running = batch.Select(one => one.Refusal is { } refusal
            ? Task.FromResult(GraphQLResponse.Refused(ResponseStatus.RequestError, new GraphQLError(refusal.Message)))
            : ExecuteAsync(context, one.Request!, streams: false, context.RequestAborted)).ToList();
        try
        {
            var responses = await Task.WhenAll(running);
            var body = BatchBody.Of(responses);
            using var answer = answers.Admit(context, checked((int)body.Length));
            if (answer is null) await RefuseForWantOfRoomAsync(context, media);
            else await SendAsync(context, media, StatusCodes.Status200OK, body, answer);
        }
        finally
        {
            foreach (var task in running)
                if (task.IsCompletedSuccessfully) (await task).Dispose();
        }
    }

    private HttpRefusal? RefusedGet(HttpRequest request) =>
        !options.AllowGet ? new(StatusCodes.Status405MethodNotAllowed, HttpMessages.GetNotAllowed)
        : CrossSite.IsForgeable(request) ? new(StatusCodes.Status403Forbidden, HttpMessages.GetFromForeignPage)
        : null;

    private static bool CostHeader(HttpRequest request) => request.Headers["GraphQL-Cost"].ToString() == "report";

    private async Task SendAsync(HttpContext context, ResponseMedia media, GraphQLResponse response)
    {
        using var answer = answers.Admit(context, response.Length);
        var refusal = HttpStatus.OfBusy(response, options.BusyStatuses);
        var status = refusal ?? HttpStatus.Of(response.Status, media, options.Profile);
        if (refusal is not null && HttpStatus.RetryAfterOf(response) is { } seconds)
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        if (answer is null) await RefuseForWantOfRoomAsync(context, media);
        else if (media == ResponseMedia.EventStream && refusal is null && response.Status != ResponseStatus.OperationNotAllowed)
            await EventStream.SendOneAsync(context, answer, response);
        else await SendAsync(context, media, status, response.Body, answer);
    }

    private Task RefuseForWantOfRoomAsync(HttpContext context, ResponseMedia media) => RefuseAsync(
        context,
        media,
        new(StatusCodes.Status503ServiceUnavailable, HttpMessages.TooManyAnswers),
        Extensions("code", GraphQLResponse.BusyCode));

    private async Task RefuseAsync(
        HttpContext context,
        ResponseMedia media,
        HttpRefusal refusal,
        IReadOnlyDictionary<string, object?>? extensions = null)
    {
        var headers = context.Response.Headers;
        // The rest of a refused body is not read, so the connection cannot be used again.
        if (refusal.Status is StatusCodes.Status413PayloadTooLarge or StatusCodes.Status408RequestTimeout) headers.Connection = "close";
        if (refusal.Status == StatusCodes.Status415UnsupportedMediaType) headers.AcceptEncoding = BodyEncoding.Accepted;
        using var response = GraphQLResponse.Refused(ResponseStatus.RequestError, new GraphQLError(refusal.Message) { Extensions = extensions });
        using var answer = answers.Admit(context, response.Length)!;
        await SendAsync(context, media, refusal.Status, response.Body, answer);
    }

    private static Dictionary<string, object?> Extensions(string name, string value) => new(StringComparer.Ordinal) { [name] = value };

    private async Task SendAsync(HttpContext context, ResponseMedia media, int status, ReadOnlySequence<byte> body, OutgoingAnswer answer)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = HttpStatus.ContentType(status, media, options.Profile);
        if (status == StatusCodes.Status405MethodNotAllowed && response.Headers.Allow.Count == 0) response.Headers.Allow = "POST";
        var isBusy = status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable;
        if (isBusy && response.Headers.RetryAfter.Count == 0)
            response.Headers.RetryAfter = Math.Ceiling(options.Limits.RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        if (status == HttpStatus.PartialSuccess && context.Features.Get<IHttpResponseFeature>() is { } feature)
            feature.ReasonPhrase = "Partial Success";
        response.Headers.XContentTypeOptions = "nosniff";
        var encoding = body.Length >= options.Limits.MinCompressedBytes ? Compression.Choose(context.Request.Headers.AcceptEncoding) : null;
        if (body.Length >= options.Limits.MinCompressedBytes) response.Headers.Append("Vary", "Accept-Encoding");
        if (encoding is null)
        {
            response.ContentLength = body.Length;
            await answer.WriteAsync(body);
            return;
        }

        response.Headers.ContentEncoding = encoding;
        if (body.Length > FixedHttpLimits.SegmentBytes)
        {
            await Compression.WriteAsync(answer, body, encoding);
            return;
        }

        using var compressed = Compression.Compress(body, encoding);
        response.ContentLength = compressed.Length;
        await answer.WriteAsync(compressed.Written);
    }
}

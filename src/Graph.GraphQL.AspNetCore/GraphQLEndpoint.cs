using System.Buffers;
using System.Globalization;
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
    private readonly RequestExecutor _executor;
    private readonly GraphQLHttpOptions _options;
    private readonly RequestLog _log;
    private readonly OutgoingAnswers _answers;
    private readonly EventStream _events;

    public GraphQLEndpoint(RequestExecutor executor, GraphQLHttpOptions options, TimeProvider time, ILogger logger)
    {
        _executor = executor;
        _options = options;
        _log = new(logger, options.Limits.SlowRequest, time);
        _answers = new(options.Limits.MaxUnreadBytes, options.Limits.ReadTimeout, time, _log);
        _events = new(options.Limits.KeepAliveInterval, time, _answers, _log);
    }

    /// <summary>Answers a request; nothing that goes wrong on the way leaves here but as an answer or a line of the log.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        RequestId.Assign(context);
        try
        {
            await RouteAsync(context);
        }
        catch (Exception fault) when (fault is ClientGoneException || (fault is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested))
        {
            // Nobody is there to be told, and nothing is wrong here; a connection that does not know it yet would miss the rest of the answer.
            context.Abort();
        }
        catch (Exception fault)
        {
            _log.Crash(fault, context);
            if (context.Response.HasStarted) context.Abort();
            else await TellOfCrashAsync(context);
        }
    }

    private async Task TellOfCrashAsync(HttpContext context)
    {
        try
        {
            await RefuseAsync(context, ResponseMedia.Json, new(StatusCodes.Status500InternalServerError, HttpMessages.Internal), Extensions("requestId", context.TraceIdentifier));
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
    }

    private async Task RouteAsync(HttpContext context)
    {
        var method = context.Request.Method;
        if (_options.AllowedOrigins.Count > 0 && CrossOrigin.Apply(context, _options.AllowedOrigins)) return;
        var isGet = HttpMethods.IsGet(method) || HttpMethods.IsHead(method);
        if (!isGet && !HttpMethods.IsPost(method))
        {
            context.Response.Headers.Allow = _options.AllowGet ? "GET, HEAD, POST" : "POST";
            await RefuseAsync(context, ResponseMedia.Json, new(StatusCodes.Status405MethodNotAllowed, HttpMessages.MethodNotAllowed(method)));
            return;
        }

        var asksForPage = isGet && _options.EnablePage && !context.Request.Query.ContainsKey("query");
        var whenAny = _options.Profile == HttpProfile.NewestDraft ? ResponseMedia.GraphQLResponse : ResponseMedia.Json;
        if (MediaTypes.Negotiate(context.Request.Headers.Accept, whenAny, asksForPage, _options.EnableServerSentEvents) is not { } media)
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

        var malformed = HttpStatus.Malformed(_options.Profile);
        using var read = isGet
            ? HttpRequestReader.ReadQuery(context.Request, malformed)
            : await HttpRequestReader.ReadBodyAsync(context.Request, _options.Limits.MaxBodyBytes, malformed, context.RequestAborted);
        if (read.Refusal is not null)
        {
            await RefuseAsync(context, media, read.Refusal);
            return;
        }

        if (HttpMethods.IsHead(context.Request.Method) && media == ResponseMedia.EventStream)
        {
            EventStream.Begin(context);
            return;
        }

        using var started = _log.Start();
        var request = read.Request! with
        {
            Services = context.RequestServices,
            StreamsAllowed = media == ResponseMedia.EventStream,
            ReportCost = CostHeader(context.Request),
            RequestId = context.TraceIdentifier,
        };
        using var response = await _executor.ExecuteAsync(request, context.RequestAborted);
        _log.Finish(started, response, context);
        if (response.Events is not null) await _events.SendAsync(context, response.Events);
        else await SendAsync(context, media, response);
    }

    private HttpRefusal? RefusedGet(HttpRequest request) =>
        !_options.AllowGet ? new(StatusCodes.Status405MethodNotAllowed, HttpMessages.GetNotAllowed)
        : CrossSite.IsForgeable(request) ? new(StatusCodes.Status403Forbidden, HttpMessages.GetFromForeignPage)
        : null;

    private static bool CostHeader(HttpRequest request) => request.Headers["GraphQL-Cost"].ToString() == "report";

    private async Task SendAsync(HttpContext context, ResponseMedia media, GraphQLResponse response)
    {
        using var answer = _answers.Admit(context, response.Length);
        var refusal = HttpStatus.OfBusy(response, _options.BusyStatuses);
        var status = refusal ?? HttpStatus.Of(response.Status, media, _options.Profile);
        if (answer is null) await RefuseAsync(context, media, new(StatusCodes.Status503ServiceUnavailable, HttpMessages.TooManyAnswers), Extensions("code", GraphQLResponse.BusyCode));
        else if (media == ResponseMedia.EventStream && refusal is null && response.Status != ResponseStatus.OperationNotAllowed) await EventStream.SendOneAsync(context, answer, response);
        else await SendAsync(context, media, status, response.Body, answer);
    }

    private async Task RefuseAsync(HttpContext context, ResponseMedia media, HttpRefusal refusal, IReadOnlyDictionary<string, object?>? extensions = null)
    {
        var headers = context.Response.Headers;
        // The rest of a refused body is not read, so the connection cannot be used again.
        if (refusal.Status is StatusCodes.Status413PayloadTooLarge or StatusCodes.Status408RequestTimeout) headers.Connection = "close";
        if (refusal.Status == StatusCodes.Status415UnsupportedMediaType) headers.AcceptEncoding = BodyEncoding.Accepted;
        using var response = GraphQLResponse.Refused(ResponseStatus.RequestError, new GraphQLError(refusal.Message) { Extensions = extensions });
        using var answer = _answers.Admit(context, response.Length)!;
        await SendAsync(context, media, refusal.Status, response.Body, answer);
    }

    private static Dictionary<string, object?> Extensions(string name, string value) => new(StringComparer.Ordinal) { [name] = value };

    private async Task SendAsync(HttpContext context, ResponseMedia media, int status, ReadOnlySequence<byte> body, OutgoingAnswer answer)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = HttpStatus.ContentType(status, media, _options.Profile);
        if (status == StatusCodes.Status405MethodNotAllowed && response.Headers.Allow.Count == 0) response.Headers.Allow = "POST";
        if (status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
            response.Headers.RetryAfter = Math.Ceiling(_options.Limits.RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        if (status == HttpStatus.PartialSuccess && context.Features.Get<IHttpResponseFeature>() is { } feature) feature.ReasonPhrase = "Partial Success";
        response.Headers.XContentTypeOptions = "nosniff";
        var encoding = body.Length >= _options.Limits.MinCompressedBytes ? Compression.Choose(context.Request.Headers.AcceptEncoding) : null;
        if (body.Length >= _options.Limits.MinCompressedBytes) response.Headers.Append("Vary", "Accept-Encoding");
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

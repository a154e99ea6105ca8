using System.Text.Json;
using Graph.GraphQL.Documents;
using Graph.GraphQL.Json;

namespace Graph.GraphQL.Responses;

/// <summary>The response format (section 7): errors first, as the specification recommends, so that nobody misses them.</summary>
internal static class ResponseFormat
{
    /// <summary>Stands before the data of a response without errors.</summary>
    public static ReadOnlySpan<byte> DataKey => "{\"data\":"u8;

    /// <summary>The response to a request that was not executed (section 7.1.4): no data.</summary>
    public static GraphQLResponse RequestError(ResponseStatus status, IReadOnlyList<GraphQLError> errors, PreparedOperation? operation = null)
    {
        var output = new ResponseBuffer();
        output.WriteByte((byte)'{');
        WriteErrors(errors, output);
        output.WriteByte((byte)'}');
        return new(status, output, errors) { OperationName = operation?.Definition.Name?.Value, OperationType = operation?.Definition.Operation };
    }

    /// <summary>Puts the errors before data that was written after <see cref="DataKey"/>.</summary>
    public static void PrependErrors(ResponseBuffer body, IReadOnlyList<GraphQLError> errors)
    {
        using var head = new ResponseBuffer();
        head.WriteByte((byte)'{');
        WriteErrors(errors, head);
        // The comma takes the place of the brace with which the body begins.
        body.Prepend(head, (byte)',');
    }

    /// <summary>Puts the cost of the operation after the data.</summary>
    public static void WriteCost(double cost, double limit, ResponseBuffer output)
    {
        output.WriteRaw(",\"extensions\":{\"cost\":{\"requested\":"u8);
        output.WriteDouble(cost);
        output.WriteRaw(",\"limit\":"u8);
        if (double.IsFinite(limit)) output.WriteDouble(limit);
        else output.WriteNull();
        output.WriteRaw("}}"u8);
    }

    private static void WriteErrors(IReadOnlyList<GraphQLError> errors, ResponseBuffer output)
    {
        output.WriteRaw("\"errors\":["u8);
        for (var i = 0; i < errors.Count; i++)
        {
            if (i > 0) output.WriteByte((byte)',');
            Write(errors[i], output);
        }

        output.WriteByte((byte)']');
    }

    private static void Write(GraphQLError error, ResponseBuffer output)
    {
        output.WriteRaw("{\"message\":"u8);
        WriteMessage(error.Message, output);
        if (!error.Locations.IsDefaultOrEmpty)
        {
            output.WriteRaw(",\"locations\":["u8);
            for (var i = 0; i < error.Locations.Length; i++)
            {
                output.WriteRaw(i > 0 ? ",{\"line\":"u8 : "{\"line\":"u8);
                output.WriteInt64(error.Locations[i].Line);
                output.WriteRaw(",\"column\":"u8);
                output.WriteInt64(error.Locations[i].Column);
                output.WriteByte((byte)'}');
            }

            output.WriteByte((byte)']');
        }

        if (error.Path is { } path) WritePath(path, output);
        if (error.Extensions is { Count: > 0 } extensions)
        {
            output.WriteRaw(",\"extensions\":"u8);
            output.WriteRaw(JsonSerializer.SerializeToUtf8Bytes(extensions));
        }

        output.WriteByte((byte)'}');
    }

    /// <summary>A message, without its middle where it is too long.</summary>
    private static void WriteMessage(string message, ResponseBuffer output)
    {
        if (message.Length <= FixedLimits.MaxMessageCharacters)
        {
            output.WriteString(message);
            return;
        }

        var (begin, end) = (FixedLimits.MaxMessageCharacters - FixedLimits.MessageEndCharacters, message.Length - FixedLimits.MessageEndCharacters);
        if (char.IsHighSurrogate(message[begin - 1])) begin--;
        if (char.IsLowSurrogate(message[end])) end++;
        output.WriteString($"{message.AsSpan(0, begin)} … {message.AsSpan(end)}");
    }

    private static void WritePath(IReadOnlyList<object> path, ResponseBuffer output)
    {
        output.WriteRaw(",\"path\":["u8);
        for (var i = 0; i < path.Count; i++)
        {
            if (i > 0) output.WriteByte((byte)',');
            if (path[i] is int index) output.WriteInt64(index);
            else output.WriteString((string)path[i]);
        }

        output.WriteByte((byte)']');
    }
}

using System.Globalization;
using System.Text.Json;

namespace Graph.Server.Assistants;

/// <summary>What a tool was told, checked against what it may be told.</summary>
internal sealed class ToolCall
{
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    /// <summary>Checks the arguments of a call.</summary>
    /// <param name="tool">The tool's name.</param>
    /// <param name="known">What it may be told.</param>
    /// <param name="given">What it was told; null for nothing.</param>
    /// <param name="services">The services of the request, which tell the client; null for none.</param>
    /// <exception cref="AssistantRefusalException">One is not known, is missing, or is not of its form.</exception>
    public ToolCall(string tool, IReadOnlyList<ToolArgument> known, IDictionary<string, JsonElement>? given, IServiceProvider? services)
    {
        Services = services;
        foreach (var (name, value) in given ?? new Dictionary<string, JsonElement>())
        {
            var argument = known.FirstOrDefault(one => one.Name == name)
                ?? throw new AssistantRefusalException(Messages.NoSuchArgument(tool, name, known.Select(one => one.Name)));
            if (value.ValueKind is not JsonValueKind.Null) Take(argument, value);
        }

        foreach (var argument in known)
        {
            if (argument.Most is not null) numbers.TryAdd(argument.Name, argument.Usual);
            else if (argument.IsRequired && !texts.ContainsKey(argument.Name))
                throw new AssistantRefusalException(Messages.ArgumentMissing(tool, argument));
        }
    }

    /// <summary>The services of the request, which tell the client; null for none.</summary>
    public IServiceProvider? Services { get; }

    /// <summary>A text, or null where it was not given.</summary>
    public string? Text(string name) => texts.GetValueOrDefault(name);

    /// <summary>A number.</summary>
    public int Number(string name) => numbers[name];

    private void Take(ToolArgument argument, JsonElement value)
    {
        if (argument.Most is { } most)
        {
            if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out var number) || number < 1 || number > most)
                throw new AssistantRefusalException(Messages.NotANumber(argument, most));
            numbers[argument.Name] = number;
            return;
        }

        if (value.ValueKind != JsonValueKind.String || value.GetString() is not { Length: > 0 and <= Limits.AssistantTextChars } text)
            throw new AssistantRefusalException(Messages.NotAText(argument));
        if (argument.Values is { } values && !values.Contains(text)) throw new AssistantRefusalException(Messages.NotOneOf(argument, values));
        if (argument.IsDay && !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            throw new AssistantRefusalException(Messages.NotADay(argument));
        texts[argument.Name] = text;
    }
}

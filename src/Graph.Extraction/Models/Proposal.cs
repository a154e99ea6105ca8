using System.Text.Json.Serialization;

namespace Graph.Extraction.Models;

/// <summary>An act that a chat model says a text reports; nothing of it is believed.</summary>
internal sealed record Proposal
{
    /// <summary>The act.</summary>
    [JsonPropertyName("act")]
    public string? Act { get; init; }

    /// <summary>The words of those who act.</summary>
    [JsonPropertyName("accusers")]
    public List<string?>? Accusers { get; init; }

    /// <summary>The words of those against whom it is.</summary>
    [JsonPropertyName("accused")]
    public List<string?>? Accused { get; init; }

    /// <summary>What is alleged.</summary>
    [JsonPropertyName("matter")]
    public string? Matter { get; init; }

    /// <summary>The words of the text that report it.</summary>
    [JsonPropertyName("quote")]
    public string? Quote { get; init; }
}

/// <summary>The answer of a model.</summary>
/// <param name="Acts">What it proposes.</param>
internal sealed record Proposals([property: JsonPropertyName("acts")] List<Proposal?>? Acts);

/// <summary>A proposal that was not taken.</summary>
/// <param name="Quote">Its quote, cut to a line; empty where it had none.</param>
/// <param name="Reason">Why, as a sentence.</param>
public sealed record RefusedProposal(string Quote, string Reason);

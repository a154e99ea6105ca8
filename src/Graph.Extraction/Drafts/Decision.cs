using System.Text.Json.Serialization;

namespace Graph.Extraction.Drafts;

/// <summary>What became of an act of a draft.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Decision>))]
public enum Decision
{
    /// <summary>Nobody has looked at it yet.</summary>
    Open,

    /// <summary>It goes into the dossier.</summary>
    Accepted,

    /// <summary>It does not, and is not offered again.</summary>
    Rejected,
}

using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Graph.Model.Ontologies;

namespace Graph.Import.JsonLines;

/// <summary>Node types by the JSON of their labels, as files repeat it: <c>["Person","Actor"]</c>.</summary>
internal sealed class LabelTable(Ontology ontology)
{
    /// <summary>Spellings remembered; a file that spells its labels in more ways is read a little slower.</summary>
    private const int MaxRemembered = 1024;

    private readonly Dictionary<byte[], LabelMatch> types = new(Bytes.Comparer);

    /// <summary>The type with these labels in any order, other labels among them or not.</summary>
    /// <param name="json">An array of text.</param>
    public LabelMatch Find(ReadOnlySpan<byte> json)
    {
        if (types.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(json, out var known)) return known;
        var match = ontology.MatchLabels(Labels(json));
        if (match.Type is not null && types.Count < MaxRemembered) types[json.ToArray()] = match;
        return match;
    }

    /// <summary>The labels, for a message.</summary>
    public static IReadOnlyCollection<string> Labels(ReadOnlySpan<byte> json)
    {
        var labels = new List<string>();
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
            if (reader.TokenType == JsonTokenType.String) labels.Add(reader.GetString()!);
        return labels;
    }

    private sealed class Bytes : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static readonly Bytes Comparer = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = default(HashCode);
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}

using Graph.Import.Sources;
using Graph.Model.Records;

namespace Graph.Import.Pipeline;

/// <summary>Where a record stands in the whole of what a run reads.</summary>
/// <param name="File">The place of its file in the <see cref="ReadingOrder"/>.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
internal readonly record struct RecordPosition(int File, int Line, int Column)
{
    /// <summary>Whether it is read earlier than the other.</summary>
    public bool IsBefore(RecordPosition other) => (File, Line, Column).CompareTo((other.File, other.Line, other.Column)) < 0;
}

/// <summary>The files of a run in the order in which they are read: of two records of one thing the later stands.</summary>
internal sealed class ReadingOrder
{
    private readonly IReadOnlyList<SourceFile> files;
    private readonly Dictionary<string, int> places;
    private Known? last;

    public ReadingOrder(IReadOnlyList<SourceFile> files)
    {
        this.files = files;
        places = files.Index().ToDictionary(file => file.Item.Path, file => file.Index, StringComparer.Ordinal);
    }

    /// <summary>The path of a file.</summary>
    public string PathOf(RecordPosition position) => files[position.File].Path;

    /// <summary>What the file is read as.</summary>
    public IRecordSource FormatOf(RecordPosition position) => files[position.File].Format;

    /// <summary>Where a record of a batch stands.</summary>
    public RecordPosition Of(RecordBatch batch, RecordPlace place) => new(PlaceOf(batch.Files[place.File]), place.Line, place.Column);

    /// <summary>A place as messages name it: the column too, where a record does not begin its line.</summary>
    public string Describe(RecordPosition position) => $"{PathOf(position)}:{position.Line}{(position.Column > 1 ? $":{position.Column}" : "")}";

    // Records of one file follow one another; two threads may ask.
    private int PlaceOf(string path)
    {
        if (last is { } known && ReferenceEquals(known.Path, path)) return known.Place;
        var place = places[path];
        last = new(path, place);
        return place;
    }

    private sealed record Known(string Path, int Place);
}

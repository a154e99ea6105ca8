namespace Graph.Import.JsonLines;

/// <summary>A field of a record or of an end.</summary>
[Flags]
internal enum RecordField
{
    None = 0,
    Type = 1,
    Id = 2,
    Labels = 4,
    Label = 8,
    Properties = 16,
    Start = 32,
    End = 64,

    /// <summary>The <c>id</c> among the properties of an end.</summary>
    OwnId = 128,
}

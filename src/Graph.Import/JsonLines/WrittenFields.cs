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

/// <summary>The fields that were written so far.</summary>
internal struct WrittenFields
{
    private RecordField fields;

    /// <summary>Adds one; false where it was written before.</summary>
    public bool Add(RecordField field)
    {
        if ((fields & field) != RecordField.None) return false;
        fields |= field;
        return true;
    }
}

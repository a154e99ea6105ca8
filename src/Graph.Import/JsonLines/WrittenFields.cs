namespace Graph.Import.JsonLines;

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

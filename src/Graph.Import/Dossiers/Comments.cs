namespace Graph.Import.Dossiers;

/// <summary>What may follow a text without quotes on its line: to YAML a comment, to its author perhaps the text's end.</summary>
internal enum Comments
{
    /// <summary>Nothing: in free text nobody can tell a comment from words.</summary>
    Refused,

    /// <summary>A comment that does not look like words: after a name, <c># the minister</c> but not <c>#3</c>.</summary>
    SetApart,

    /// <summary>Any comment: a day, a number or one of a few words is whole or at fault without it.</summary>
    Allowed,
}

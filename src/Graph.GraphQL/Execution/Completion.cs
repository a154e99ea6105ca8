namespace Graph.GraphQL.Execution;

/// <summary>How completing a value ended.</summary>
internal enum Completion
{
    /// <summary>A value was written.</summary>
    Written,

    /// <summary><c>null</c> was written.</summary>
    Null,

    /// <summary>An error was recorded and null has to take the parent's place (section 6.4.4); what was written does not count.</summary>
    Failed,
}

namespace Graph.Model.Changes;

/// <summary>Of which of the two a change tells: of what the graph shows, or of what its sources give.</summary>
public enum ChangeScope
{
    /// <summary>Of both, which are the same where no node is one with others.</summary>
    Both,

    /// <summary>Of what is shown: it follows from other changes and is never taken back by itself.</summary>
    Shown,

    /// <summary>Of what sources give a node that is one with others; the graph may show nothing of it.</summary>
    Given,
}

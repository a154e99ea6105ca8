namespace Graph.Model.Merging;

/// <summary>An actor that is merged into another.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Because">Why, in the words of who judged.</param>
/// <param name="At">When the judgement was recorded.</param>
public sealed record MergedName(string Id, string Name, string? Because, DateTimeOffset At);

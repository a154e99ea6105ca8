namespace Graph.Model.Queries;

/// <summary>How many values become one. Missing values are left out.</summary>
public enum AggregateFunction
{
    /// <summary>The number of distinct nodes; needs no property.</summary>
    CountNodes,

    /// <summary>The number of relationships, parallel ones each; needs no property.</summary>
    CountEdges,

    /// <summary>The least value; null over nothing.</summary>
    Min,

    /// <summary>The greatest value; null over nothing.</summary>
    Max,

    /// <summary>The sum; 0 over nothing.</summary>
    Sum,

    /// <summary>The mean as a Float; null over nothing.</summary>
    Average,

    /// <summary>The shortest text in code points, the first by order among equals; null over nothing.</summary>
    Shortest,

    /// <summary>The longest text in code points, the first by order among equals; null over nothing.</summary>
    Longest,

    /// <summary>The length in code points of the shortest text.</summary>
    ShortestLength,

    /// <summary>The length in code points of the longest text.</summary>
    LongestLength,

    /// <summary>The mean length in code points.</summary>
    AverageLength,
}

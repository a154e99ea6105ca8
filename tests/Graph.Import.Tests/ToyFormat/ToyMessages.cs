namespace Graph.Import.Tests.ToyFormat;

/// <summary>What is said of files of the toy format.</summary>
internal static class ToyMessages
{
    public static string NoEqualsSign() => "A line is an id, ' = ', and a text.";
}

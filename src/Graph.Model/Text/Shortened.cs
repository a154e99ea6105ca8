namespace Graph.Model.Text;

/// <summary>The beginning of a text, for sentences that show one.</summary>
public static class Shortened
{
    /// <summary>The text, or its beginning and an ellipsis; no character outside the basic plane is cut in two.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">How many UTF-16 units are shown, at least one.</param>
    public static string Of(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)] + "…";
}

using Graph.Model.Ontologies;

namespace Graph.Api.Sdl;

/// <summary>Long texts, which the API tells in passages.</summary>
internal static class PassageTypes
{
    public const string Passage = "Passage", Around = "around", Characters = "characters";

    public const string Text = "text", Start = "startOffset", End = "endOffset", Length = "length";

    /// <summary>The properties that the API tells as they are: conditions, orders, figures and groups can speak of them.</summary>
    public static IEnumerable<Property> Others(IEnumerable<Property> properties) => properties.Where(property => property.Excerpt is null);

    /// <summary>Adds the field of a text.</summary>
    public static void AddField(SdlType type, Property text, Excerpt excerpt) => type.With(
        text.Name,
        $"(\"{ApiMessages.PassageAround(excerpt)}\" {Around}: ID, "
        + $"\"{ApiMessages.PassageCharacters}\" {Characters}: Int = {Limits.PassageCharacters}): {Passage}",
        $"property {text.Name}",
        $"{text.Description} {ApiMessages.PassageField}".TrimStart());

    /// <summary>Adds the type of passages, where there are any.</summary>
    public static void Add(SdlDocument document, Ontology ontology)
    {
        if (!ontology.NodeTypes.Any(type => type.Properties.Any(property => property.Excerpt is not null))) return;
        document.Add("type", Passage, "the API", ApiMessages.Passage)
            .With(Text, ": String!", Text, ApiMessages.PassageText)
            .With(Start, ": Int!", Start, ApiMessages.PassageStart)
            .With(End, ": Int!", End, ApiMessages.PassageEnd)
            .With(Length, ": Int!", Length, ApiMessages.PassageLength);
    }
}

namespace Graph.Export.LinkedData;

/// <summary>
/// JSON-LD in the words of schema.org, by the mapping of <c>schema.org.json</c>. A node's own values stand in one node object, what relates
/// it to others in further ones of the same <c>@id</c>, which every processor of JSON-LD brings together. A type that the mapping does not
/// know, such as one of another domain, is a <c>Thing</c> with its name; a relationship that it does not know is left out and counted.
/// </summary>
public sealed class JsonLd : IRecordFormat
{
    /// <inheritdoc/>
    public string Name => "jsonld";

    /// <inheritdoc/>
    public string Description => "JSON-LD in the words of schema.org";

    /// <inheritdoc/>
    public string Ending => ".jsonld";

    /// <inheritdoc/>
    public string ContentType => "application/ld+json";

    /// <inheritdoc/>
    public bool HasViews => false;

    /// <inheritdoc/>
    public GraphView DefaultView => GraphView.Acts;

    /// <inheritdoc/>
    public IRecordWriter Begin(ExportPlan plan, ExportOutput output) => new JsonLdWriter(output.Buffer);
}

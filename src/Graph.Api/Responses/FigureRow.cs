using System.Text;
using Graph.GraphQL.Json;
using Graph.GraphQL.Planning;

namespace Graph.Api.Responses;

/// <summary>An object of the response whose fields follow from one value that a statement answers.</summary>
/// <param name="field">The field whose value, or items, the objects are.</param>
/// <param name="value">The JSON of a field, by its name, from the JSON of the answer, which is null where there is none.</param>
internal sealed class FigureRow(PlannedField field, Func<string, string?, string> value)
{
    private readonly DerivedObject<string?> row =
        new(field, (name, answer, output) => output.WriteRaw(Encoding.UTF8.GetBytes(value(name, answer))));

    /// <summary>Writes the object of an answer.</summary>
    public void Write(string? answer, ResponseBuffer output) => row.Write(answer, output);
}

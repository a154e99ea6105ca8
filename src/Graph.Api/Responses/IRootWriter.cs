using Graph.Model.Queries;

namespace Graph.Api.Responses;

/// <summary>Takes the rows of a root field, as they come, and writes the field's value; one for each run.</summary>
internal interface IRootWriter : IRowConsumer
{
    /// <summary>Ends the value; false when it has to be null, for the errors of the <see cref="ResponseWriter"/>.</summary>
    bool Complete();
}

using Graph.Api.Responses;
using Graph.Api.Sdl;
using Graph.GraphQL.Coercion;
using Graph.GraphQL.Execution;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;

namespace Graph.Api.RootFields.Federation;

/// <summary>The schema as a gateway reads it: <c>_service { sdl }</c>.</summary>
internal sealed class ServiceField(Ontology ontology) : IRootField
{
    private const string Service = "_Service";

    private readonly Lazy<string> sdl = new(() => Subgraph.Schema(ontology).Text);

    /// <summary>The one for the graph.</summary>
    public static IEnumerable<IRootField> Of(Ontology ontology) => [new ServiceField(ontology)];

    /// <inheritdoc/>
    public string Name => "_service";

    /// <inheritdoc/>
    public EntityType? About => null;

    /// <inheritdoc/>
    public void AddTo(SdlType query) => query.With(Name, $": {Service}!", Subgraph.Origin, ApiMessages.Service);

    /// <inheritdoc/>
    public void AddTypes(SdlDocument document) => document.Add("type", Service, Subgraph.Origin).With("sdl", ": String!", "sdl");

    /// <inheritdoc/>
    public IFieldPlan Plan(RootPlanning planning) =>
        new ServicePlan(sdl.Value, new DerivedObject<string>(planning.Field, static (_, text, output) => output.WriteString(text)));

    private sealed class ServicePlan(string sdl, DerivedObject<string> service) : IFieldPlan
    {
        public long Bytes => 0;

        public FieldCost Weigh(CoercedVariables variables) => new(0, null) { Objects = 1 };

        public ValueTask ExecuteAsync(FieldExecution execution, CancellationToken cancellationToken)
        {
            service.Write(sdl, execution.Output);
            return ValueTask.CompletedTask;
        }
    }
}

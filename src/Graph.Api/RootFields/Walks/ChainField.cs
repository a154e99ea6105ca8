using Graph.Api.RootFields.Acts;
using Graph.Api.Sdl;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;

namespace Graph.Api.RootFields.Walks;

/// <summary>Chains of actors in which each acts against the next, such as <c>accusationChains(from: "a", to: "b")</c>.</summary>
internal sealed class ChainField(Act act) : IRootField
{
    /// <summary>One, where the ontology names it.</summary>
    public static IEnumerable<IRootField> Of(Ontology ontology) => ontology.Act is { Chains: not null } act ? [new ChainField(act)] : [];

    /// <inheritdoc/>
    public string Name => act.Chains!;

    /// <inheritdoc/>
    public EntityType About => act.Type;

    private string Answer => act.Type.Name + "Chains";

    private string Chain => act.Type.Name + "Chain";

    private string Step => act.Type.Name + "ChainStep";

    /// <inheritdoc/>
    public void AddTo(SdlType query) => query.With(
        Name,
        $"(from: ID!, to: ID!, {ActArguments.Choice(act, isCounted: true)}, directed: Boolean = true, "
            + $"maxLength: Int = 4, lengths: Int = 1, limit: Int = 5): {Answer}!",
        $"the chains of {act.Type.Name}",
        ApiMessages.Chains(act));

    /// <inheritdoc/>
    public void AddTypes(SdlDocument document)
    {
        var origin = $"the chains of {act.Type.Name}";
        SearchTypes.AddAnswer(document, Answer, "chains", Chain, origin, ApiMessages.ChainsInOrder);
        document.Add("type", Chain, origin)
            .With("length", ": Int!", "length", ApiMessages.ChainLength)
            .With("steps", $": [{Step}!]!", "steps");
        document.Add("type", Step, origin)
            .With(act.Actor, $": {act.By.Target.Name}!", act.Actor)
            .With(act.Counterpart, $": {act.Against.Target.Name}!", act.Counterpart)
            .With("count", ": Int!", "count", ApiMessages.ActsThatMatch(act))
            .With(
                act.Type.Plural,
                $"(sort: [{ApiNames.Sort(act.Type)}!], limit: Int = 10, offset: Int): [{act.Type.Name}!]!",
                act.Type.Plural,
                ApiMessages.ActsThatMatchInOrder(act));
    }

    /// <inheritdoc/>
    public IFieldPlan Plan(RootPlanning planning) => new ChainPlan(act, planning).Together();
}

using Graph.Api.Planning;
using Graph.Api.Sdl;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.RootFields.Acts;

/// <summary>Arguments that root fields over acts have in common: which acts, and what their parties are replaced by.</summary>
internal static class ActArguments
{
    public const string RollUpType = "RollUp";
    private const string NoRollUp = "NONE";
    private const string ToPrincipals = "PRINCIPAL";

    /// <summary>Where and, of acts that have kinds, the kinds, as the schema writes them.</summary>
    /// <param name="act">The acts.</param>
    /// <param name="isCounted">The counted kind is what is meant where nothing is given.</param>
    public static string Choice(Act act, bool isCounted)
    {
        var where = $"where: {ApiNames.Where(act.Type)}";
        if (act.Kind is not { Enum: { } kinds }) return where;
        return $"{where}, acts: [{kinds.Name}!]{(isCounted && act.Counted is { } counted ? $" = [{counted}]" : "")}";
    }

    /// <summary>The roll-ups that the ontology knows beside none.</summary>
    public static IReadOnlyList<(RollUp RollUp, string Name)> RollUps(Act act)
    {
        List<(RollUp, string)> known = [];
        if (act.OnBehalfOf is not null || ActRules.OfficeWays(act).Count > 0) known.Add((RollUp.Principal, ToPrincipals));
        if (act is { UpTo: { } top, BelongsTo.Count: > 0 }) known.Add((RollUp.Top, ApiNames.Constant(ApiNames.Camel(top.Name))));
        return known;
    }

    /// <summary>The argument, after a comma; nothing where there is no roll-up.</summary>
    public static string RollUpArgument(Act act) => RollUps(act).Count == 0 ? "" : $", rollUp: {RollUpType} = {NoRollUp}";

    /// <summary>Adds the type of that argument, once.</summary>
    public static void AddRollUp(SdlDocument document, Act act)
    {
        var known = RollUps(act);
        if (known.Count == 0 || document.Has(RollUpType)) return;
        var type = document.Add("enum", RollUpType, act.Type.Name, ApiMessages.RollUps).AsStructure()
            .With(NoRollUp, "", NoRollUp, ApiMessages.NoRollUp);
        foreach (var (rollUp, name) in known)
            type.With(name, "", name, rollUp == RollUp.Principal ? ApiMessages.ToPrincipals(act) : ApiMessages.ToTop(act));
    }

    /// <summary>What is asked for; none where nothing is.</summary>
    public static RollUp RollUpOf(Act act, PlannedObject arguments) => ConstantArgument.Name(arguments, "rollUp") is { } name
        ? RollUps(act).FirstOrDefault(known => known.Name == name).RollUp
        : RollUp.None;

    /// <summary>The acts that a field asks for.</summary>
    /// <param name="act">The acts.</param>
    /// <param name="field">The field.</param>
    /// <param name="statement">Takes the values.</param>
    /// <param name="otherwise">The kinds where none are given.</param>
    public static ActChoice Of(Act act, PlannedField field, StatementPlanning statement, ActKinds otherwise) =>
        new(act, statement.Where(act.Type), KindsOf(act, field.Arguments, statement.Parameters, otherwise));

    private static ActKinds KindsOf(Act act, PlannedObject arguments, ParameterList parameters, ActKinds otherwise)
    {
        if (act.Kind is null || !arguments.TryGet("acts", out var given)) return otherwise;
        if (given is not PlannedLeaf leaf) return ActKinds.All;
        var isDefault = leaf.Source.TryGetConstant(out var constant) && constant is IReadOnlyList<object?> { Count: 1 } kinds
            && (string?)kinds[0] == act.Counted;
        return isDefault ? ActKinds.Counted : ActKinds.Of(parameters.Add(leaf, ScalarKind.Enum));
    }
}

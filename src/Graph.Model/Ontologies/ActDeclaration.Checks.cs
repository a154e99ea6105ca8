using Graph.GraphQL.Language;

namespace Graph.Model.Ontologies;

/// <content>Whether every argument names what it has to name. Says nothing of fields that have faults of their own.</content>
internal sealed partial class ActDeclaration
{
    private const string Example = "@act(by: \"accusers\", against: \"accused\", on: \"saidOn\", roles: [\"accuser\", \"accused\"])";

    private void Check(DirectiveNode directive)
    {
        foreach (var needed in new[] { "by", "against", "on", "roles" })
            if (arguments.Find(needed) is null) faults.MissingArgument(directive, needed, Example);
        var (actors, counterparts) = (Leads("by", isList: true), Leads("against", isList: true));
        if (arguments.Text("against") is { } against && against == arguments.Text("by"))
            faults.BadArgument(arguments.Find("against")!, Name, "against", "another field than by");
        Value("on", "a property of type Date", property => property.Kind == ScalarKind.Date);
        if (arguments.Texts("roles") is { Count: > 0 } roles && (roles is not [var first, var second] || first == second))
            faults.BadArgument(arguments.Find("roles")!, Name, "roles", FormOfRoles);
        CheckKind();
        CheckTarget("onBehalfOf", Leads("onBehalfOf", isList: true), actors);
        CheckTarget("answers", Leads("answers", isList: true), Type);
        Leads("evidence", isList: true);
        Leads("claim", isList: false);
        if (actors is not null)
        {
            CheckTally(actors, counterparts);
            CheckRepresents(actors);
            CheckBelongsTo(actors);
        }

        CheckSeries();
        CheckNames();
    }

    /// <summary>What the relationship of an argument leads to; null where there is none, or at fault.</summary>
    private EntityType? Leads(string argument, bool isList) => arguments.Text(argument) is { } name ? Leads(argument, Type, name, isList) : null;

    private EntityType? Leads(string argument, EntityType from, string name, bool isList)
    {
        var at = arguments.Find(argument)!;
        if (fields.Find(from, name, at) is not { } field) return null;
        if (field.Target is { } target && field.IsList == isList) return target;
        faults.WrongActField(at, argument, ActField.Relationship(isList), $"{from.Name}.{name}", field.Description);
        return null;
    }

    private void CheckTarget(string argument, EntityType? target, EntityType? expected)
    {
        if (target is not null && expected is not null && target != expected)
            faults.WrongActTarget(arguments.Find(argument)!, argument, expected.Name, target.Name);
    }

    private Property? Value(string argument, string expected, Func<Property, bool> fits)
    {
        if (arguments.Text(argument) is not { } name || fields.Find(Type, name, arguments.Find(argument)!) is not { } field) return null;
        if (field.Property is { IsList: false } property && fits(property)) return property;
        faults.WrongActField(arguments.Find(argument)!, argument, expected, $"{Type.Name}.{name}", field.Description);
        return null;
    }

    private void CheckKind()
    {
        var kind = Value("kind", "a property that holds one name of an enum", property => property.Kind == ScalarKind.Enum);
        foreach (var argument in new[] { "counted", "denies" })
        {
            if (arguments.Text(argument) is not { } value) continue;
            if (arguments.Find("kind") is null) faults.ActNeeds(arguments.Find(argument)!, argument, "kind");
            else if (kind?.Enum is { } names && !names.Contains(value)) faults.NoEnumValue(arguments.Find(argument)!, names, value);
        }

        if (arguments.Text("denies") is { } denies && denies == arguments.Text("counted"))
            faults.BadArgument(arguments.Find("denies")!, Name, "denies", "another value than counted");
    }

    private void CheckTally(EntityType actors, EntityType? counterparts)
    {
        if (arguments.Text("tally") is not { } name || Leads("tally", actors, name, isList: true) is not { } target) return;
        CheckTarget("tally", target, counterparts);
        if (counterparts is null || target != counterparts || fields.Followed(actors, name) is not [var tally, ..]) return;
        if (!TallyRule.Fits(fields.Carried(tally)) || !fields.Of(tally.Type).All(declared => declared.IsList))
            faults.NoTally(arguments.Find("tally")!, $"{actors.Name}.{name}");
        CheckConnectsOnly("tally", tally, actors, counterparts);
        foreach (var (argument, end) in new[] { ("by", actors), ("against", counterparts) })
            if (fields.Followed(Type, arguments.Text(argument)!) is [var followed]) CheckConnectsOnly(argument, followed, Type, end);
    }

    /// <summary>Tallies count whatever relationships of the type there are, so that they may not lead elsewhere.</summary>
    private void CheckConnectsOnly(string argument, DeclaredRelationship followed, EntityType near, EntityType far)
    {
        foreach (var declared in fields.Of(followed.Type))
        {
            var (from, to) = declared.Direction == followed.Direction ? (near, far) : (far, near);
            if (fields.Concrete(from).Contains(declared.Source) && fields.Concrete(declared.Target).All(fields.Concrete(to).Contains)) continue;
            faults.NotOnlyOfActs(arguments.Find(argument)!, argument, followed.Type, near.Name, far.Name, declared.Name, declared.Target.Name);
            return;
        }
    }

    private void CheckRepresents(EntityType actors)
    {
        if (arguments.Texts("represents") is not { Count: > 0 } way || fields.Along(actors, way, arguments.Find("represents")!) is not { } ends)
            return;
        if (ends.FirstOrDefault(end => !fields.Concrete(end).Any(fields.Concrete(actors).Contains)) is { } other)
            faults.WrongActTarget(arguments.Find("represents")!, "represents", actors.Name, other.Name);
    }

    private void CheckBelongsTo(EntityType actors)
    {
        if (arguments.Find("belongsTo") is { } body)
        {
            if (arguments.Find("upTo") is null) faults.ActNeeds(body, "belongsTo", "upTo");
            if (arguments.Text("belongsTo") is { } name) fields.Along(actors, [name], body);
        }

        if (arguments.Text("upTo") is not { } top) return;
        if (arguments.Find("belongsTo") is null) faults.ActNeeds(arguments.Find("upTo")!, "upTo", "belongsTo");
        var types = fields.Concrete(actors).Select(type => type.Name).ToList();
        if (!types.Contains(top)) faults.NoTypeOf(arguments.Find("upTo")!, actors.Name, top, types);
    }

    private void CheckSeries()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var way in arguments.Texts("series"))
        {
            var at = arguments.Find("series")!;
            var steps = way.Split('.');
            if (!names.Add(steps[^1])) faults.TwoSeries(at, steps[^1]);
            EntityType? from = Type;
            for (var i = 0; i < steps.Length && from is not null; i++)
            {
                if (fields.Find(from, steps[i], at) is not { } field) break;
                if (i < steps.Length - 1 && field.Target is null)
                    faults.WrongActField(at, "series", "relationships up to the last step", $"{from.Name}.{steps[i]}", field.Description);
                from = field.Target;
            }
        }
    }

    private void CheckNames()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var argument in new[] { "pairs", "timeline", "threads", "chains" })
            if (arguments.Text(argument) is { } name && !names.Add(name))
                faults.BadArgument(arguments.Find(argument)!, Name, argument, "a name that no other field has");
        if (arguments.Find("threads") is { } threads && arguments.Find("answers") is null) faults.ActNeeds(threads, "threads", "answers");
    }
}

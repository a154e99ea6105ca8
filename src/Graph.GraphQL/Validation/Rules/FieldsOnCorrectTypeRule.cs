using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Validation.Rules;

/// <summary>Section 5.3.1: a selected field is defined by the type it is selected on.</summary>
internal sealed class FieldsOnCorrectTypeRule(ValidationContext context) : ValidationRule(context)
{
    public override Visits Interests => Visits.Field;

    public override void Field(FieldNode node)
    {
        if (Context.ParentType is not { } type || Context.Field is not null) return;
        Context.Report(ValidationMessages.UnknownField(node.Name.Value, type.Name, Suggestion(type, node.Name.Value)), node);
    }

    private string Suggestion(CompositeType type, string field)
    {
        if (!Context.Options.Suggestions) return "";
        var onTypes = DidYouMean.Sentence(TypesWith(type, field), "to use an inline fragment on");
        if (onTypes.Length > 0) return onTypes;
        return type is FieldedType fielded ? Context.Suggest(field, fielded.Fields.Select(definition => definition.Name)) : "";
    }

    // Possible types that have the field, and the interfaces that give it to them: those that serve most types first.
    private List<string> TypesWith(CompositeType type, string field)
    {
        if (!type.IsAbstract) return [];
        var uses = new Dictionary<FieldedType, int>();
        foreach (var possible in Context.Schema.PossibleTypes(type))
        {
            if (possible.Fields.Find(field) is null) continue;
            uses[possible] = 1;
            foreach (var parent in possible.Interfaces)
                if (parent.Fields.Find(field) is not null) uses[parent] = uses.GetValueOrDefault(parent) + 1;
        }
        var types = uses.Keys.ToList();
        InsertionOrder.Sort(types, (a, b) =>
        {
            if (uses[a] != uses[b]) return uses[b] - uses[a];
            if (a is InterfaceType && Context.Schema.IsSubType(a, b)) return -1;
            if (b is InterfaceType && Context.Schema.IsSubType(b, a)) return 1;
            return NaturalOrder.Compare(a.Name, b.Name);
        });
        return types.ConvertAll(found => found.Name);
    }
}

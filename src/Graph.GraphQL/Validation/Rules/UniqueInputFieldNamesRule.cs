using Graph.GraphQL.Language;

namespace Graph.GraphQL.Validation.Rules;

/// <summary>Section 5.6.3: a field of an input object is given once.</summary>
internal sealed class UniqueInputFieldNamesRule(ValidationContext context) : ValidationRule(context)
{
    public override Visits Interests => Visits.ObjectValue;

    public override void ObjectValue(ObjectValueNode node)
    {
        if (node.Fields.Length < 2) return;
        var known = new Dictionary<string, NameNode>();
        foreach (var field in node.Fields)
        {
            if (!known.TryAdd(field.Name.Value, field.Name))
                Context.Report(ValueMessages.DuplicateInputField(field.Name.Value), known[field.Name.Value], field.Name);
        }
    }
}

using Graph.GraphQL.Introspection;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.Validation.Rules;

/// <summary>Refuses <c>__schema</c> and <c>__type</c> where introspection is switched off; <c>__typename</c> always works.</summary>
internal sealed class NoSchemaIntrospectionRule(ValidationContext context) : ValidationRule(context)
{
    public override Visits Interests => Visits.Field;

    public override void Field(FieldNode node)
    {
        if (!Context.Options.AllowIntrospection && (Context.Field == IntrospectionTypes.Schema || Context.Field == IntrospectionTypes.Type))
            Context.Report(ValidationMessages.IntrospectionDisabled(node.Name.Value), node);
    }
}

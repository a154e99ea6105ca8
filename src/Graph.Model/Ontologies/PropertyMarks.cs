using Graph.GraphQL.Language;

namespace Graph.Model.Ontologies;

/// <summary>The directives that mark a property, each of which has a meaning at some properties only.</summary>
internal static class PropertyMarks
{
    /// <summary>Reports those that stand where they have none.</summary>
    public static void Check(
        Declarations declarations, string type, FieldDefinitionNode field, ScalarKind kind, bool onEntity, OntologyFaults faults)
    {
        foreach (var directive in field.Directives)
        {
            switch (directive.Name.Value)
            {
                case "identifying" when onEntity:
                    faults.DirectiveMisplaced(directive, "to a property of a type with @relationshipProperties");
                    break;
                case "unique" or "indexed" or "searchable" when !onEntity:
                    faults.DirectiveMisplaced(directive, "to a property of a node type");
                    break;
                case "searchable" when kind is not (ScalarKind.String or ScalarKind.Id):
                    faults.DirectiveMisplaced(directive, "to a property of type String or ID");
                    break;
                case RangeDeclaration.Name when !RangeDeclaration.IsNumber(kind):
                    faults.DirectiveMisplaced(directive, "to a property of type Int, BigInt or Float");
                    break;
                case RangeDeclaration.Name when declarations.Interfaces.ContainsKey(type):
                    faults.DirectiveMisplaced(directive, "to the property of each type that implements the interface");
                    break;
                case ExcerptDeclaration.Name when !ExcerptDeclaration.MayStandAt(declarations, type, field):
                    faults.DirectiveMisplaced(directive, "to a property `String` of a node type, which has no other directive and no interface");
                    break;
                case "node" or "plural" or "relationshipProperties":
                    faults.DirectiveMisplaced(directive, "after the name of a type");
                    break;
            }
        }
    }
}

using Graph.GraphQL.Language;

namespace Graph.Model.Ontologies;

/// <summary>The fields that a type has because it implements an interface.</summary>
internal static class InterfaceFields
{
    /// <summary>Reports interfaces that are not there, and fields that a type lacks or has otherwise.</summary>
    public static void Check(Declarations declarations, ObjectTypeDefinitionNode node, OntologyFaults faults)
    {
        foreach (var reference in node.Interfaces)
        {
            if (!declarations.Interfaces.TryGetValue(reference.Name.Value, out var face))
            {
                faults.NoInterface(reference, declarations.Interfaces.Keys);
                continue;
            }

            foreach (var field in face.Fields)
            {
                var own = node.Fields.FirstOrDefault(candidate => candidate.Name.Value == field.Name.Value);
                if (own is null) faults.LacksInterfaceField(node.Name, face.Name.Value, field.Name.Value);
                else if (Printer.Print(own.Type) != Printer.Print(field.Type)
                    || PropertyDeclarations.IsRelationship(own) != PropertyDeclarations.IsRelationship(field))
                    faults.DiffersFromInterface(own.Name, node.Name.Value, face.Name.Value, $"{field.Name.Value}: {Printer.Print(field.Type)}");
            }
        }
    }
}

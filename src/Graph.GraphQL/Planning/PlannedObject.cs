using System.Diagnostics.CodeAnalysis;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Planning;

/// <summary>An input object, or the arguments of a field.</summary>
/// <param name="Type">The input object type; null for arguments.</param>
/// <param name="Fields">What is there, in the order of definition; what was not given and has no default is not.</param>
public sealed record PlannedObject(InputObjectType? Type, IReadOnlyList<KeyValuePair<string, PlannedValue>> Fields) : PlannedValue
{
    /// <summary>Nothing given.</summary>
    public static PlannedObject Empty { get; } = new(null, []);

    /// <summary>The value of a name, perhaps <see cref="PlannedNull"/>; false when it is absent.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out PlannedValue? value)
    {
        foreach (var (key, found) in Fields)
        {
            if (key != name) continue;
            value = found;
            return true;
        }

        value = null;
        return false;
    }
}

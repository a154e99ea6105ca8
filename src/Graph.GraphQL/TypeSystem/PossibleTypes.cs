using System.Collections.Immutable;

namespace Graph.GraphQL.TypeSystem;

/// <summary>Which types stand below the interfaces and unions of a schema: their members and implementations.</summary>
internal sealed class PossibleTypes
{
    private readonly Dictionary<CompositeType, TypeSet> sets = [];
    private readonly Dictionary<InterfaceType, List<InterfaceType>> implementingInterfaces = [];

    public PossibleTypes(IEnumerable<NamedType> types)
    {
        var objects = new Dictionary<CompositeType, List<ObjectType>>();
        var all = new Dictionary<CompositeType, HashSet<CompositeType>>();
        foreach (var type in types)
        {
            if (type is UnionType union)
            {
                foreach (var member in union.Members) Add(union, member);
            }
            else if (type is FieldedType fielded)
            {
                foreach (var parent in fielded.Interfaces) Add(parent, fielded);
            }
        }
        foreach (var (type, set) in all) sets[type] = new([.. objects.GetValueOrDefault(type) ?? []], set);

        void Add(CompositeType parent, CompositeType child)
        {
            if (!all.TryGetValue(parent, out var set)) all[parent] = set = [];
            if (!set.Add(child)) return;
            if (child is ObjectType type)
            {
                if (!objects.TryGetValue(parent, out var list)) objects[parent] = list = [];
                list.Add(type);
            }
            else if (parent is InterfaceType implemented && child is InterfaceType implementing)
            {
                if (!implementingInterfaces.TryGetValue(implemented, out var list)) implementingInterfaces[implemented] = list = [];
                list.Add(implementing);
            }
        }
    }

    /// <summary>The object types a value of <paramref name="type"/> can have: members, implementations, or the object type itself.</summary>
    public ImmutableArray<ObjectType> Of(CompositeType type) => type is ObjectType self ? [self] : Find(type).Objects;

    /// <summary>Whether <paramref name="candidate"/> is a member or an implementation of <paramref name="abstractType"/>.</summary>
    public bool Includes(CompositeType abstractType, CompositeType candidate) => Find(abstractType).All.Contains(candidate);

    /// <summary>The interfaces that implement an interface.</summary>
    public IReadOnlyList<InterfaceType> Implementing(InterfaceType type) => implementingInterfaces.GetValueOrDefault(type) ?? [];

    private TypeSet Find(CompositeType type) => sets.TryGetValue(type, out var set) ? set : TypeSet.None;

    private sealed record TypeSet(ImmutableArray<ObjectType> Objects, HashSet<CompositeType> All)
    {
        public static readonly TypeSet None = new([], []);
    }
}

namespace Graph.GraphQL.TypeSystem;

/// <summary>A type: a named one, or a list or non-null wrapper around another (section 3.4).</summary>
/// <remarks>Wrappers are made once for each type, so that two equal types of one schema are the same object.</remarks>
public abstract class GraphQLType
{
    private ListType? list;
    private NonNullType? nonNull;

    /// <summary>The list of this type.</summary>
    public ListType AsList() => list ??= new(this);

    /// <summary>This type without null; the type itself if it has no null already.</summary>
    public GraphQLType AsNonNull() => this is NonNullType ? this : nonNull ??= new(this);

    /// <summary>This type with null allowed.</summary>
    public GraphQLType Nullable => this is NonNullType nonNull ? nonNull.OfType : this;

    /// <summary>The named type inside all wrappers.</summary>
    public NamedType Named
    {
        get
        {
            var type = this;
            while (true)
            {
                switch (type)
                {
                    case ListType list: type = list.OfType; break;
                    case NonNullType nonNull: type = nonNull.OfType; break;
                    default: return (NamedType)type;
                }
            }
        }
    }

    /// <summary>Whether values of the type can be given by clients (section 3.4.2, IsInputType).</summary>
    public bool IsInputType => Named is ScalarType or EnumType or InputObjectType;

    /// <summary>Whether values of the type can be results (section 3.4.2, IsOutputType).</summary>
    public bool IsOutputType => Named is not InputObjectType;

    /// <summary>Whether the named type is a scalar or an enum, so that a field of it has no selection.</summary>
    public bool IsLeafType => Named is ScalarType or EnumType;
}

/// <summary>A list of values of one type (section 3.11).</summary>
public sealed class ListType : GraphQLType
{
    internal ListType(GraphQLType ofType) => OfType = ofType;

    /// <summary>The type of the items.</summary>
    public GraphQLType OfType { get; }

    /// <summary><c>[Type]</c>.</summary>
    public override string ToString() => $"[{OfType}]";
}

/// <summary>A type without null (section 3.12).</summary>
public sealed class NonNullType : GraphQLType
{
    internal NonNullType(GraphQLType ofType) => OfType = ofType;

    /// <summary>The nullable type: named or list.</summary>
    public GraphQLType OfType { get; }

    /// <summary><c>Type!</c>.</summary>
    public override string ToString() => $"{OfType}!";
}

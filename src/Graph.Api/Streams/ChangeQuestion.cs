using Graph.GraphQL.Planning;
using Graph.Model.Changes;

namespace Graph.Api.Streams;

/// <summary>What a subscriber asks: of which changes it is told, and what of each. Those who ask the same are answered together.</summary>
internal abstract class ChangeQuestion
{
    /// <summary>The same for all who are told the same.</summary>
    public abstract (object Plan, string Values) Key { get; }

    /// <summary>Names of the types of which it is told; null: all.</summary>
    public abstract IReadOnlySet<string>? Types { get; }

    /// <summary>What answering so many changes may cost, in objects; 0 where the store need not be asked.</summary>
    public abstract double Price(int changes);

    /// <summary>Whether a change of its types may be told.</summary>
    public abstract bool Wants(ToldChange change);

    /// <summary>The events of some changes, in their order; null for one that is not told.</summary>
    /// <exception cref="GraphQL.GraphQLException">It cannot be answered.</exception>
    /// <exception cref="Model.Stores.StoreException">The store has failed.</exception>
    public abstract ValueTask<IReadOnlyList<StreamedEvent?>> AnswerAsync(IReadOnlyList<ToldChange> changes, CancellationToken cancellationToken);
}

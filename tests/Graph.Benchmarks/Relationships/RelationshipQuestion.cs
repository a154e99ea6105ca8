namespace Graph.Benchmarks.Relationships;

/// <summary>
/// A question about relationships, over <see cref="Ties"/> and the graph they are tied to, and the same put by hand by somebody who
/// knows the data and the tables: the same figures of the same rows in the same order.
/// </summary>
/// <param name="Name">What is asked.</param>
/// <param name="GraphQL">The query, of one root field.</param>
/// <param name="Sql">By hand, over the tables of the embedded store.</param>
/// <param name="Cypher">By hand, over the same graph in Neo4j.</param>
internal sealed record RelationshipQuestion(string Name, string GraphQL, string Sql, string Cypher)
{
    public static IEnumerable<RelationshipQuestion> All =>
        [.. GroupQuestions.All, .. PairQuestions.All, .. TimeQuestions.All, .. WalkQuestions.All, .. SearchQuestions.All, .. DialectQuestions.All];
}

namespace Graph.Benchmarks.Relationships;

/// <summary>Who accused whom.</summary>
internal static class PairQuestions
{
    private const string Figures = "accuser { id } accused { id } accusations claims evidence answered denied first last";

    public static IEnumerable<RelationshipQuestion> All =>
    [
        new(
            "pairs: the whole matrix",
            "{ whoAccusedWhom { accuser { id } accused { id } accusations first last } }",
            """
            SELECT a.id, b.id, t.accusations, t.first, t.last FROM rel_ACCUSED t JOIN Actor a ON a.__key = t.__start
                JOIN Actor b ON b.__key = t.__end
            ORDER BY t.accusations DESC, a.id, b.id LIMIT 50
            """,
            """
            MATCH (a:Actor)-[t:ACCUSED]->(b:Actor) RETURN a.id, b.id, t.accusations, t.first, t.last
            ORDER BY t.accusations DESC, a.id, b.id LIMIT 50
            """),
        new(
            "pairs: a month, all figures",
            $$"""{ whoAccusedWhom(where: { saidOn: { gte: "2023-01-01", lt: "2023-02-01" } }) { {{Figures}} } }""",
            Sql("a.saidOn >= '2023-01-01' AND a.saidOn < '2023-02-01' AND +a.act = 'ACCUSE'"),
            Cypher("a.saidOn >= date('2023-01-01') AND a.saidOn < date('2023-02-01')")),
        new(
            "pairs: all acts, all figures",
            $$"""{ whoAccusedWhom(sort: [{ evidence: DESC }]) { {{Figures}} } }""",
            Sql("a.act = 'ACCUSE'"),
            Cypher("true")),
        new(
            "pairs: a month, by state",
            """
            { whoAccusedWhom(where: { saidOn: { gte: "2023-01-01", lt: "2023-02-01" } }, rollUp: STATE)
              { accuser { id } accused { id } accusations } }
            """,
            """
            WITH acts AS MATERIALIZED (
                SELECT __key AS k, saidOn AS day FROM Accusation WHERE saidOn >= '2023-01-01' AND saidOn < '2023-02-01' AND +act = 'ACCUSE'),
            sides AS MATERIALIZED (
                SELECT k, day, 0 AS side, m.__start AS party FROM acts JOIN rel_MADE m ON m.__end = k
                UNION SELECT k, day, 1, g.__end FROM acts JOIN rel_AGAINST g ON g.__start = k),
            principals AS MATERIALIZED (
                SELECT DISTINCT k, side, ifnull(o.__end, party) AS party FROM sides LEFT JOIN (rel_HELD h
                    JOIN rel_OFFICE_OF o ON o.__start = h.__end)
                    ON h.__start = party AND (h.since IS NULL OR h.since <= day) AND (h.until IS NULL OR day < h.until)),
            states AS MATERIALIZED (
                SELECT DISTINCT k, side, ifnull(s.__key, party) AS party
                FROM principals LEFT JOIN (rel_BELONGS_TO b JOIN Actor s ON s.__key = b.__end AND s.__type = 'State') ON b.__start = party)
            SELECT a.id, b.id, count(*) AS n FROM states x JOIN states y ON y.k = x.k AND y.side = 1
            JOIN Actor a ON a.__key = x.party JOIN Actor b ON b.__key = y.party WHERE x.side = 0
            GROUP BY x.party, y.party ORDER BY n DESC, a.id, b.id LIMIT 50
            """,
            """
            MATCH (a:Accusation) WHERE a.saidOn >= date('2023-01-01') AND a.saidOn < date('2023-02-01') AND a.act = 'ACCUSE'
            MATCH (p:Actor)-[:MADE]->(a)-[:AGAINST]->(q:Actor)
            WITH DISTINCT a, p, q
            WITH a,
                CASE WHEN p:Person THEN COLLECT { MATCH (p)-[h:HELD]->()-[:OFFICE_OF]->(o)
                    WHERE (h.since IS NULL OR h.since <= a.saidOn) AND (h.until IS NULL OR a.saidOn < h.until)
                        RETURN DISTINCT o } ELSE [] END AS ps, p,
                CASE WHEN q:Person THEN COLLECT { MATCH (q)-[h:HELD]->()-[:OFFICE_OF]->(o)
                    WHERE (h.since IS NULL OR h.since <= a.saidOn) AND (h.until IS NULL OR a.saidOn < h.until)
                        RETURN DISTINCT o } ELSE [] END AS qs, q
            UNWIND CASE ps WHEN [] THEN [p] ELSE ps END AS x
            UNWIND CASE qs WHEN [] THEN [q] ELSE qs END AS y
            OPTIONAL MATCH (x)-[:BELONGS_TO]->(xs:State)
            OPTIONAL MATCH (y)-[:BELONGS_TO]->(ys:State)
            WITH coalesce(xs, x) AS x, coalesce(ys, y) AS y, count(DISTINCT a) AS n
            RETURN x.id, y.id, n ORDER BY n DESC, x.id, y.id LIMIT 50
            """),
    ];

    private static string Sql(string condition) => $"""
        SELECT x.id, y.id, count(DISTINCT a.__key) AS n, count(DISTINCT ifnull(c.__end, -a.__key)), count(DISTINCT e.__end) AS pieces,
            count(DISTINCT CASE WHEN EXISTS (SELECT 1 FROM rel_ANSWERS r WHERE r.__end = a.__key) THEN a.__key END),
            count(DISTINCT CASE WHEN EXISTS (SELECT 1 FROM rel_ANSWERS r JOIN Accusation d ON d.__key = r.__start
                WHERE r.__end = a.__key AND d.act = 'DENY') THEN a.__key END), min(a.saidOn), max(a.saidOn)
        FROM Accusation a JOIN rel_MADE m ON m.__end = a.__key JOIN rel_AGAINST g ON g.__start = a.__key
        JOIN Actor x ON x.__key = m.__start JOIN Actor y ON y.__key = g.__end
        LEFT JOIN rel_ALLEGES c ON c.__start = a.__key LEFT JOIN rel_EVIDENCED_BY e ON e.__start = a.__key
        WHERE {condition} GROUP BY x.__key, y.__key
            ORDER BY {(condition.Contains("saidOn", StringComparison.Ordinal) ? "n" : "pieces")} DESC, x.id, y.id LIMIT 50
        """;

    private static string Cypher(string condition) => $$"""
        MATCH (a:Accusation) WHERE {{condition}} AND a.act = 'ACCUSE'
        MATCH (x:Actor)-[:MADE]->(a)-[:AGAINST]->(y:Actor)
        WITH DISTINCT a, x, y
        WITH x, y, a, COLLECT { MATCH (a)-[:EVIDENCED_BY]->(e) RETURN e } AS words, coalesce(head(COLLECT { MATCH (a)-[:ALLEGES]->(c)
            RETURN c }), a) AS claim,
            COUNT { (a)<-[:ANSWERS]-() } > 0 AS answered, EXISTS { (a)<-[:ANSWERS]-({act: 'DENY'}) } AS denied
        UNWIND CASE words WHEN [] THEN [null] ELSE words END AS e
        WITH x, y, count(DISTINCT a) AS n, count(DISTINCT claim) AS claims, count(DISTINCT e) AS pieces,
            count(DISTINCT CASE WHEN answered THEN a END) AS answered, count(DISTINCT CASE WHEN denied THEN a END) AS denied,
            min(a.saidOn) AS first, max(a.saidOn) AS last
        RETURN x.id, y.id, n, claims, pieces, answered, denied, first, last
            ORDER BY {{(condition == "true" ? "pieces" : "n")}} DESC, x.id, y.id LIMIT 50
        """;
}

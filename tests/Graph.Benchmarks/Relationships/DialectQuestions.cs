namespace Graph.Benchmarks.Relationships;

/// <summary>Orders, numbers and days of related nodes in lists, and what a dashboard shows first.</summary>
internal static class DialectQuestions
{
    public static IEnumerable<RelationshipQuestion> All =>
    [
        new(
            "list: sorted by the number of evidence",
            "{ accusations(sort: [{ evidenceCount: DESC }], limit: 20) { id evidence { quote } } }",
            """
            SELECT a.id, (SELECT json_group_array(quote) FROM rel_EVIDENCED_BY r JOIN Evidence e ON e.__key = r.__end WHERE r.__start = a.__key)
            FROM (SELECT __key, id FROM Accusation ORDER BY (SELECT count(*) FROM rel_EVIDENCED_BY WHERE __start = __key) DESC, id LIMIT 20) a
            """,
            """
            MATCH (a:Accusation) WITH a ORDER BY COUNT { (a)-[:EVIDENCED_BY]->() } DESC, a.id LIMIT 20
            RETURN a.id, COLLECT { MATCH (a)-[:EVIDENCED_BY]->(e) RETURN e.quote ORDER BY e.id }
            """),
        new(
            "list: sorted by the text of the claim",
            """
            { accusations(where: { accusers: { some: { id: { eq: "actor-7" } } } }, sort: [{ claim: { text: ASC } }],
                limit: 20) { id claim { text } } }
            """,
            """
            SELECT a.id, c.text FROM Actor o JOIN rel_MADE m ON m.__start = o.__key JOIN Accusation a ON a.__key = m.__end
            LEFT JOIN rel_ALLEGES r ON r.__start = a.__key LEFT JOIN Claim c ON c.__key = r.__end
            WHERE o.id = 'actor-7' ORDER BY c.text NULLS LAST, a.id LIMIT 20
            """,
            """
            MATCH (:State {id: 'actor-7'})-[:MADE]->(a:Accusation) OPTIONAL MATCH (a)-[:ALLEGES]->(c:Claim)
            RETURN a.id, c.text ORDER BY c.text, a.id LIMIT 20
            """),
        new(
            "list: claims of many accusations",
            "{ claims(where: { accusationsCount: { gte: 30 } }, limit: 20) { id } }",
            "SELECT c.id FROM Claim c WHERE (SELECT count(*) FROM rel_ALLEGES WHERE __end = c.__key) >= 30 ORDER BY c.id LIMIT 20",
            "MATCH (c:Claim) WHERE COUNT { (c)<-[:ALLEGES]-() } >= 30 RETURN c.id ORDER BY c.id LIMIT 20"),
        new(
            "list: who held an office that day",
            """
            { people(where: { officesConnection: { some: { edge: { heldOn: "2022-06-02" } } } }, limit: 20)
              { id offices(heldOn: "2022-06-02") { title } } }
            """,
            """
            SELECT p.id, (SELECT json_group_array(o.title ORDER BY o.id) FROM rel_HELD h JOIN Office o ON o.__key = h.__end WHERE h.__start = p.__key
                AND (h.since IS NULL OR h.since <= '2022-06-02') AND (h.until IS NULL OR '2022-06-02' < h.until))
            FROM Actor p WHERE __type = 'Person' AND EXISTS (SELECT 1 FROM rel_HELD h WHERE h.__start = p.__key
                AND (h.since IS NULL OR h.since <= '2022-06-02') AND (h.until IS NULL OR '2022-06-02' < h.until)) ORDER BY p.id LIMIT 20
            """,
            """
            MATCH (p:Person)-[h:HELD]->(o:Office)
            WHERE (h.since IS NULL OR h.since <= date('2022-06-02')) AND (h.until IS NULL OR date('2022-06-02') < h.until)
            WITH p, o ORDER BY p.id, o.id RETURN p.id AS id, collect(o.title) ORDER BY id LIMIT 20
            """),
        new(
            "numbers of nodes",
            "{ counts { type count } }",
            """
            SELECT type, nodes FROM graph_counts UNION ALL SELECT 'Place', 0 UNION ALL SELECT 'Dataset', 0
            """,
            """
            CALL () {
                RETURN 'Person' AS type, COUNT { (:Person) } AS n UNION ALL RETURN 'State' AS type, COUNT { (:State) } AS n
                UNION ALL RETURN 'Organization' AS type, COUNT { (:Organization) } AS n UNION ALL RETURN 'Office' AS type, COUNT { (:Office) } AS n
                UNION ALL RETURN 'Accusation' AS type, COUNT { (:Accusation) } AS n UNION ALL RETURN 'Claim' AS type, COUNT { (:Claim) } AS n
                UNION ALL RETURN 'Evidence' AS type, COUNT { (:Evidence) } AS n UNION ALL RETURN 'Document' AS type, COUNT { (:Document) } AS n
                UNION ALL RETURN 'Event' AS type, COUNT { (:Event) } AS n UNION ALL RETURN 'Place' AS type, COUNT { (:Place) } AS n
                UNION ALL RETURN 'Dataset' AS type, COUNT { (:Dataset) } AS n
            }
            RETURN type, n
            """),
        new(
            "names for a variable",
            "{ entityNames(of: State, limit: 100) { text value } }",
            "SELECT name, id FROM Actor WHERE __type = 'State' ORDER BY name, id LIMIT 100",
            "MATCH (s:State) RETURN s.name, s.id ORDER BY s.name, s.id LIMIT 100"),
    ];
}

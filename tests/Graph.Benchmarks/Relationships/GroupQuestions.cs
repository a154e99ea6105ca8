namespace Graph.Benchmarks.Relationships;

/// <summary>Nodes counted by what they have.</summary>
internal static class GroupQuestions
{
    public static IEnumerable<RelationshipQuestion> All =>
    [
        new(
            "groups: by kind and year",
            """
            { accusationGroups(by: [{ property: ACT }, { time: { property: SAID_ON, bucket: YEAR } }])
              { keys { text } count average(of: CONFIDENCE) } }
            """,
            """
            SELECT act, substr(saidOn, 1, 4) AS year, count(*) AS n, avg(confidence) FROM Accusation
            GROUP BY act, year ORDER BY n DESC, act, year LIMIT 100
            """,
            """
            MATCH (a:Accusation) WITH a.act AS act, a.saidOn.year AS year, count(*) AS n, avg(a.confidence) AS sure
            RETURN act, year, n, sure ORDER BY n DESC, act, year LIMIT 100
            """),
        new(
            "groups: by publisher",
            "{ accusationGroups(by: [{ related: { to: EVIDENCE, then: [DOCUMENT, PUBLISHER] } }]) { keys { text id } count } }",
            """
            WITH published AS MATERIALIZED (SELECT DISTINCT e.__start AS act, p.__end AS publisher FROM rel_EVIDENCED_BY e
                JOIN rel_QUOTED_FROM q ON q.__start = e.__end JOIN rel_PUBLISHED_BY p ON p.__start = q.__end),
            missing AS (SELECT (SELECT count(*) FROM Accusation) - (SELECT count(DISTINCT act) FROM published) AS n)
            SELECT o.name AS name, o.id AS id, count(*) AS n FROM published JOIN Actor o ON o.__key = publisher GROUP BY publisher
            UNION ALL SELECT NULL, NULL, n FROM missing WHERE n > 0 ORDER BY n DESC, name, id LIMIT 100
            """,
            """
            MATCH (a:Accusation)
            OPTIONAL MATCH (a)-[:EVIDENCED_BY]->(:Evidence)-[:QUOTED_FROM]->(:Document)-[:PUBLISHED_BY]->(o:Organization)
            WITH o, count(DISTINCT a) AS n RETURN o.name, o.id, n ORDER BY n DESC, o.name, o.id LIMIT 100
            """),
        new(
            "groups: of one accuser, by whom",
            """
            { accusationGroups(where: { accusers: { some: { id: { eq: "actor-7" } } } }, by: [{ related: { to: ACCUSED } }], limit: 20)
              { keys { text id } count min(of: SAID_ON) max(of: SAID_ON) } }
            """,
            """
            SELECT o.name, o.id, count(DISTINCT g.__start) AS n, min(a.saidOn), max(a.saidOn)
            FROM Actor s JOIN rel_MADE m ON m.__start = s.__key JOIN Accusation a ON a.__key = m.__end
            JOIN rel_AGAINST g ON g.__start = a.__key JOIN Actor o ON o.__key = g.__end
            WHERE s.id = 'actor-7' GROUP BY o.__key ORDER BY n DESC, o.name, o.id LIMIT 20
            """,
            """
            MATCH (:State {id: 'actor-7'})-[:MADE]->(a:Accusation)-[:AGAINST]->(o:Actor)
            WITH o, count(DISTINCT a) AS n, min(a.saidOn) AS first, max(a.saidOn) AS last
            RETURN o.name, o.id, n, first, last ORDER BY n DESC, o.name, o.id LIMIT 20
            """),
        new(
            "top actors",
            "{ topActors(as: ACCUSED) { value text count } }",
            """
            SELECT o.id, o.name, count(DISTINCT g.__start) AS n FROM Accusation a JOIN rel_AGAINST g ON g.__start = a.__key
            JOIN Actor o ON o.__key = g.__end WHERE a.act = 'ACCUSE' GROUP BY g.__end ORDER BY n DESC, o.name, o.id LIMIT 10
            """,
            """
            MATCH (a:Accusation {act: 'ACCUSE'})-[:AGAINST]->(o:Actor) WITH o, count(DISTINCT a) AS n
            RETURN o.id, o.name, n ORDER BY n DESC, o.name, o.id LIMIT 10
            """),
    ];
}

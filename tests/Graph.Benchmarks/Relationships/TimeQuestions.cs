namespace Graph.Benchmarks.Relationships;

/// <summary>Acts over time.</summary>
internal static class TimeQuestions
{
    public static IEnumerable<RelationshipQuestion> All =>
    [
        new(
            "timeline: by month",
            "{ accusationTimeline(bucket: MONTH) { time accusations } }",
            """
            SELECT substr(saidOn, 1, 7) AS month, count(*) FROM Accusation WHERE act = 'ACCUSE' AND saidOn IS NOT NULL GROUP BY month
                ORDER BY month
            """,
            """
            MATCH (a:Accusation {act: 'ACCUSE'}) WHERE a.saidOn IS NOT NULL
            RETURN date.truncate('month', a.saidOn) AS month, count(*) AS n ORDER BY month
            """),
        new(
            "timeline: by quarter and accuser",
            "{ accusationTimeline(bucket: QUARTER, series: ACCUSER, top: 5, fill: false) { time series seriesKey accusations } }",
            """
            WITH acts AS MATERIALIZED (SELECT __key AS k, substr(saidOn, 1, 4) || ((substr(saidOn, 6, 2) + 2) / 3) AS quarter FROM Accusation
                WHERE act = 'ACCUSE' AND saidOn IS NOT NULL),
            made AS MATERIALIZED (SELECT DISTINCT k, quarter, m.__start AS actor FROM acts LEFT JOIN rel_MADE m ON m.__end = k),
            best AS MATERIALIZED (SELECT actor, count(*) AS n FROM made GROUP BY actor ORDER BY n DESC,
                (SELECT name FROM Actor WHERE __key = actor), (SELECT id FROM Actor WHERE __key = actor) LIMIT 5)
            SELECT quarter, o.name, o.id, count(DISTINCT k) FROM made LEFT JOIN best ON best.actor IS made.actor
                LEFT JOIN Actor o ON o.__key = best.actor
            GROUP BY quarter, best.actor ORDER BY quarter, best.n IS NULL, best.n DESC, o.name, o.id
            """,
            """
            MATCH (a:Accusation {act: 'ACCUSE'}) WHERE a.saidOn IS NOT NULL
            OPTIONAL MATCH (o:Actor)-[:MADE]->(a)
            WITH DISTINCT o, a, date.truncate('quarter', a.saidOn) AS quarter
            WITH o, collect({a: a, quarter: quarter}) AS acts ORDER BY size(acts) DESC, o.name, o.id
            WITH collect({o: o, acts: acts}) AS ranked
            UNWIND range(0, size(ranked) - 1) AS rank
            WITH CASE WHEN rank < 5 THEN rank ELSE 5 END AS place, CASE WHEN rank < 5 THEN ranked[rank].o END AS o, ranked[rank].acts AS acts
            UNWIND acts AS one
            WITH one.quarter AS quarter, place, o, count(DISTINCT one.a) AS n
            RETURN quarter, o.name, o.id, n ORDER BY quarter, place
            """),
        new(
            "timeline: of one who is accused, by week",
            """
            { accusationTimeline(where: { accused: { some: { id: { eq: "actor-7" } } } }, bucket: WEEK, fill: false)
              { time accusations evidence } }
            """,
            """
            SELECT date(a.saidOn, '-6 days', 'weekday 1') AS week, count(DISTINCT a.__key), count(DISTINCT e.__end)
            FROM Actor o JOIN rel_AGAINST g ON g.__end = o.__key JOIN Accusation a ON a.__key = g.__start
                LEFT JOIN rel_EVIDENCED_BY e ON e.__start = a.__key
            WHERE o.id = 'actor-7' AND a.act = 'ACCUSE' AND a.saidOn IS NOT NULL GROUP BY week ORDER BY week
            """,
            """
            MATCH (:State {id: 'actor-7'})<-[:AGAINST]-(a:Accusation {act: 'ACCUSE'}) WHERE a.saidOn IS NOT NULL
            OPTIONAL MATCH (a)-[:EVIDENCED_BY]->(e:Evidence)
            RETURN date.truncate('week', a.saidOn) AS week, count(DISTINCT a) AS n, count(DISTINCT e) AS pieces ORDER BY week
            """),
        new(
            "timeline: how many without a day",
            "{ accusationTimelineNotes { undated } }",
            "SELECT count(*) FROM Accusation WHERE act = 'ACCUSE' AND saidOn IS NULL",
            "MATCH (a:Accusation {act: 'ACCUSE'}) WHERE a.saidOn IS NULL RETURN count(*)"),
        new(
            "freshness",
            "{ freshness { type property text } }",
            """
            SELECT 'Accusation', 'saidOn', max(saidOn) FROM Accusation UNION ALL SELECT 'Accusation', 'importedAt', max(importedAt)
                FROM Accusation
            UNION ALL SELECT 'Document', 'published', max(published) FROM Document UNION ALL SELECT 'Event', 'start', max(start) FROM Event
            """,
            """
            CALL () {
                MATCH (a:Accusation) WITH a.saidOn AS day WHERE day IS NOT NULL RETURN 'Accusation' AS type, day ORDER BY day DESC LIMIT 1
                UNION ALL MATCH (a:Accusation) RETURN 'Accusation' AS type, max(a.importedAt) AS day
                UNION ALL MATCH (d:Document) WITH d.published AS day WHERE day IS NOT NULL RETURN 'Document' AS type, day
                    ORDER BY day DESC LIMIT 1
                UNION ALL MATCH (e:Event) WITH e.start AS day WHERE day IS NOT NULL RETURN 'Event' AS type, day ORDER BY day DESC LIMIT 1
            }
            RETURN type, day
            """),
    ];
}

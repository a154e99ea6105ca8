namespace Graph.Benchmarks.Relationships;

/// <summary>Threads, chains, paths and what lies around a node.</summary>
internal static class WalkQuestions
{
    public static IEnumerable<RelationshipQuestion> All =>
    [
        Thread("short", "acc-99"),
        Thread("long", "acc-3961"),
        new(
            "threads: the longest",
            "{ accusationThreads { size first last root { id } } }",
            """
            WITH RECURSIVE down(root, k) AS (
                SELECT DISTINCT __end, __end FROM rel_ANSWERS WHERE __end NOT IN (SELECT __start FROM rel_ANSWERS)
                UNION ALL SELECT root, __start FROM down JOIN rel_ANSWERS ON __end = k),
            threads AS (SELECT root, count(*) AS size, min(saidOn) AS first, max(saidOn) AS last FROM down
                JOIN Accusation ON __key = k GROUP BY root)
            SELECT size, first, last, id FROM threads JOIN Accusation ON __key = root ORDER BY size DESC, first NULLS LAST, id LIMIT 20
            """,
            """
            MATCH (root:Accusation)<-[:ANSWERS]-() WHERE NOT (root)-[:ANSWERS]->() WITH DISTINCT root
            MATCH (root)<-[:ANSWERS*0..]-(x)
            WITH root, count(x) AS size, min(x.saidOn) AS first, max(x.saidOn) AS last
            RETURN size, first, last, root.id ORDER BY size DESC, first, root.id LIMIT 20
            """),
        new(
            "chain: between two who are seldom named",
            """
            { accusationChains(from: "actor-1900", to: "actor-1951")
              { chains { length steps { accuser { id } accused { id } count accusations(limit: 1) { id matter } } } complete } }
            """,
            Chains("rel_ACCUSED"),
            """
            MATCH p = allShortestPaths((:Person {id: 'actor-1900'})-[:ACCUSED*..4]->(:Person {id: 'actor-1951'}))
            WITH p, [n IN nodes(p) | n.id] AS ids ORDER BY ids LIMIT 5
            RETURN ids, [r IN relationships(p) | [r.accusations, COLLECT { WITH startNode(r) AS x, endNode(r) AS y
                MATCH (x)-[:MADE]->(a:Accusation {act: 'ACCUSE'})-[:AGAINST]->(y) RETURN [a.id, a.matter] ORDER BY a.id LIMIT 1 }]]
            """),
        new(
            "chain: of acts of two years",
            """
            { accusationChains(from: "actor-1900", to: "actor-1951", where: { saidOn: { gte: "2022-01-01", lt: "2024-01-01" } })
              { chains { length steps { accuser { id } accused { id } count accusations(limit: 1) { id matter } } } complete } }
            """,
            Chains(
                "edges",
                """
                edges AS MATERIALIZED (SELECT m.__start AS __start, g.__end AS __end, count(DISTINCT a.__key) AS accusations FROM Accusation a
                    JOIN rel_MADE m ON m.__end = a.__key JOIN rel_AGAINST g ON g.__start = a.__key
                    WHERE a.saidOn >= '2022-01-01' AND a.saidOn < '2024-01-01' AND +a.act = 'ACCUSE' GROUP BY m.__start, g.__end),
                """,
                " AND a.saidOn >= '2022-01-01' AND a.saidOn < '2024-01-01'"),
            """
            MATCH p = ALL SHORTEST (:Person {id: 'actor-1900'})
                (()-[:MADE]->(c:Accusation WHERE c.act = 'ACCUSE' AND c.saidOn >= date('2022-01-01')
                    AND c.saidOn < date('2024-01-01'))-[:AGAINST]->()){1,4}
                (:Person {id: 'actor-1951'})
            WITH DISTINCT [n IN nodes(p) WHERE n:Actor] AS actors
            WITH actors, [n IN actors | n.id] AS ids ORDER BY ids LIMIT 5
            RETURN ids, [i IN range(1, size(actors) - 1) | COLLECT { WITH actors[i - 1] AS x, actors[i] AS y
                MATCH (x)-[:MADE]->(a:Accusation {act: 'ACCUSE'})-[:AGAINST]->(y) WHERE a.saidOn >= date('2022-01-01')
                    AND a.saidOn < date('2024-01-01')
                RETURN [a.id, a.matter] ORDER BY a.id }]
            """),
        new(
            "path: from an actor to a document",
            """
            { paths(from: { type: Person, id: "actor-1900" }, to: { type: Document, id: "doc-5" }, along: [MADE, AGAINST, EVIDENCED_BY,
                QUOTED_FROM])
              { paths { length nodes { id } steps { relationship direction } } complete } }
            """,
            """
            WITH ends AS MATERIALIZED (SELECT (SELECT __key FROM Actor WHERE id = 'actor-1900') AS a, (SELECT __key FROM Document
                WHERE id = 'doc-5') AS d),
            parties AS (SELECT __start AS actor, __end AS act FROM rel_MADE UNION ALL SELECT __end, __start FROM rel_AGAINST),
            reports AS MATERIALIZED (SELECT e.__start AS act, e.__end AS words FROM ends JOIN rel_QUOTED_FROM q ON q.__end = d
                JOIN rel_EVIDENCED_BY e ON e.__end = q.__start),
            short AS MATERIALIZED (SELECT 3 AS n, p.act, NULL AS other, NULL AS last, r.words FROM ends JOIN parties p ON p.actor = a
                JOIN reports r ON r.act = p.act),
            long AS (SELECT 5 AS n, p.act, o.actor, r.act, r.words FROM reports r CROSS JOIN parties o ON o.act = r.act
                CROSS JOIN parties s ON s.actor = o.actor
                JOIN parties p ON p.act = s.act AND p.actor = (SELECT a FROM ends) WHERE NOT EXISTS (SELECT 1 FROM short)
                AND o.actor <> (SELECT a FROM ends) AND p.act <> r.act)
            SELECT n, x.id, o.name, y.id, e.id FROM (SELECT * FROM short UNION ALL SELECT * FROM long) w JOIN Accusation x ON x.__key = w.act
            LEFT JOIN Actor o ON o.__key = w.other LEFT JOIN Accusation y ON y.__key = w.last JOIN Evidence e ON e.__key = w.words
            ORDER BY n, x.id, o.id, y.id, e.id LIMIT 3
            """,
            """
            MATCH p = allShortestPaths((:Person {id: 'actor-1900'})-[:MADE|AGAINST|EVIDENCED_BY|QUOTED_FROM*..6]-(:Document {id: 'doc-5'}))
            RETURN [n IN nodes(p) | n.id] AS ids, [r IN relationships(p) | type(r)] ORDER BY ids LIMIT 3
            """),
        new(
            "neighbourhood: of the busiest, folded",
            """
            { neighbourhood(of: [{ type: Person, id: "actor-0" }], fold: ACTS, along: [ACCUSED])
              { nodes { key caption degree } links { source target count } cut { shown total } } }
            """,
            """
            WITH me AS MATERIALIZED (SELECT __key AS k FROM Actor WHERE id = 'actor-0'),
            shown AS MATERIALIZED (SELECT k FROM me
                UNION SELECT * FROM (SELECT __end FROM me CROSS JOIN rel_ACCUSED ON __start = k
                    JOIN graph_degrees r ON r.node = __end
                    ORDER BY accusations DESC, r.degree + r.derived DESC, r.id LIMIT 25)
                UNION SELECT * FROM (SELECT __start FROM me CROSS JOIN rel_ACCUSED ON __end = k
                    JOIN graph_degrees r ON r.node = __start
                    ORDER BY accusations DESC, r.degree + r.derived DESC, r.id LIMIT 25)),
            tallies AS MATERIALIZED (SELECT k, (SELECT count(*) FROM rel_ACCUSED WHERE __start = k) AS made, (SELECT count(*)
                FROM rel_ACCUSED WHERE __end = k) AS met
                FROM shown)
            SELECT a.id, a.name, r.degree + r.derived AS degree, made, met, (SELECT count(DISTINCT __end) FROM rel_HELD WHERE __start = k),
                (SELECT count(*) FROM rel_BELONGS_TO WHERE __start = k), (SELECT count(*) FROM rel_BELONGS_TO WHERE __end = k),
                (SELECT count(*) FROM rel_OFFICE_OF WHERE __end = k), (SELECT count(*) FROM rel_PUBLISHED_BY WHERE __end = k),
                (SELECT json_group_array(json_array(__end, accusations)) FROM rel_ACCUSED WHERE __start = a.__key AND __end IN (SELECT k
                    FROM shown))
            FROM tallies JOIN Actor a ON a.__key = k CROSS JOIN graph_degrees r ON r.node = k
                ORDER BY degree DESC, a.id
            """,
            """
            MATCH (me:Person {id: 'actor-0'})
            WITH me, COLLECT { MATCH (me)-[t:ACCUSED]->(x) RETURN x ORDER BY t.accusations DESC, COUNT { (x)--() } DESC, x.id LIMIT 25 } AS out,
                COLLECT { MATCH (me)<-[t:ACCUSED]-(x) RETURN x ORDER BY t.accusations DESC, COUNT { (x)--() } DESC, x.id LIMIT 25 } AS back
            WITH [me] + out + back AS found UNWIND found AS x WITH collect(DISTINCT x) AS shown UNWIND shown AS x
            RETURN x.id, x.name, COUNT { (x)--() } AS degree, COLLECT { MATCH (x)-[t:ACCUSED]->(y) WHERE y IN shown
                RETURN [y.id, t.accusations] },
                COUNT { (x)-[:ACCUSED]->() }, COUNT { (x)<-[:ACCUSED]-() }, COUNT { (x)-[:HELD]->() }, COUNT { (x)-[:BELONGS_TO]->() },
                COUNT { (x)<-[:BELONGS_TO]-() }, COUNT { (x)<-[:OFFICE_OF]-() }, COUNT { (x)<-[:PUBLISHED_BY]-() } ORDER BY degree DESC, x.id
            """),
        new(
            "neighbourhood: of an act",
            """
            { neighbourhood(of: [{ type: Accusation, id: "acc-500" }])
              { nodes { key caption degree } links { id count } cut { node shown total } } }
            """,
            """
            WITH me AS MATERIALIZED (SELECT __key AS k FROM Accusation WHERE id = 'acc-500'),
            actors AS MATERIALIZED (SELECT m.__start AS k FROM me CROSS JOIN rel_MADE m ON m.__end = me.k UNION SELECT g.__end
                FROM me CROSS JOIN rel_AGAINST g ON g.__start = me.k),
            acts AS MATERIALIZED (SELECT k FROM me UNION SELECT r.__end FROM me CROSS JOIN rel_ANSWERS r ON r.__start = me.k
                UNION SELECT r.__start FROM me CROSS JOIN rel_ANSWERS r ON r.__end = me.k)
            SELECT a.id, a.name, r.degree + r.derived,
                (SELECT json_group_array(json_array(__end, accusations)) FROM rel_ACCUSED WHERE __start = k AND __end IN (SELECT k FROM actors)),
                (SELECT count(DISTINCT __end) FROM rel_MADE WHERE __start = k), (SELECT count(DISTINCT __start) FROM rel_AGAINST WHERE __end = k),
                (SELECT count(*) FROM rel_ACCUSED WHERE __start = k), (SELECT count(*) FROM rel_ACCUSED WHERE __end = k),
                (SELECT count(DISTINCT __end) FROM rel_HELD WHERE __start = k), (SELECT count(*) FROM rel_BELONGS_TO WHERE __start = k),
                (SELECT count(*) FROM rel_BELONGS_TO WHERE __end = k), (SELECT count(*) FROM rel_OFFICE_OF WHERE __end = k),
                (SELECT count(*) FROM rel_PUBLISHED_BY WHERE __end = k)
            FROM actors CROSS JOIN Actor a ON a.__key = k CROSS JOIN graph_degrees r ON r.node = k
            UNION ALL SELECT a.id, a.matter, r.degree, NULL, (SELECT count(DISTINCT __start) FROM rel_MADE WHERE __end = k),
                (SELECT count(DISTINCT __end) FROM rel_AGAINST WHERE __start = k), (SELECT count(*) FROM rel_ANSWERS WHERE __start = k),
                (SELECT count(*) FROM rel_ANSWERS WHERE __end = k), (SELECT count(*) FROM rel_EVIDENCED_BY WHERE __start = k),
                (SELECT json_group_array(__start) FROM rel_MADE WHERE __end = k AND __start IN (SELECT k FROM actors)),
                (SELECT json_group_array(__end) FROM rel_AGAINST WHERE __start = k AND __end IN (SELECT k FROM actors)),
                (SELECT json_group_array(__end) FROM rel_ANSWERS WHERE __start = k AND __end IN (SELECT k FROM acts)),
                (SELECT json_group_array(__end) FROM rel_ABOUT WHERE __start = k) FROM acts CROSS JOIN Accusation a ON a.__key = k
                CROSS JOIN graph_degrees r ON r.node = k
            UNION ALL SELECT c.id, c.text, r.degree, NULL, (SELECT count(*) FROM rel_ALLEGES WHERE __end = x.__end), 0, 0, 0, 0, 0, 0, 0, 0
                FROM me CROSS JOIN rel_ALLEGES x ON x.__start = k
                CROSS JOIN Claim c ON c.__key = x.__end
                CROSS JOIN graph_degrees r ON r.node = c.__key
            UNION ALL SELECT e.id, e.quote, r.degree, NULL, (SELECT count(*) FROM rel_QUOTED_FROM WHERE __start = x.__end), 0, 0, 0, 0, 0, 0, 0, 0
                FROM me CROSS JOIN rel_EVIDENCED_BY x ON x.__start = k
                CROSS JOIN Evidence e ON e.__key = x.__end
                CROSS JOIN graph_degrees r ON r.node = e.__key
            UNION ALL SELECT e.id, e.name, r.degree, NULL, (SELECT count(*) FROM rel_ABOUT WHERE __end = x.__end), 0, 0, 0, 0, 0, 0, 0, 0
                FROM me CROSS JOIN rel_ABOUT x ON x.__start = k CROSS JOIN Event e ON e.__key = x.__end
                CROSS JOIN graph_degrees r ON r.node = e.__key
            """,
            """
            MATCH (me:Accusation {id: 'acc-500'})
            WITH [me] + COLLECT { MATCH (me)--(x)
                RETURN DISTINCT x } AS found UNWIND found AS x WITH collect(DISTINCT x) AS shown UNWIND shown AS x
            RETURN x.id AS id, coalesce(x.name, x.matter, x.text, x.quote), COUNT { (x)--() } AS degree,
                COLLECT { MATCH (x)-[r]->(y) WHERE y IN shown RETURN [type(r), y.id] },
                COLLECT { MATCH (x)-[r]->(y) WITH type(r) AS type, count(DISTINCT y) AS total RETURN [type, total] },
                COLLECT { MATCH (x)<-[r]-(y) WITH type(r) AS type, count(DISTINCT y) AS total RETURN [type, total] } ORDER BY degree DESC, id
            """),
    ];

    private static RelationshipQuestion Thread(string kind, string act) => new(
        $"thread: a {kind} one",
        $$"""{ accusationThreads(where: { id: { eq: "{{act}}" } }) { size root { id } acts { depth act { id } } } }""",
        $"""
        WITH RECURSIVE up(k) AS (
            SELECT __key FROM Accusation WHERE id = '{act}' UNION SELECT __end FROM up JOIN rel_ANSWERS ON __start = k),
        down(k, depth) AS (
            SELECT k, 0 FROM up WHERE NOT EXISTS (SELECT 1 FROM rel_ANSWERS WHERE __start = k)
            UNION SELECT __start, depth + 1 FROM down JOIN rel_ANSWERS ON __end = k)
        SELECT count(*), json_group_array(json_array(depth, id) ORDER BY saidOn NULLS LAST, id) FROM down JOIN Accusation ON __key = k
        """,
        $$"""
        MATCH (:Accusation {id: '{{act}}'})-[:ANSWERS*0..]->(root:Accusation) WHERE NOT (root)-[:ANSWERS]->()
        MATCH p = (root)<-[:ANSWERS*0..]-(x) WITH root, length(p) AS depth, x ORDER BY x.saidOn, x.id
        RETURN root.id, count(*) AS size, collect([depth, x.id])
        """);

    // Of one, two or three steps: whoever knows the data knows that there are no longer ones.
    private static string Chains(string table, string before = "", string condition = "") => $"""
        WITH {before} ends AS MATERIALIZED (SELECT (SELECT __key FROM Actor WHERE id = 'actor-1900') AS a, (SELECT __key FROM Actor
            WHERE id = 'actor-1951') AS z),
        one AS MATERIALIZED (SELECT 1 AS n, NULL AS b, NULL AS c FROM ends JOIN {table} x ON x.__start = a AND x.__end = z),
        two AS MATERIALIZED (SELECT 2, x.__end, NULL FROM ends CROSS JOIN {table} x ON x.__start = a
            CROSS JOIN {table} y ON y.__start = x.__end AND y.__end = z
            WHERE x.__end NOT IN (a, z) AND NOT EXISTS (SELECT 1 FROM one)),
        three AS MATERIALIZED (SELECT 3, x.__end, y.__end FROM ends CROSS JOIN {table} x ON x.__start = a
            CROSS JOIN {table} y ON y.__start = x.__end CROSS JOIN {table} w ON w.__start = y.__end AND w.__end = z
                WHERE x.__end NOT IN (a, z) AND y.__end NOT IN (a, z) AND x.__end <> y.__end
            AND NOT EXISTS (SELECT 1 FROM one) AND NOT EXISTS (SELECT 1 FROM two)),
        best AS MATERIALIZED (SELECT n, b, c FROM (SELECT * FROM one UNION ALL SELECT * FROM two UNION ALL SELECT * FROM three)
            LEFT JOIN Actor p ON p.__key = b LEFT JOIN Actor q ON q.__key = c ORDER BY n, p.id, q.id LIMIT 5)
        SELECT n, (SELECT json_group_array(json_array(s.accusations, p.name, q.name, (
            SELECT min(a.id) || a.matter FROM rel_MADE m JOIN rel_AGAINST g ON g.__start = m.__end JOIN Accusation a ON a.__key = m.__end
            WHERE m.__start = s.__start AND g.__end = s.__end AND a.act = 'ACCUSE'{condition})))
            FROM {table} s JOIN Actor p ON p.__key = s.__start JOIN Actor q ON q.__key = s.__end
            WHERE (s.__start = a AND s.__end = ifnull(b, z)) OR (s.__start = b AND s.__end = ifnull(c, z)) OR (s.__start = c AND s.__end = z))
        FROM best JOIN ends
        """;
}

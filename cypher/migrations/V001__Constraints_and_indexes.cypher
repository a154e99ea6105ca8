// What the ontology demands of the database. Made from it; a test keeps them equal.

// The node that keeps counts beside the graph, and whose lock is the turn of the one writer.
CREATE CONSTRAINT graph_id IF NOT EXISTS FOR (n:_Graph) REQUIRE n.id IS UNIQUE;

CREATE CONSTRAINT Person_id IF NOT EXISTS FOR (n:Person) REQUIRE n.id IS UNIQUE;
CREATE INDEX Person_name IF NOT EXISTS FOR (n:Person) ON (n.name);
CREATE INDEX Person_wikidata IF NOT EXISTS FOR (n:Person) ON (n.wikidata);

CREATE CONSTRAINT State_id IF NOT EXISTS FOR (n:State) REQUIRE n.id IS UNIQUE;
CREATE INDEX State_name IF NOT EXISTS FOR (n:State) ON (n.name);
CREATE INDEX State_wikidata IF NOT EXISTS FOR (n:State) ON (n.wikidata);
CREATE INDEX State_iso3 IF NOT EXISTS FOR (n:State) ON (n.iso3);

CREATE CONSTRAINT Organization_id IF NOT EXISTS FOR (n:Organization) REQUIRE n.id IS UNIQUE;
CREATE INDEX Organization_name IF NOT EXISTS FOR (n:Organization) ON (n.name);
CREATE INDEX Organization_wikidata IF NOT EXISTS FOR (n:Organization) ON (n.wikidata);

CREATE CONSTRAINT Office_id IF NOT EXISTS FOR (n:Office) REQUIRE n.id IS UNIQUE;

CREATE CONSTRAINT Accusation_id IF NOT EXISTS FOR (n:Accusation) REQUIRE n.id IS UNIQUE;
CREATE INDEX Accusation_act IF NOT EXISTS FOR (n:Accusation) ON (n.act);
CREATE INDEX Accusation_saidOn IF NOT EXISTS FOR (n:Accusation) ON (n.saidOn);
CREATE INDEX Accusation_confidence IF NOT EXISTS FOR (n:Accusation) ON (n.confidence);

CREATE CONSTRAINT Claim_id IF NOT EXISTS FOR (n:Claim) REQUIRE n.id IS UNIQUE;

CREATE CONSTRAINT Evidence_id IF NOT EXISTS FOR (n:Evidence) REQUIRE n.id IS UNIQUE;

CREATE CONSTRAINT Document_id IF NOT EXISTS FOR (n:Document) REQUIRE n.id IS UNIQUE;
CREATE INDEX Document_url IF NOT EXISTS FOR (n:Document) ON (n.url);
CREATE INDEX Document_published IF NOT EXISTS FOR (n:Document) ON (n.published);

CREATE CONSTRAINT Event_id IF NOT EXISTS FOR (n:Event) REQUIRE n.id IS UNIQUE;
CREATE INDEX Event_name IF NOT EXISTS FOR (n:Event) ON (n.name);
CREATE INDEX Event_start IF NOT EXISTS FOR (n:Event) ON (n.start);

CREATE CONSTRAINT Place_id IF NOT EXISTS FOR (n:Place) REQUIRE n.id IS UNIQUE;
CREATE INDEX Place_name IF NOT EXISTS FOR (n:Place) ON (n.name);

CREATE CONSTRAINT Dataset_id IF NOT EXISTS FOR (n:Dataset) REQUIRE n.id IS UNIQUE;

CREATE CONSTRAINT Actor_id IF NOT EXISTS FOR (n:Actor) REQUIRE n.id IS UNIQUE;

CREATE FULLTEXT INDEX search IF NOT EXISTS
FOR (n:Person|State|Organization|Office|Accusation|Claim|Evidence|Document|Event|Place)
ON EACH [n.name, n.aliases, n.title, n.matter, n.text, n.quote]
OPTIONS {indexConfig: {`fulltext.eventually_consistent`: true}};

// What is kept of changes is found by its number, by its run and by its time, however much of it there is. The same for every ontology.
CREATE INDEX changes_first IF NOT EXISTS FOR (c:_Changes) ON (c.first);
CREATE INDEX changes_run IF NOT EXISTS FOR (c:_Changes) ON (c.run);
CREATE INDEX changes_at IF NOT EXISTS FOR (c:_Changes) ON (c.at);

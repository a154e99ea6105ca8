MATCH (n0:Actor)
WITH count(n0) AS total, [
  min(CASE WHEN n0.name IS NOT NULL THEN [size(n0.name), n0.name] END)[1],
  min(CASE WHEN n0.name IS NOT NULL THEN [-size(n0.name), n0.name] END)[1],
  min(size(n0.name)),
  avg(size(n0.name))
] AS aggregates
RETURN [null, null, aggregates] AS row

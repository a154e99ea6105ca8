// Accusations by month
// A table: acts of each kind by the month in which they were said; those without a day are left out.
MATCH (accusation:Accusation)
WHERE accusation.saidOn IS NOT NULL
RETURN date.truncate('month', accusation.saidOn) AS month, accusation.act AS act, count(*) AS accusations
ORDER BY month DESC, act

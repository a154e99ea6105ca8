RETURN [
  COUNT { MATCH (:Person) },
  COUNT { MATCH (:State) },
  COUNT { MATCH (:Organization) },
  COUNT { MATCH (:Office) },
  COUNT { MATCH (:Accusation) },
  COUNT { MATCH (:Claim) },
  COUNT { MATCH (:Evidence) },
  COUNT { MATCH (:Document) },
  COUNT { MATCH (:Event) },
  COUNT { MATCH (:Place) },
  COUNT { MATCH (:Dataset) }
] AS row

RETURN [
  COLLECT {
    MATCH (n0:Accusation)
    WHERE n0.saidOn IS NOT NULL
    RETURN n0.saidOn ORDER BY n0.saidOn DESC LIMIT 1
  }[0],
  COLLECT {
    MATCH (n1:Accusation)
    WHERE n1.importedAt IS NOT NULL
    RETURN n1.importedAt ORDER BY n1.importedAt DESC LIMIT 1
  }[0],
  COLLECT {
    MATCH (n2:Document)
    WHERE n2.published IS NOT NULL
    RETURN n2.published ORDER BY n2.published DESC LIMIT 1
  }[0],
  COLLECT {
    MATCH (n3:Event)
    WHERE n3.start IS NOT NULL
    RETURN n3.start ORDER BY n3.start DESC LIMIT 1
  }[0]
] AS row

RETURN [null, COUNT { MATCH (:Actor) }, [COUNT { MATCH (:Actor) }]] AS row

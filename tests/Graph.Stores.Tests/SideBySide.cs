// Most of these tests wait for a database.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]

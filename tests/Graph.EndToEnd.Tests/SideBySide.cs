// Most of these tests wait: for a child process, a server that starts, a browser. More of them at once than there are processors end sooner.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]

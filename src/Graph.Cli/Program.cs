using Graph.Cli;

UserWithoutHome.HasTheRootFolder();
return await GraphCommand.RunAsync(args);

using Graph.Cli;
using Graph.Cli.Output;

UserWithoutHome.HasTheRootFolder();
Utf8Output.Begin();
return await GraphCommand.RunAsync(args);

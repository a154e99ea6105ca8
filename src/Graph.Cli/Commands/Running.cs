using System.CommandLine;
using Graph.Model.Stores;

namespace Graph.Cli.Commands;

/// <summary>Turns what a command cannot do into a sentence on standard error and an exit code.</summary>
internal static class Running
{
    public static void Run(this Command command, Func<ParseResult, CancellationToken, Task<int>> action) =>
        command.SetAction(async (parsed, cancellationToken) =>
        {
            // The library listens for Ctrl+C only once the action has first yielded.
            await Task.Yield();
            try
            {
                return await action(parsed, cancellationToken);
            }
            catch (UsageException fault)
            {
                Console.Error.WriteLine(fault.Message);
                return ExitCode.WrongUsage;
            }
            catch (StoreException fault)
            {
                Console.Error.WriteLine(fault.Message);
                return ExitCode.Failed;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                Console.Error.WriteLine("Cancelled.");
                return ExitCode.Cancelled;
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine($"{fault.Message} Check the path and its permissions.");
                return ExitCode.Failed;
            }
        });
}

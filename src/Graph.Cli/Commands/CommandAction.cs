using System.CommandLine;
using Graph.Api;
using Graph.Cli.Output;
using Graph.GraphQL;
using Graph.Model.Stores;
using Graph.Server.Access;

namespace Graph.Cli.Commands;

/// <summary>Turns what a command cannot do into a sentence on standard error and an exit code.</summary>
internal static class CommandAction
{
    /// <summary>What a failure to write says where the disk is full: ENOSPC.</summary>
    private const int NoSpaceOnUnix = 28;

    /// <summary>The same on Windows: ERROR_DISK_FULL.</summary>
    private const int NoSpaceOnWindows = unchecked((int)0x80070070);

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
                Terminal.Say(fault.Message);
                return ExitCode.WrongUsage;
            }
            catch (CannotListenException fault)
            {
                Terminal.Say(fault.Message);
                return fault.IsWrongUsage ? ExitCode.WrongUsage : ExitCode.Failed;
            }
            catch (OntologyConflictException fault)
            {
                Terminal.Say(fault.Message);
                return ExitCode.WrongUsage;
            }
            catch (GraphQLException fault)
            {
                foreach (var error in fault.Errors) Terminal.Say(error);
                return ExitCode.WrongUsage;
            }
            catch (StoreException fault)
            {
                Terminal.Say(fault.Message);
                return ExitCode.Failed;
            }
            catch (InvalidDataException fault)
            {
                Terminal.Say(fault.Message);
                return ExitCode.Failed;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                Terminal.Say(Messages.Cancelled);
                return ExitCode.Cancelled;
            }
            catch (IOException fault) when (fault.HResult is NoSpaceOnUnix or NoSpaceOnWindows)
            {
                Terminal.Say(Messages.DiskFull);
                return ExitCode.Failed;
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                Terminal.Say(Messages.CheckPath(fault.Message));
                return ExitCode.Failed;
            }
        });
}

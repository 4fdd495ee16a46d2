using Supervision.Decisions;
using Supervision.Rules.Packs;

namespace Supervision.Console.Shell;

/// <summary>The last resort around every command: an exception becomes one line and an exit code.</summary>
internal static class Guard
{
    public static async Task<ExitCode> RunAsync(
        CommandRun run, Func<CommandRun, CancellationToken, Task<ExitCode>> body, CancellationToken cancellationToken)
    {
        try
        {
            return await body(run, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            run.Talk.Warn("interrupted");
            return ExitCode.Interrupted;
        }
        catch (RefusedException refused)
        {
            return run.Talk.Refuse(refused.Refusal);
        }
        catch (RulePackException broken)
        {
            return run.Talk.Report(broken.Errors);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException && PathIn(exception) is not null)
        {
            return run.Talk.Refuse(Refusal.Of("SUP1051", PathIn(exception)!));
        }
        catch (UnauthorizedAccessException denied) when (PathIn(denied) is { } path)
        {
            return run.Talk.Refuse(Refusal.Of("SUP9006", run.Texts.Format("file.denied", path)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return run.Talk.Refuse(Refusal.Of("SUP9006", exception.Message));
        }
#pragma warning disable CA1031 // Nothing may reach the user as a stack trace; --verbose shows the details.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return run.Talk.Fault(exception);
        }
    }

    // The runtime says it in English, the path between quotation marks.
    private static string? PathIn(Exception exception) => exception.Message.Split('\'') is [_, var path, _] ? path : null;
}

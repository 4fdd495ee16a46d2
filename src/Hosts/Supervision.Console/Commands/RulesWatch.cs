using System.CommandLine;
using System.Globalization;
using Supervision.Console.Policies;
using Supervision.Console.Shell;

namespace Supervision.Console.Commands;

/// <summary>Runs a check once, or again each time that a file of the folder changes, until the person stops it.</summary>
internal static class RulesWatch
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(300);

    public static Option<bool> Option() => new("--watch");

    /// <summary>The exit code of the last run. Without a folder there is nothing to watch: the built-in packs never change.</summary>
    public static async Task<ExitCode> RunAsync(
        CommandRun run, Argument<string?> folder, Option<bool> watch, Func<CommandRun, RulePackCheck, ExitCode> once, CancellationToken cancellationToken)
    {
        if (!RulesFolder.Exists(run, folder))
        {
            return ExitCode.Failed;
        }

        var path = run.Arguments.GetValue(folder);
        var last = Stamp(path);
        var result = once(run, RulePackCheck.Of(path));
        if (path is null || !run.Arguments.GetValue(watch))
        {
            return result;
        }

        run.Talk.Say("rules.watch", path);
        while (await WaitAsync(cancellationToken))
        {
            // Looked at rather than notified of: that works on every file system, and an editor that writes in pieces is waited for.
            var now = Stamp(path);
            if (now != last && await WaitAsync(cancellationToken) && Stamp(path) == now)
            {
                last = now;
                result = once(run, RulePackCheck.Of(path));
                run.Talk.Say("rules.watch", path);
            }
        }

        return result;
    }

    private static async Task<bool> WaitAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(s_look, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !cancellationToken.IsCancellationRequested;
    }

    private static string Stamp(string? folder) => folder is null || !Directory.Exists(folder) ? "" : string.Join('|', RulePackFiles.Names(folder)
        .Select(file => new FileInfo(file)).Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.Name}:{file.Length}:{file.LastWriteTimeUtc.Ticks}")));
}

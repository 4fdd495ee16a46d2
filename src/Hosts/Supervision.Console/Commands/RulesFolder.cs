using System.CommandLine;
using Supervision.Console.Shell;

namespace Supervision.Console.Commands;

/// <summary>The folder of rule packs that a rules command works on; the built-in packs when none is named.</summary>
internal static class RulesFolder
{
    public static Argument<string?> Argument() => new("FOLDER") { Arity = ArgumentArity.ZeroOrOne };

    /// <summary>False, with the reason said, when a folder was named that is not there.</summary>
    public static bool Exists(CommandRun run, Argument<string?> folder)
    {
        var path = run.Arguments.GetValue(folder);
        if (path is null || Directory.Exists(path))
        {
            return true;
        }

        run.Talk.Warn("rules.nofolder", path);
        return false;
    }
}

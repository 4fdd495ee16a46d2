using Supervision.Console.Shell;
using Supervision.Rules.Packs;
using Supervision.Rules.Testing;

namespace Supervision.Console.Policies;

/// <summary>One example of a pack in a file, as a command names it.</summary>
/// <param name="Pack">The pack.</param>
/// <param name="Passed">Whether the example passes.</param>
internal sealed record ExampleFile(RulePack Pack, bool Passed)
{
    /// <summary>Reads it; null, with the reason said and the exit code given, when the pack has errors or no such example.</summary>
    public static ExampleFile? Read(CommandRun run, string file, byte[] bytes, int number, out ExitCode exit)
    {
        RulePack pack;
        try
        {
            pack = RulePackLoader.Load(Path.GetFileName(file), bytes);
        }
        catch (RulePackException problem)
        {
            run.Talk.Report(problem.Errors);
            exit = ExitCode.ProblemsFound;
            return null;
        }

        var examples = RulePackExamples.Run(pack);
        if (number < 1 || number > examples.Count)
        {
            run.Talk.Warn("rules.explain.noexample", file, examples.Count);
            exit = ExitCode.Failed;
            return null;
        }

        exit = ExitCode.Ok;
        return new ExampleFile(pack, examples[number - 1].Passed);
    }
}

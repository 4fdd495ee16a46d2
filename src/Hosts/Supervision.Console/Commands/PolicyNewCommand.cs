using System.CommandLine;
using Supervision.Console.Shell;
using Supervision.Coordination;
using Supervision.Lists;

namespace Supervision.Console.Commands;

/// <summary>A first policy of the bureau's own to change: the shipped document as a file. What is law by period and amount is a rule pack (<see cref="RulesNewCommand"/>).</summary>
internal static class PolicyNewCommand
{
    private static readonly Dictionary<string, (string File, Func<string> Document)> s_policies = new(StringComparer.Ordinal)
    {
        ["lists"] = ("list-policy.json", () => ListPolicy.Shipped.Document),
        ["event-categories"] = ("event-categories.json", () => EventCategories.Shipped.Document),
    };

    public static Command Create(CommandFactory factory)
    {
        var name = new Argument<string>("POLICY");
        name.AcceptOnlyFromAmong([.. s_policies.Keys]);
        var folder = new Option<string>("--out") { HelpName = "FOLDER", DefaultValueFactory = _ => "." };
        return factory.Verb("policy.new", RunAsync, name, folder);

        Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var (file, document) = s_policies[run.Arguments.GetRequiredValue(name)];
            return NewFile.WriteAsync(run, "policy.new", run.Arguments.GetRequiredValue(folder), file, document(), cancellationToken);
        }
    }
}

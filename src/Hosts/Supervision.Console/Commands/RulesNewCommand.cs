using System.CommandLine;
using System.Text;
using Supervision.Console.Shell;

namespace Supervision.Console.Commands;

/// <summary>A first rule pack to change: the shipped one for the question, under a name of its own, with the schema by which an editor completes keys.</summary>
internal static class RulesNewCommand
{
    private static readonly Dictionary<string, string> s_templates = new(StringComparer.Ordinal)
    {
        ["credit"] = "yiwu-12-point-2026.1.yaml",
        ["risk"] = "credit-risk-class-2026.1.yaml",
        ["draw"] = "draw-ratios-2026.1.yaml",
    };

    public static Command Create(CommandFactory factory)
    {
        var name = new Argument<string>("POLICY");
        var question = new Option<string>("--question") { HelpName = "credit|risk|draw", DefaultValueFactory = _ => "credit" };
        question.AcceptOnlyFromAmong([.. s_templates.Keys]);
        var folder = new Option<string>("--out") { HelpName = "FOLDER", DefaultValueFactory = _ => "." };
        return factory.Verb("rules.new", RunAsync, name, question, folder);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var policy = run.Arguments.GetRequiredValue(name);
            if (policy.Length > 64 || !policy.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'))
            {
                run.Talk.Warn("rules.new.name", policy);
                return ExitCode.Usage;
            }

            var template = Encoding.UTF8.GetString(RulePackFiles.BuiltIn(s_templates[run.Arguments.GetRequiredValue(question)]));
            var where = run.Arguments.GetRequiredValue(folder);
            var written = await NewFile.WriteAsync(run, "rules.new", where, $"{policy}-1.yaml", Renamed(template, policy), cancellationToken);
            var schema = Path.Combine(where, RulePackFiles.Schema);
            if (written == ExitCode.Ok && !File.Exists(schema))
            {
                await File.WriteAllBytesAsync(schema, RulePackFiles.SchemaBytes(), cancellationToken);
            }

            return written;
        }
    }

    private static string Renamed(string template, string policy) => string.Join('\n', template.Split('\n').Select(line =>
        line.StartsWith("policy:", StringComparison.Ordinal) ? $"policy: {policy}"
        : line.StartsWith("version:", StringComparison.Ordinal) ? "version: \"1\""
        : line));
}

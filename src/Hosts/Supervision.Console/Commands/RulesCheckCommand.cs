using System.CommandLine;
using Supervision.Console.Policies;
using Supervision.Console.Shell;
using Supervision.Rules.Decisions;

namespace Supervision.Console.Commands;

/// <summary>Reads the rule packs of a folder and reports every error with its place.</summary>
internal static class RulesCheckCommand
{
    public static Command Create(CommandFactory factory)
    {
        var folder = RulesFolder.Argument();
        var watch = RulesWatch.Option();
        return factory.Verb("rules.check", RunAsync, folder, watch);

        Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken) =>
            RulesWatch.RunAsync(run, folder, watch, Once, cancellationToken);
    }

    private static ExitCode Once(CommandRun run, RulePackCheck check)
    {
        Show(run, check);
        return check.Errors.Count == 0 ? ExitCode.Ok : ExitCode.ProblemsFound;
    }

    private static void Show(CommandRun run, RulePackCheck check) => run.Output.Show(
        json =>
        {
            json.WriteStartArray("packs");
            foreach (var pack in check.Packs)
            {
                json.WriteStartObject();
                json.WriteString("policy", pack.Reference.Id);
                json.WriteString("version", pack.Reference.Version);
                json.WriteString("hash", pack.Reference.ContentHash);
                json.WriteString("effective", pack.Effective.ToString());
                json.WriteStartArray("gaps");
                foreach (var gap in TableGap.Of(pack))
                {
                    json.WriteStartObject();
                    json.WriteString("table", gap.Table);
                    json.WriteString("case", gap.Case);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("errors");
            foreach (var error in check.Errors)
            {
                json.WriteStartObject();
                json.WriteString("file", error.File);
                json.WriteNumber("line", error.Line);
                json.WriteNumber("column", error.Column);
                json.WriteString("path", error.Path);
                json.WriteString("code", error.Code);
                json.WriteString("text", error.Message.In(run.Texts.Culture));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        },
        output =>
        {
            foreach (var pack in check.Packs)
            {
                output.Line(run.Texts.Format("rules.check.pack", pack.Reference, pack.Effective, pack.Reference.ContentHash[..12], pack.Source));
                foreach (var gap in TableGap.Of(pack))
                {
                    output.Line(gap.Case.Length > 0
                        ? run.Texts.Format("rules.check.gap", gap.Table, gap.Case)
                        : run.Texts.Format("rules.check.toolarge", gap.Table));
                }
            }

            foreach (var error in check.Errors)
            {
                output.Line(error.In(run.Texts.Culture));
            }

            output.Line(run.Texts.Format("rules.check.done", check.Packs.Count, check.Errors.Count));
        });
}

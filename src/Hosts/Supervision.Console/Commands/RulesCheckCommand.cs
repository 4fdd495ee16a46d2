using System.CommandLine;
using Supervision.Console.Policies;
using Supervision.Console.Shell;
using Supervision.Rules.Decisions;
using Supervision.Rules.Dmn;

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
        return check.Errors.Count == 0 && !check.Models.SelectMany(one => one.Findings).Any(IsWrong) ? ExitCode.Ok : ExitCode.ProblemsFound;
    }

    // A gap is lawful, and what was not judged is not wrong; two rows for one case, or a row for none, are.
    private static bool IsWrong(DmnFinding finding) => finding.Kind is not (DmnFindingKind.Gap or DmnFindingKind.NotJudged);

    private static void Show(CommandRun run, RulePackCheck check) => run.Output.Show(
        json =>
        {
            json.WriteRows("packs", check.Packs, pack =>
            {
                json.WriteString("policy", pack.Reference.Id);
                json.WriteString("version", pack.Reference.Version);
                json.WriteString("hash", pack.Reference.ContentHash);
                json.WriteString("effective", pack.Effective.ToString());
                json.WriteRows("gaps", TableGap.Of(pack), gap =>
                {
                    json.WriteString("table", gap.Table);
                    json.WriteString("case", gap.Case);
                });
            });
            json.WriteRows("models", check.Models, one =>
            {
                json.WriteString("file", one.Name);
                json.WriteRows("findings", one.Findings, finding =>
                {
                    json.WriteString("table", finding.Table);
                    json.WriteString("kind", finding.Kind.ToString());
                    json.WriteStartArray("rows");
                    foreach (var row in finding.Rows)
                    {
                        json.WriteNumberValue(row);
                    }

                    json.WriteEndArray();
                    json.WriteString("case", finding.Case);
                });
            });
            json.WriteRows("errors", check.Errors, error =>
            {
                json.WriteString("file", error.File);
                json.WriteNumber("line", error.Line);
                json.WriteNumber("column", error.Column);
                json.WriteString("path", error.Path);
                json.WriteString("code", error.Code);
                json.WriteString("text", error.Message.In(run.Texts.Culture));
            });
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

            foreach (var (name, findings) in check.Models)
            {
                output.Line(run.Texts.Format("rules.check.model", name, findings.Count));
                foreach (var finding in findings)
                {
                    output.Line(finding.Kind == DmnFindingKind.Gap
                        ? run.Texts.Format("rules.check.gap", finding.Table, finding.Case)
                        : run.Texts.Format($"rules.check.{finding.Kind}", finding.Table, string.Join(", ", finding.Rows), finding.Case));
                }
            }

            foreach (var error in check.Errors)
            {
                output.Line(error.In(run.Texts.Culture));
            }

            output.Line(run.Texts.Format("rules.check.done", check.Packs.Count, check.Errors.Count));
        });
}

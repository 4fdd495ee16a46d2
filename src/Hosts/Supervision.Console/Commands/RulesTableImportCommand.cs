using System.CommandLine;
using System.Security.Cryptography;
using Supervision.Console.Policies;
using Supervision.Console.Shell;
using Supervision.Rules.Packs;
using Supervision.Rules.Tables;

namespace Supervision.Console.Commands;

/// <summary>Puts edited sheets back into a rule pack or DMN model; nothing is written when anything is wrong.</summary>
internal static class RulesTableImportCommand
{
    public static Command Create(CommandFactory factory)
    {
        var file = new Argument<string>("FILE");
        var sheet = new Argument<string[]>("SHEET") { Arity = ArgumentArity.OneOrMore };
        var to = new Option<string?>("--to") { HelpName = "FILE" };
        return factory.Verb("rules.table.import", RunAsync, file, sheet, to);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var path = run.Arguments.GetRequiredValue(file);
            var missing = run.Arguments.GetRequiredValue(sheet).Prepend(path).FirstOrDefault(one => !File.Exists(one));
            if (missing is not null)
            {
                run.Talk.Warn("rules.nofile", missing);
                return ExitCode.Failed;
            }

            var before = await File.ReadAllBytesAsync(path, cancellationToken);
            var after = before;
            var current = path;
            try
            {
                foreach (var one in run.Arguments.GetRequiredValue(sheet))
                {
                    current = one;
                    after = Sheets.Read(one).Aggregate(after, (bytes, table) => TableSheets.Import(Path.GetFileName(path), bytes, table));
                }
            }
            catch (RulePackException problem)
            {
                // The sheet has a line for the table's name above its columns.
                run.Talk.Report([.. problem.Errors.Select(error =>
                    error.Code.StartsWith("SUP560", StringComparison.Ordinal) ? error with { File = Path.GetFileName(current), Line = error.Line + 1 } : error)]);
                return ExitCode.ProblemsFound;
            }
            catch (SheetException problem)
            {
                run.Talk.Warn("rules.table.unreadable", current, run.Texts.Format(problem.Key, problem.Arguments));
                return ExitCode.ProblemsFound;
            }

            return await WriteAsync(run, run.Arguments.GetValue(to) ?? path, before, after, cancellationToken);
        }
    }

    private static async Task<ExitCode> WriteAsync(CommandRun run, string path, byte[] before, byte[] after, CancellationToken cancellationToken)
    {
        var changed = !before.AsSpan().SequenceEqual(after);
        if (changed || !File.Exists(path))
        {
            await WholeFile.WriteAsync(path, async stream =>
            {
                await stream.WriteAsync(after, cancellationToken);
                return true;
            });
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(after));
        run.Output.Show(
            json =>
            {
                json.WriteString("file", path);
                json.WriteBoolean("changed", changed);
                json.WriteString("hash", hash);
            },
            output => output.Line(run.Texts.Format(changed ? "rules.table.changed" : "rules.table.same", path, hash[..12])));
        return ExitCode.Ok;
    }
}

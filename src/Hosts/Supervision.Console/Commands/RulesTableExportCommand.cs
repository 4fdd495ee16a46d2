using System.CommandLine;
using Supervision.Console.Policies;
using Supervision.Console.Shell;
using Supervision.Rules.Packs;
using Supervision.Rules.Tables;

namespace Supervision.Console.Commands;

/// <summary>Writes the decision tables of a rule pack or DMN model as CSV files or as one workbook.</summary>
internal static class RulesTableExportCommand
{
    public static Command Create(CommandFactory factory)
    {
        var file = new Argument<string>("FILE");
        var format = new Option<string>("--format") { HelpName = "csv|xlsx", DefaultValueFactory = _ => "csv" };
        format.AcceptOnlyFromAmong("csv", "xlsx");
        var folder = OutOption.Create(".");
        return factory.Verb("rules.table.export", RunAsync, file, format, folder);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var path = run.Arguments.GetRequiredValue(file);
            if (!File.Exists(path))
            {
                run.Talk.Warn("rules.nofile", path);
                return ExitCode.Failed;
            }

            IReadOnlyList<TableSheet> sheets;
            try
            {
                sheets = TableSheets.Export(Path.GetFileName(path), await File.ReadAllBytesAsync(path, cancellationToken));
            }
            catch (RulePackException problem)
            {
                run.Talk.Report(problem.Errors);
                return ExitCode.ProblemsFound;
            }

            var made = Files(Path.GetFileNameWithoutExtension(path), run.Arguments.GetRequiredValue(format), sheets).ToList();
            var into = run.Arguments.GetRequiredValue(folder);
            Directory.CreateDirectory(into);
            foreach (var (name, bytes) in made)
            {
                await WholeFile.WriteAsync(Path.Combine(into, name), async stream =>
                {
                    await stream.WriteAsync(bytes, cancellationToken);
                    return true;
                });
            }

            run.Output.Show(
                json =>
                {
                    json.WriteStartArray("files");
                    foreach (var (name, _) in made)
                    {
                        json.WriteStringValue(Path.Combine(into, name));
                    }

                    json.WriteEndArray();
                    json.WriteNumber("tables", sheets.Count);
                },
                output =>
                {
                    foreach (var (name, _) in made)
                    {
                        output.Line(Path.Combine(into, name));
                    }
                });
            return ExitCode.Ok;
        }
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Files(string stem, string format, IReadOnlyList<TableSheet> sheets) =>
        format is "xlsx"
            ? [($"{stem}.xlsx", XlsxSheets.Write(sheets))]
            : sheets.Select(sheet => ($"{stem}.{Safe(sheet.Table)}.csv", CsvSheet.Write(sheet)));

    private static string Safe(string table) =>
        string.Concat(table.Select(letter => Path.GetInvalidFileNameChars().Contains(letter) || letter is '/' or '\\' or ':' ? '_' : letter));
}

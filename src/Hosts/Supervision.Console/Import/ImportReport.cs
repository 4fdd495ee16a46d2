using Supervision.Console.Shell;
using Supervision.Registry;

namespace Supervision.Console.Import;

/// <summary>What the imports of subjects and officers say alike.</summary>
internal static class ImportReport
{
    public static string RejectsPath(string file, string? asked) => asked ?? file + ".rejects.csv";

    public static void TellIgnored(CommandRun run, FieldMap map)
    {
        if (map.Ignored.Count > 0)
        {
            run.Talk.Say("import.ignored", string.Join(", ", map.Ignored));
        }
    }

    /// <summary>Shows the counts; rejects are problems that the import found.</summary>
    public static ExitCode Show(CommandRun run, string file, ImportResult result, string rejectsPath)
    {
        var saved = result.Saved;
        run.Output.Show(
            json =>
            {
                json.WriteString("file", file);
                json.WriteNumber("read", result.Read);
                json.WriteNumber("added", saved.Added);
                json.WriteNumber("changed", saved.Changed);
                json.WriteNumber("unchanged", saved.Unchanged);
                json.WriteNumber("rejected", result.Rejected);
                json.WriteString("rejectsFile", result.Rejected > 0 ? rejectsPath : null);
            },
            text => text.Line(run.Texts.Format(
                "import.done", result.Read, saved.Added, saved.Changed, saved.Unchanged, result.Rejected)));
        if (result.Rejected == 0)
        {
            return ExitCode.Ok;
        }

        run.Talk.Warn("import.rejected", result.Rejected, rejectsPath);
        return ExitCode.ProblemsFound;
    }
}

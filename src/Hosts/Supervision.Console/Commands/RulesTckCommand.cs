using System.CommandLine;
using Supervision.Console.Shell;
using Supervision.Rules.Dmn;

namespace Supervision.Console.Commands;

/// <summary>Runs a folder laid out like the DMN technology compatibility kit and counts what passed, group by group.</summary>
internal static class RulesTckCommand
{
    private const int MostFilesOfAGroup = 1_000;

    // now() and today() are what the caller says; the kit asks only for their types, and a run must be repeatable.
    private static readonly DateTimeOffset s_now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static Command Create(CommandFactory factory)
    {
        var folder = new Argument<string>("FOLDER");
        return factory.Verb("rules.tck", RunAsync, folder);

        Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var path = run.Arguments.GetRequiredValue(folder);
            if (!Directory.Exists(path))
            {
                run.Talk.Warn("rules.nofolder", path);
                return Task.FromResult(ExitCode.Failed);
            }

            var groups = new List<(string Name, IReadOnlyList<TckCase> Cases)>();
            foreach (var group in Groups(path))
            {
                cancellationToken.ThrowIfCancellationRequested();
                groups.Add((Path.GetRelativePath(path, group).Replace('\\', '/'), TckGroup.Run(Files(group), s_now)));
            }

            Show(run, groups);
            return Task.FromResult(groups.TrueForAll(group => group.Cases.All(one => one.Passed)) ? ExitCode.Ok : ExitCode.ProblemsFound);
        }
    }

    private static IEnumerable<string> Groups(string path) => Directory.EnumerateDirectories(path, "*", SearchOption.AllDirectories).Prepend(path)
        .Where(folder => Directory.EnumerateFiles(folder, "*.dmn").Any() && Directory.EnumerateFiles(folder, "*.xml").Any())
        .Order(StringComparer.Ordinal);

    private static Dictionary<string, ReadOnlyMemory<byte>> Files(string group) => Directory.EnumerateFiles(group)
        .Where(file => Path.GetExtension(file) is ".dmn" or ".xml").Order(StringComparer.Ordinal).Take(MostFilesOfAGroup)
        .ToDictionary(file => Path.GetFileName(file)!, file => (ReadOnlyMemory<byte>)File.ReadAllBytes(file), StringComparer.Ordinal);

    private static void Show(CommandRun run, List<(string Name, IReadOnlyList<TckCase> Cases)> groups)
    {
        var passed = groups.Sum(group => group.Cases.Count(one => one.Passed));
        var total = groups.Sum(group => group.Cases.Count);
        run.Output.Show(
            json =>
            {
                json.WriteNumber("passed", passed);
                json.WriteNumber("total", total);
                json.WriteStartArray("groups");
                foreach (var (name, cases) in groups)
                {
                    json.WriteStartObject();
                    json.WriteString("group", name);
                    json.WriteNumber("passed", cases.Count(one => one.Passed));
                    json.WriteNumber("total", cases.Count);
                    json.WriteStartArray("failures");
                    foreach (var one in cases.Where(one => !one.Passed))
                    {
                        json.WriteStartObject();
                        json.WriteString("file", one.File);
                        json.WriteString("case", one.Id);
                        json.WriteString("text", string.Join("; ", one.Failures));
                        json.WriteEndObject();
                    }

                    json.WriteEndArray();
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            },
            output =>
            {
                foreach (var (name, cases) in groups)
                {
                    output.Line(run.Texts.Format("rules.tck.group", cases.Count(one => one.Passed), cases.Count, name));
                    foreach (var one in cases.Where(one => !one.Passed))
                    {
                        output.Line($"    {one.Id}: {string.Join("; ", one.Failures)}");
                    }
                }

                output.Line(run.Texts.Format("rules.tck.done", passed, total, groups.Count));
            });
    }
}

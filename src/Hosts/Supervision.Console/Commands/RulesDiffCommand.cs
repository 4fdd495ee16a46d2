using System.CommandLine;
using Supervision.Console.Shell;
using Supervision.Rules.Differences;
using Supervision.Rules.Packs;

namespace Supervision.Console.Commands;

/// <summary>What two rule packs, or two folders of them, say differently. Ends with 3 when they differ, so that a script can ask.</summary>
internal static class RulesDiffCommand
{
    public static Command Create(CommandFactory factory)
    {
        var before = new Argument<string>("BEFORE");
        var after = new Argument<string>("AFTER");
        return factory.Verb("rules.diff", RunAsync, before, after);

        Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var (from, to) = (run.Arguments.GetRequiredValue(before), run.Arguments.GetRequiredValue(after));
            if (new[] { from, to }.FirstOrDefault(path => !File.Exists(path) && !Directory.Exists(path)) is { } missing)
            {
                run.Talk.Warn("rules.nofile", missing);
                return Task.FromResult(ExitCode.Failed);
            }

            List<(string Before, string After, IReadOnlyList<PackDifference> Differences)> packs;
            try
            {
                packs = [.. Pairs(from, to).Select(pair => (pair.Before.Name, pair.After.Name, Of(pair.Before, pair.After)))];
            }
            catch (RulePackException problem)
            {
                run.Talk.Report(problem.Errors);
                return Task.FromResult(ExitCode.ProblemsFound);
            }

            Show(run, packs);
            return Task.FromResult(packs.Sum(pack => pack.Differences.Count) == 0 ? ExitCode.Ok : ExitCode.ProblemsFound);
        }
    }

    private static IReadOnlyList<PackDifference> Of((string Name, byte[] Bytes) before, (string Name, byte[] Bytes) after) =>
        PackDiff.Of(before.Name, before.Bytes, after.Name, after.Bytes);

    // Folders by the names of their files; a pack that only one of them has is compared with an empty one.
    private static IEnumerable<((string Name, byte[] Bytes) Before, (string Name, byte[] Bytes) After)> Pairs(string before, string after)
    {
        if (File.Exists(before) && File.Exists(after))
        {
            return [((before, File.ReadAllBytes(before)), (after, File.ReadAllBytes(after)))];
        }

        var (from, to) = (Files(before), Files(after));
        return from.Keys.Union(to.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(name => ((name, from.GetValueOrDefault(name) ?? "{}"u8.ToArray()), (name, to.GetValueOrDefault(name) ?? "{}"u8.ToArray())));
    }

    private static Dictionary<string, byte[]> Files(string path) => File.Exists(path)
        ? new(StringComparer.Ordinal) { [Path.GetFileName(path)] = File.ReadAllBytes(path) }
        : RulePackFiles.Read(path).ToDictionary(file => file.Name, file => file.Bytes, StringComparer.Ordinal);

    private static void Show(CommandRun run, List<(string Before, string After, IReadOnlyList<PackDifference> Differences)> packs) => run.Output.Show(
        json =>
        {
            json.WriteStartArray("differences");
            foreach (var (before, after, differences) in packs)
            {
                foreach (var one in differences)
                {
                    json.WriteStartObject();
                    json.WriteString("before", before);
                    json.WriteString("after", after);
                    json.WriteString("area", one.Area.ToString());
                    json.WriteString("kind", one.Kind.ToString());
                    json.WriteString("path", one.Path);
                    json.WriteString("valueBefore", one.Before);
                    json.WriteString("valueAfter", one.After);
                    json.WriteNumber("lineBefore", one.LineBefore);
                    json.WriteNumber("lineAfter", one.LineAfter);
                    json.WriteEndObject();
                }
            }

            json.WriteEndArray();
        },
        output =>
        {
            foreach (var (before, after, differences) in packs.Where(pack => pack.Differences.Count > 0))
            {
                output.Line(run.Texts.Format("rules.diff.pack", Path.GetFileName(before), before, after));
                foreach (var area in differences.GroupBy(one => one.Area).OrderBy(area => area.Key))
                {
                    output.Line("  " + run.Texts[$"rules.diff.area.{area.Key}"]);
                    foreach (var one in area)
                    {
                        var key = one.Kind switch
                        {
                            DifferenceKind.Added => "rules.diff.added",
                            DifferenceKind.Removed => "rules.diff.removed",
                            DifferenceKind.Moved => "rules.diff.moved",
                            _ => "rules.diff.changed",
                        };
                        output.Line("    " + run.Texts.Format(key, one.Path, one.Before ?? "", one.After ?? ""));
                    }
                }
            }

            output.Line(run.Texts.Format("rules.diff.done", packs.Sum(pack => pack.Differences.Count)));
        });
}

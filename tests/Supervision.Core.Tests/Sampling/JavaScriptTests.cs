using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Supervision.Hashing;
using Supervision.Sampling;

namespace Supervision.Core.Tests.Sampling;

/// <summary>The verifier in JavaScript, which was written from the documents alone, against ours.</summary>
public sealed class JavaScriptTests : IDisposable
{
    private static readonly DateTimeOffset s_at = new(2026, 3, 10, 9, 0, 0, TimeSpan.FromHours(8));

    // The last letter or digit of a line, before its quote and comma.
    private static readonly Regex s_last = new("[0-9a-z](?=\"?,?$)", RegexOptions.None, TimeSpan.FromSeconds(5));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("supervision-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Vectors_FromTheJavaScriptModule_AreAllReproduced()
    {
        var (exitCode, output) = NodeProgram.Run("--test", "tests/javascript/vectors.test.mjs");
        Assert.True(exitCode == 0, output);
    }

    // Goal: both verifiers name the same first failed check, and all others. Method: honest bundles of every kind, every
    // forgery of DrawBundleTests, every line of every selection edited, every file missing or malformed, in one run of node.
    [Fact]
    public void Verify_HonestAndForgedBundles_AreJudgedTheSameByBothVerifiers()
    {
        var bundles = Honest().Concat(Forged()).ToList();
        Assert.Distinct(bundles.Select(bundle => bundle.Name));
        foreach (var (name, files) in bundles)
        {
            var folder = _folder.CreateSubdirectory(name);
            foreach (var (file, bytes) in files)
            {
                File.WriteAllBytes(Path.Combine(folder.FullName, file), bytes);
            }
        }

        var theirs = JudgedByNode();
        Assert.All(bundles, bundle => Assert.Equal(Ours(bundle.Files), theirs[bundle.Name]));
        Assert.All(Honest(), bundle => Assert.DoesNotContain(theirs[bundle.Name], check => check.EndsWith("failed", StringComparison.Ordinal)));
    }

    // Goal: one subject alone is told the same by both. Method: every subject's proof under every scheme, and each line
    // of some edited.
    [Fact]
    public void Verify_ProofsOfSubjects_AreJudgedTheSameByBothVerifiers()
    {
        var expected = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (number, method) in SchemeTests.Methods.Select(row => row.Data).Index())
        {
            var bundle = Draw(terms => terms with { Method = method, IsSalted = number % 2 == 0 });
            foreach (var record in bundle.Frame.Records)
            {
                using var file = new MemoryStream();
                SubjectProof.Of(bundle, record.Id).Write(file);
                File.WriteAllBytes(Path.Combine(_folder.FullName, $"{number}-{record.Id}.json"), file.ToArray());
                expected[$"{number}-{record.Id}.json"] = Ours(file.ToArray());
            }

            foreach (var id in new[] { bundle.Selection.SelectedIds[0], "91330782MA00000003", "91330782MA00000059" })
            {
                using var file = new MemoryStream();
                SubjectProof.Of(bundle, id).Write(file);
                var lines = Encoding.UTF8.GetString(file.ToArray()).Split('\n');
                for (var line = 0; line < lines.Length; line++)
                {
                    string[] edited = [.. lines[..line], s_last.Replace(lines[line], last => last.Value == "1" ? "2" : "1"), .. lines[(line + 1)..]];
                    var bytes = Encoding.UTF8.GetBytes(string.Join('\n', edited));
                    var name = $"{number}-{id}-{line}.json";
                    File.WriteAllBytes(Path.Combine(_folder.FullName, name), bytes);
                    expected[name] = Ours(bytes);
                }
            }
        }

        var theirs = JudgedByNode();
        Assert.All(expected, proof => Assert.Equal(proof.Value, theirs[proof.Key]));
    }

    private Dictionary<string, string[]> JudgedByNode()
    {
        var (exitCode, output) = NodeProgram.Run("tests/javascript/verify-many.mjs", _folder.FullName);
        Assert.True(exitCode == 0, output);
        return JsonSerializer.Deserialize<Dictionary<string, string[]>>(output)!;
    }

    private static string[] Ours(byte[] proof) =>
        SubjectProof.Read(new MemoryStream(proof)).TryGet(out var read, out _)
            ? [.. Ours(read.Verify()), read.IsDrawn is { } drawn ? drawn ? "true" : "false" : "null"]
            : ["unreadable"];

    private static string[] Ours(Dictionary<string, byte[]> files) =>
        Ours(BundleVerifier.Verify(name => files.TryGetValue(name, out var bytes) ? new MemoryStream(bytes) : null));

    // Every check that did not pass, with the first failure in front.
    private static string[] Ours(VerificationReport report) =>
    [
        .. report.Primary is { } primary ? [primary.Name] : Array.Empty<string>(),
        .. report.Checks.Where(check => check.Status != VerificationStatus.Passed)
            .Select(check => $"{check.Name} {check.Status switch { VerificationStatus.NotRun => "notRun", var s => s.ToString().ToLowerInvariant() }}"),
    ];

    private static IEnumerable<(string Name, Dictionary<string, byte[]> Files)> Honest()
    {
        yield return ("honest", Samples.Files(Samples.DrawAndMatch()));
        yield return ("honest-sm3", Samples.Files(Samples.DrawAndMatch(HashKind.Sm3)));
        yield return ("honest-draw", Samples.Files(Samples.Draw()));
        yield return ("salted", Files(Draw(terms => terms with { IsSalted = true }).Write, BundleForm.Auditor));
        yield return ("salted-public", Files(Draw(terms => terms with { IsSalted = true }).Write, BundleForm.Public));
        yield return ("opened", Samples.Files(Draw(terms => terms with { SealedSecret = 2 })));
        yield return ("sealed", Files((create, _) => Draw(terms => terms with { SealedSecret = 2 }).WriteSealed(create), BundleForm.Public));
        yield return ("redrawn", Samples.Files(Redrawn()));
        yield return ("match-salted", Samples.Files(Samples.DrawAndMatch(salted: true)));
        foreach (var (number, method) in SchemeTests.Methods.Select(row => row.Data).Index())
        {
            var bundle = Draw(terms => terms with { Method = method });
            yield return ($"scheme-{number}", Samples.Files(bundle));
            if (ReserveLog.Next(bundle.Selection, [], bundle.Selection.SelectedIds[0], "closed", "director", null, s_at).TryGet(out var use, out _))
            {
                yield return ($"scheme-{number}-reserve", Samples.Files(bundle with { Reserves = [use] }));
            }
        }

        yield return ("cycle", Cycle());
    }

    private static IEnumerable<(string Name, Dictionary<string, byte[]> Files)> Forged()
    {
        var honest = Honest().ToDictionary(bundle => bundle.Name, bundle => bundle.Files);
        var forgeries = typeof(DrawBundleTests).GetMethod(nameof(DrawBundleTests.Verify_TamperedBundle_NamesThePrimaryReason))!
            .GetCustomAttributes<InlineDataAttribute>().Select(row => row.Data).ToList();
        Assert.True(forgeries.Count > 30);
        foreach (var (number, row) in forgeries.Index())
        {
            var (file, pattern, replacement) = ((string)row[0]!, (string)row[1]!, (string)row[2]!);
            var times = pattern.StartsWith(@"""P-[0-9]", StringComparison.Ordinal) ? 99 : 1;
            var edited = new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(5))
                .Replace(Encoding.UTF8.GetString(honest["honest"][file]), replacement, times);
            yield return ($"forged-{number:D2}", With(honest["honest"], file, edited));
        }

        // Each line of a result, of the reveals and of the announcements, its last letter or digit changed.
        foreach (var (name, files) in honest.Where(bundle => !bundle.Key.StartsWith("honest-", StringComparison.Ordinal)))
        {
            foreach (var file in files.Keys.Where(file => !file.EndsWith(".csv", StringComparison.Ordinal) && file != BundleFile.FrameLeaves))
            {
                if (file is BundleFile.Announcement or BundleFile.FrameSummary or BundleFile.Reveal
                    && name.StartsWith("scheme-", StringComparison.Ordinal))
                {
                    continue;
                }

                var lines = Encoding.UTF8.GetString(files[file]).Split('\n');
                foreach (var line in Enumerable.Range(0, lines.Length).Where(line => s_last.IsMatch(lines[line]) && (lines.Length < 60 || line % 5 == 0)))
                {
                    var edited = s_last.Replace(lines[line], last => last.Value == "1" ? "2" : "1");
                    yield return ($"{name}-{file}-{line}", With(files, file, string.Join('\n', [.. lines[..line], edited, .. lines[(line + 1)..]])));
                }
            }
        }

        foreach (var name in new[] { "honest", "redrawn", "salted", "salted-public", "sealed", "opened", "cycle", "scheme-0-reserve" })
        {
            var files = honest[name];
            foreach (var file in files.Keys.Where(file => name == "honest" || !honest["honest"].ContainsKey(file)))
            {
                var text = Encoding.UTF8.GetString(files[file]);
                yield return ($"{name}-without-{file}", files.Where(other => other.Key != file).ToDictionary());
                yield return ($"{name}-empty-{file}", With(files, file, ""));
                yield return ($"{name}-noise-{file}", new(files, StringComparer.Ordinal) { [file] = [0xFF, 0xFE, 0x00] });
                yield return ($"{name}-other-{file}", With(files, file, "{}"));
                yield return ($"{name}-half-{file}", With(files, file, text[..(text.Length / 2)]));
                yield return ($"{name}-crlf-{file}", With(files, file, text.Replace("\n", "\r\n", StringComparison.Ordinal)));
            }
        }

        // Lists of the matching edited after the announcement; salts changed, left out, or there without being announced.
        var saltedMatch = honest["match-salted"];
        foreach (var file in new[] { "roster.csv", "tasks.csv", "recusals.csv" })
        {
            var plain = Encoding.UTF8.GetString(honest["honest"][file]);
            var text = Encoding.UTF8.GetString(saltedMatch[file]);
            yield return ($"salt-left-out-{file}", With(saltedMatch, file, plain));
            yield return ($"salt-too-many-{file}", With(honest["honest"], file, text));
            yield return ($"salt-edited-{file}", With(saltedMatch, file, text[..^2] + (text[^2] == '1' ? "2\n" : "1\n")));
            yield return ($"salt-short-{file}", With(saltedMatch, file, text[..^2] + "\n"));
            yield return ($"row-left-out-{file}", With(saltedMatch, file, text[..(text.TrimEnd('\n').LastIndexOf('\n') + 1)]));
        }

        // A property that stands twice: a reader that keeps the last one would see another file.
        yield return ("twice", With(honest["honest"], "selection.json", Encoding.UTF8.GetString(honest["honest"]["selection.json"])
            .Replace("\"rho\"", "\"rho\": 1,\n  \"rho\"", StringComparison.Ordinal)));
    }

    private static DrawBundle Redrawn()
    {
        var bundle = Samples.DrawAndMatch();
        var match = bundle.Match!;
        foreach (var task in match.Tasks.Take(4))
        {
            match = match.Redraw(task.Id, match.CurrentTeams.Single(team => team.TaskId == task.Id).Officers[^1], "ill", "张三", s_at).OrThrow();
        }

        return bundle with { Match = match };
    }

    private static Dictionary<string, byte[]> Cycle()
    {
        var opening = Draw(terms => terms with { Method = new RotationMethod { NPerCell = 13 } });
        var cycle = new DrawCycle(opening.Announcement, opening.Reveal);
        var terms = opening.Announcement.Terms with
        {
            Previous = opening.Announcement.Hash,
            Method = new RotationMethod
            {
                NPerCell = 13, Cycle = opening.Announcement.Hash, Cursors = ((RotationSelection)opening.Selection).NextCursors,
            },
        };
        return Samples.Files(DrawBundle.Run(Announcement.Create(terms), opening.Frame, Samples.Reveal, cycle));
    }

    private static DrawBundle Draw(Func<AnnouncementTerms, AnnouncementTerms> change)
    {
        var frame = Vector.Build(Samples.Records);
        var terms = change(Samples.Terms(frame));
        frame = terms.IsSalted ? frame.Salted(Samples.Bytes(7, 32)) : frame;
        return DrawBundle.Run(Announcement.Create(terms with { FrameRoot = frame.Root(terms.HashKind) }), frame, Samples.Reveal);
    }

    private static Dictionary<string, byte[]> Files(Action<Func<string, Stream>, BundleForm> write, BundleForm form)
    {
        var streams = new Dictionary<string, MemoryStream>(StringComparer.Ordinal);
        write(name => streams[name] = new MemoryStream(), form);
        return streams.ToDictionary(file => file.Key, file => file.Value.ToArray(), StringComparer.Ordinal);
    }

    private static Dictionary<string, byte[]> With(Dictionary<string, byte[]> files, string file, string text) =>
        new(files, StringComparer.Ordinal) { [file] = Encoding.UTF8.GetBytes(text) };
}

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
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("supervision-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Vectors_FromTheJavaScriptModule_AreAllReproduced()
    {
        var (exitCode, output) = NodeProgram.Run("--test", "tests/javascript/");
        Assert.True(exitCode == 0, output);
    }

    // Goal: both verifiers name the same first failed check. Method: every forgery of DrawBundleTests, every file missing
    // or malformed, and the honest bundles, in one run of node.
    [Fact]
    public void Verify_HonestAndForgedBundles_AreJudgedTheSameByBothVerifiers()
    {
        var bundles = Bundles().ToList();
        foreach (var (name, files) in bundles)
        {
            var folder = _folder.CreateSubdirectory(name);
            foreach (var (file, bytes) in files)
            {
                File.WriteAllBytes(Path.Combine(folder.FullName, file), bytes);
            }
        }

        var (exitCode, output) = NodeProgram.Run("tests/javascript/verify-many.mjs", _folder.FullName);
        Assert.True(exitCode == 0, output);
        var theirs = JsonSerializer.Deserialize<Dictionary<string, string[]>>(output)!;
        Assert.All(bundles, bundle => Assert.Equal(Ours(bundle.Files), theirs[bundle.Name]));
        Assert.Contains(bundles, bundle => theirs[bundle.Name].Length == 0);
    }

    // Every check that did not pass, with the first failure in front.
    private static string[] Ours(Dictionary<string, byte[]> files)
    {
        var report = BundleVerifier.Verify(name => files.TryGetValue(name, out var bytes) ? new MemoryStream(bytes) : null);
        return
        [
            .. report.Primary is { } primary ? [primary.Name] : Array.Empty<string>(),
            .. report.Checks.Where(check => check.Status != VerificationStatus.Passed)
                .Select(check => $"{check.Name} {(check.Status == VerificationStatus.Failed ? "failed" : "notRun")}"),
        ];
    }

    private static IEnumerable<(string Name, Dictionary<string, byte[]> Files)> Bundles()
    {
        var honest = Samples.Files(Samples.DrawAndMatch());
        yield return ("honest", honest);
        yield return ("honest-sm3", Samples.Files(Samples.DrawAndMatch(HashKind.Sm3)));
        yield return ("honest-draw", Samples.Files(Samples.Draw()));

        var forgeries = typeof(DrawBundleTests).GetMethod(nameof(DrawBundleTests.Verify_TamperedBundle_NamesThePrimaryReason))!
            .GetCustomAttributes<InlineDataAttribute>().Select(row => row.Data).ToList();
        Assert.True(forgeries.Count > 30);
        foreach (var (number, row) in forgeries.Index())
        {
            var (file, pattern, replacement) = ((string)row[0]!, (string)row[1]!, (string)row[2]!);
            var times = pattern.StartsWith(@"""P-[0-9]", StringComparison.Ordinal) ? 99 : 1;
            var edited = new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(5))
                .Replace(Encoding.UTF8.GetString(honest[file]), replacement, times);
            yield return ($"forged-{number:D2}", With(honest, file, Encoding.UTF8.GetBytes(edited)));
        }

        foreach (var file in honest.Keys)
        {
            yield return ($"without-{file}", honest.Where(other => other.Key != file).ToDictionary());
            yield return ($"empty-{file}", With(honest, file, []));
            yield return ($"noise-{file}", With(honest, file, [0xFF, 0xFE, 0x00]));
            yield return ($"other-{file}", With(honest, file, "{}"u8.ToArray()));
            yield return ($"half-{file}", With(honest, file, honest[file][..(honest[file].Length / 2)]));
            yield return ($"crlf-{file}", With(honest, file, Encoding.UTF8.GetBytes(
                Encoding.UTF8.GetString(honest[file]).Replace("\n", "\r\n", StringComparison.Ordinal))));
        }

        // A property that stands twice: a reader that keeps the last one would see another file.
        yield return ("twice", With(honest, "selection.json", Encoding.UTF8.GetBytes(
            Encoding.UTF8.GetString(honest["selection.json"]).Replace("\"rho\"", "\"rho\": 1,\n  \"rho\"", StringComparison.Ordinal))));
    }

    private static Dictionary<string, byte[]> With(Dictionary<string, byte[]> files, string file, byte[] bytes) =>
        new(files, StringComparer.Ordinal) { [file] = bytes };
}

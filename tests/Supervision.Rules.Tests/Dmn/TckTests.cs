using Supervision.Rules.Dmn;
using Supervision.Tests;

namespace Supervision.Rules.Tests.Dmn;

/// <summary>
/// The DMN technology compatibility kit: compliance level 2 in full, and the part of level 3 that lies in the shared folder.
/// Prints the measured share; docs/reference/feel.md says the same numbers. The 14 cases of level 3 that fail call Java.
/// </summary>
public sealed class TckTests(ITestOutputHelper output)
{
    private static readonly DateTimeOffset s_now = new(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void Level2_PassesInFull()
    {
        var (passed, total) = Run("compliance-level-2");
        Assert.Equal((116, 116), (passed, total));
    }

    [Fact]
    public void Level3_PassesButForExternalJava()
    {
        var (passed, total) = Run("compliance-level-3");
        Assert.Equal(1421, total);
        Assert.Equal(1407, passed);
    }

    private (int Passed, int Total) Run(string level)
    {
        var root = SharedData.PathTo("data", "dmn-tck", level);
        var passed = 0;
        var total = 0;
        foreach (var folder in Directory.GetDirectories(root).Order(StringComparer.Ordinal))
        {
            var files = Directory.GetFiles(folder).ToDictionary(
                file => Path.GetFileName(file)!, file => (ReadOnlyMemory<byte>)File.ReadAllBytes(file), StringComparer.Ordinal);
            var cases = TckGroup.Run(files, s_now);
            var good = cases.Count(one => one.Passed);
            passed += good;
            total += cases.Count;
            foreach (var one in cases.Where(one => !one.Passed && !folder.Contains("0076-feel-external-java", StringComparison.Ordinal)))
            {
                output.WriteLine($"{Path.GetFileName(folder)} {one.Id}: {string.Join("; ", one.Failures)}");
            }
        }

        output.WriteLine($"{level}: {passed} of {total} cases passed");
        TestContext.Current.SendDiagnosticMessage($"DMN TCK {level}: {passed} of {total} cases passed");
        return (passed, total);
    }
}

using System.Security.Cryptography;
using Supervision.Console.Shell;
using Supervision.Hosts.Tests.Support;
using Supervision.Registry;

namespace Supervision.Hosts.Tests.City;

public sealed class GenerateCityTests : IDisposable
{
    private const int Subjects = 30_000;
    private static readonly string[] s_files = ["subjects.csv", "officers.csv", "catalogue.json"];

    private readonly ConsoleRun _console = new();

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task Generate_SameSeed_GivesEqualBytes()
    {
        await GenerateAsync("a", "2026", 2_000);
        await GenerateAsync("b", "2026", 2_000);
        await GenerateAsync("c", "2027", 2_000);

        Assert.All(s_files, file => Assert.Equal(Hash("a", file), Hash("b", file)));
        Assert.NotEqual(Hash("a", "subjects.csv"), Hash("c", "subjects.csv"));
    }

    // Pinned: whoever published a figure on a generated city must be able to make the same city again.
    [Fact]
    public async Task Generate_PinnedSeed_GivesThePinnedBytes()
    {
        await GenerateAsync("a", "pinned", 1_000);

        Assert.Equal(
            "24cfab2fdde2db0d9cc1f19d4c924e771f89e5fcbba45ad7648b13fe6dd7eb93",
            Hash("a", "subjects.csv"));
    }

    [Fact]
    public async Task Generate_LongerCity_BeginsWithTheShorterOne()
    {
        await GenerateAsync("a", "2026", 500);
        await GenerateAsync("b", "2026", 1_500);

        Assert.StartsWith(
            await File.ReadAllTextAsync(_console.PathOf("a/subjects.csv")),
            await File.ReadAllTextAsync(_console.PathOf("b/subjects.csv")),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Generate_City_HasTheSharesAndIsImportedWithoutAReject()
    {
        await GenerateAsync("city", "2026", Subjects);
        Assert.Equal(ExitCode.Ok, await _console.RunAsync("import", "items", _console.PathOf("city/catalogue.json")));
        Assert.Equal(ExitCode.Ok, await _console.RunAsync("import", "officers", _console.PathOf("city/officers.csv")));
        Assert.Equal(ExitCode.Ok, await _console.RunAsync("import", "subjects", _console.PathOf("city/subjects.csv")));

        var subjects = _console.Store.Subjects.Values;
        Assert.Equal(Subjects, subjects.Count);
        var operators = subjects.Where(s => s.Kind != SubjectKind.Site).ToList();
        Assert.All(operators, s => Assert.Equal("999999", s.Uscc!.RegistrationDivisionCode));
        Assert.InRange(Subjects - operators.Count, 30, 300);
        Assert.All(subjects.Where(s => s.Kind == SubjectKind.Site), s => Assert.True(_console.Store.Subjects.ContainsKey(s.OperatorId!)));
        AssertShare(0.654, subjects.Count(s => s.DeliveredRiskClass == "A"));
        AssertShare(0.253, subjects.Count(s => s.DeliveredRiskClass == "B"));
        AssertShare(0.077, subjects.Count(s => s.DeliveredRiskClass == "C"));
        AssertShare(0.015, subjects.Count(s => s.DeliveredRiskClass == "D"));
        AssertShare(0.30, subjects.Count(s => s.Kind is SubjectKind.Enterprise or SubjectKind.Cooperative));
        AssertShare(0.03, subjects.Count(s => !s.IsDrawable));
        Assert.Equal(6, subjects.Select(s => s.DivisionCode).Distinct(StringComparer.Ordinal).Count());

        var officers = _console.Store.Officers.Values;
        Assert.Equal(1_000, officers.Count);
        Assert.InRange(officers.Count(o => o.CertificateNumber.Length == 0), 5, 40);
        Assert.InRange(officers.Count(o => o.CertificateNumber.Length > 0 && o.ValidTo.Year < 2026), 2, 30);
        Assert.Equal(25, _console.Store.Agencies.Count);
    }

    [Fact]
    public async Task Generate_Interrupted_LeavesNoHalfFile()
    {
        _console.Cancellation = new CancellationToken(canceled: true);

        Assert.Equal(ExitCode.Interrupted, await _console.RunAsync("generate", "city", "--out", _console.PathOf("city"), "--officers", "10"));
        Assert.False(File.Exists(_console.PathOf("city/subjects.csv")));
        Assert.Empty(Directory.EnumerateFiles(_console.PathOf("city"), "*.tmp"));
    }

    // Four standard deviations of a sample of this size, at least.
    private static void AssertShare(double expected, int count) =>
        Assert.InRange((double)count / Subjects, expected - 0.012, expected + 0.012);

    private async Task GenerateAsync(string folder, string seed, int subjects) =>
        Assert.Equal(ExitCode.Ok, await _console.RunAsync(
            "generate", "city", "--out", _console.PathOf(folder), "--seed", seed,
            "--subjects", subjects.ToString(), "--officers", "1000"));

    private string Hash(string folder, string file) =>
        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_console.PathOf($"{folder}/{file}"))));
}

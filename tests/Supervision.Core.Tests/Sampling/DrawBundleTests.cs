using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Supervision.Hashing;
using Supervision.Sampling;

namespace Supervision.Core.Tests.Sampling;

public sealed class DrawBundleTests
{
    private readonly Dictionary<string, byte[]> _files = Samples.Files(Samples.DrawAndMatch());

    [Theory]
    [InlineData(HashKind.Sha256)]
    [InlineData(HashKind.Sm3)]
    public void Verify_HonestBundle_PassesEveryCheck(HashKind kind)
    {
        var files = Samples.Files(Samples.DrawAndMatch(kind));
        Assert.Equal(BundleFile.OfDraw.Concat(BundleFile.OfMatching).Order(), files.Keys.Order());
        var report = Verify(files);
        Assert.Equal([], report.Checks.Where(check => check.Status != VerificationStatus.Passed).ToArray());
        Assert.True(report.IsVerified && report.HasMatching);
        Assert.Equal(report.Checks.Count, report.Checks.Select(check => check.Name).Distinct().Count());
    }

    [Fact]
    public void Verify_DrawWithoutMatching_Passes()
    {
        var report = Verify(Samples.Files(Samples.Draw()));
        Assert.True(report.IsVerified);
        Assert.False(report.HasMatching);
    }

    [Fact]
    public void Write_SameInputsInAnyOrder_GivesTheSameBytes()
    {
        var frame = Vector.Build(Samples.Records.Reverse());
        var again = DrawBundle.Run(Announcement.Create(Samples.Terms(frame)), frame, Samples.Reveal);
        Assert.All(Samples.Files(again), file => Assert.Equal(_files[file.Key], file.Value));
        Assert.All(_files.Values, bytes => Assert.DoesNotContain((byte)'\r', bytes));
    }

    // Goal: each tampering is refused, and its primary reason names what was touched. One edit a row.
    [Theory]
    [InlineData("frame.csv", @"\n91330782MA00000004,[^\n]*", "", "frame-root", "frame-count")]
    [InlineData("frame.csv", @"\z", "91330782MB00000000,H|330782|餐饮,1,0\n", "frame-root", "frame-count")]
    [InlineData("frame.csv", @"\n(91330782MA00000004,[^\n]*)", "\n$1\n$1", "frame-root", "frame-count")]
    [InlineData("frame.csv", @"(00000004,.*),5,0\n", "$1,6,0\n", "frame-root", null)]
    [InlineData("frame.csv", @"(00000004,.*),5,0\n", "$1,5,2\n", "frame-root", null)]
    [InlineData("frame.csv", @"(00000004,.*),5,0\n", "$1,0,0\n", "frame-root", "frame-rows")]
    [InlineData("frame.csv", @"00000005,L\|330783", "00000005,L|330784", "frame-root", "frame-summary")]
    [InlineData("frame.csv", @"00000005,L\|330783", "00000005,X|330784", "frame-root", "rates")]
    [InlineData("frame.csv", @"MA00000005,", "ma00000005,", "frame-root", "frame-rows")]
    [InlineData("frame.csv", @"\n(\S+00000000,[^\n]*)\n([^\n]*)", "\n$2\n$1", "frame-rows", null)]
    [InlineData("frame.csv", @"(00000004,.*),5,0\n", "$1,-5,0\n", "frame-file", null)]
    [InlineData("frame.csv", @"id,cell", "id;cell", "frame-file", null)]
    [InlineData("frame.json", @"""count"": 60", @"""count"": 61", "frame-summary", null)]
    [InlineData("reveal.json", @"01010101", "01010100", "commitments", "seed")]
    [InlineData("reveal.json", @"03030303", "03030300", "seed", "selection")]
    [InlineData("reveal.json", @"""seed"": ""....", @"""seed"": ""0000", "seed", null)]
    [InlineData("reveal.json", @"\[\s*""0303", @"[""00"", ""0303", "beacons", null)]
    [InlineData("reveal.json", @"""secrets"": \[\s*""(01)+"",", @"""secrets"": [", "commitments", "seed")]
    [InlineData("reveal.json", @"""seed"": ""....", @"""seed"": ""zzzz", "reveal-file", null)]
    [InlineData("announcement.txt", @"rate-1: 500000", "rate-1: 500001", "announcement-hash", "rates")]
    [InlineData("announcement.txt", @"room 3", "room 4", "announcement-hash", "seed")]
    [InlineData("announcement.txt", @"draw: ", "Draw: ", "announcement-file", null)]
    [InlineData("announcement.txt", @"\z", "seal: open\n", "announcement-file", null)]
    [InlineData("selection.json", @"""ppm"": 500000", @"""ppm"": 500001", "rates", "cells")]
    [InlineData("selection.json", @"""last"": ""....", @"""last"": ""0000", "cells", null)]
    [InlineData("selection.json", @",\s*""[^""]*""\s*\]", "]", "selection", null)]
    [InlineData("matching.json", @"""task"": ""T-000"",\s*""officers"": \[\s*""P-..""", @"""task"": ""T-000"", ""officers"": [""P-99""", "matching", "team-officers")]
    [InlineData("matching.json", @"""task"": ""T-000"",\s*""officers"": \[\s*""P-..""", @"""task"": ""T-000"", ""officers"": [""P-00""", "matching", "team-recusal")]
    [InlineData("matching.json", @"""officers"": \[\s*""P-.."",\s*(""P-.."")", @"""officers"": [$1, $1", "matching", "team-distinct")]
    [InlineData("matching.json", @"""officers"": \[\s*""P-.."",\s*""P-..""", @"""officers"": [""P-06"", ""P-08""", "matching", "team-qualified")]
    [InlineData("matching.json", @"""P-[0-9]([02468])""", @"""P-00""", "matching", "load-cap")]
    [InlineData("matching.json", @"(""officers"": \[\s*)(""P-.."")(,\s*)(""P-.."")", "$1$4$3$2", "matching", null)]
    [InlineData("matching.json", @"\{", "[", "matching-file", null)]
    [InlineData("match-announcement.txt", @"cap: 8", "cap: 9", "match-announcement-hash", "match-seed")]
    [InlineData("match-announcement.txt", @"of-draw: ....", "of-draw: 0000", "match-announcement-hash", "match-of-draw")]
    [InlineData("match-reveal.json", @"04040404", "04040400", "match-commitments", "match-seed")]
    [InlineData("match-reveal.json", @"06060606", "06060600", "match-seed", "matching")]
    [InlineData("roster.csv", @"P-00,部门0,[^,\n]*", "P-00,部门0,food", "roster-file", null)]
    [InlineData("roster.csv", @"P-06,部门0,", "P-06,部门0,food", "roster-root", null)]
    [InlineData("roster.csv", @"P-06,", "P-05,", "match-input", null)]
    [InlineData("tasks.csv", @"(T-000,[^,]*),部门0", "$1,部门1", "task-list-root", null)]
    [InlineData("tasks.csv", @"(T-001),[^,]*,", "$1,91330782MA00000003,", "task-list-root", "task-subjects")]
    [InlineData("recusals.csv", @"P-00,T-000\n", "", "recusal-root", null)]
    [InlineData("recusals.csv", @"P-00,T-000", "P-77,T-000", "match-input", null)]
    public void Verify_TamperedBundle_NamesThePrimaryReason(
        string file, string pattern, string replacement, string primary, string? also)
    {
        var text = Encoding.UTF8.GetString(_files[file]);
        var edited = new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(5))
            .Replace(text, replacement, pattern.StartsWith(@"""P-[0-9]", StringComparison.Ordinal) ? 99 : 1);
        Assert.NotEqual(text, edited);
        _files[file] = Encoding.UTF8.GetBytes(edited);

        var report = Verify(_files);
        Assert.False(report.IsVerified);
        Assert.Equal(primary, report.Primary?.Name);
        Assert.True(also is null || report.Failures.Any(check => check.Name == also), $"{also} is not among the failures");
    }

    [Fact]
    public void Verify_AnyFileMissing_IsAFailureNamedAfterIt()
    {
        foreach (var file in BundleFile.OfDraw.Concat(BundleFile.OfMatching))
        {
            var report = Verify(_files.Where(other => other.Key != file).ToDictionary());
            Assert.EndsWith("-file", report.Primary?.Name, StringComparison.Ordinal);
            Assert.Equal([file], report.Primary!.Text.Arguments);
        }
    }

    // Goal: no file can make the verifier throw. Method: each file empty, cut in half, as noise, and as other JSON.
    [Fact]
    public void Verify_AnyFileMalformed_IsARefusalNeverAnException()
    {
        byte[][] noise = [[], [0xFF, 0xFE, 0x00], "null\n"u8.ToArray(), "{}"u8.ToArray(), "\"\n"u8.ToArray()];
        foreach (var (file, bytes) in _files.ToArray())
        {
            foreach (var bad in noise.Append(bytes[..(bytes.Length / 2)]))
            {
                _files[file] = bad;
                Assert.NotNull(Verify(_files).Primary);
            }

            _files[file] = bytes;
        }
    }

    [Fact]
    public void Verify_UnreadableFile_IsANamedFailure() => Assert.Equal(
        "announcement-file",
        BundleVerifier.Verify(name => throw new IOException($"cannot open {name}")).Primary?.Name);

    [Fact]
    public void Verify_EveryCheck_HasATextInBothLanguages()
    {
        foreach (var check in Verify(_files).Checks.Where(check => !check.Name.EndsWith("-file", StringComparison.Ordinal)))
        {
            foreach (var key in new[] { $"verify.{check.Name}", $"verify.{check.Name}.failed" })
            {
                var message = Supervision.Decisions.Message.Of(key, "one", "two");
                var (chinese, english) = (message.In(CultureInfo.GetCultureInfo("zh-CN")), message.In(CultureInfo.GetCultureInfo("en")));
                Assert.NotEqual(chinese, english);
                Assert.DoesNotContain("verify.", english, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Run_AnotherFrameThanAnnounced_Throws()
    {
        var announcement = Announcement.Create(Samples.Terms(Vector.Build(Samples.Records)));
        var other = Vector.Build(Samples.Records.Skip(1));
        Assert.StartsWith("SUP4035", Assert.Throws<ArgumentException>(
            () => DrawBundle.Run(announcement, other, Samples.Reveal)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_SecretsOrBeaconsOtherThanAnnounced_Throws()
    {
        var frame = Vector.Build(Samples.Records);
        var announcement = Announcement.Create(Samples.Terms(frame));
        var (secrets, beacons) = (Samples.Reveal.Secrets, Samples.Reveal.Beacons);
        DrawReveal[] wrong =
        [
            new([.. secrets.Reverse()], beacons),
            new([secrets[0]], beacons),
            new(secrets, [.. beacons, .. beacons]),
        ];
        Assert.All(wrong, reveal => Assert.StartsWith("SUP4034", Assert.Throws<ArgumentException>(
            () => DrawBundle.Run(announcement, frame, reveal)).Message, StringComparison.Ordinal));
    }

    private static VerificationReport Verify(Dictionary<string, byte[]> files) =>
        BundleVerifier.Verify(name => files.TryGetValue(name, out var bytes) ? new MemoryStream(bytes) : null);
}

using System.Text;
using System.Text.RegularExpressions;
using Supervision.Hashing;
using Supervision.Sampling;

namespace Supervision.Core.Tests.Sampling;

// What holds for every scheme: its announcement, its bundle, its reserves.
public sealed class SchemeTests
{
    private static readonly DrawRates s_rates = new([new(500_000, "H"), new(200_000, "M"), new(900_000, "L")]);

    public static TheoryData<DrawMethod> Methods { get; } =
    [
        new TierSrsMethod(s_rates, MinPerCell: 2),
        new PoissonMethod(s_rates),
        new ParetoMethod(17),
        new SequentialPoissonMethod(17),
        new PivotalMethod(17),
        new LotsMethod(17),
        new FullCoverageMethod(),
        new RotationMethod { Rates = s_rates, MinPerCell = 1 },
        new RotationMethod { NPerCell = 3 },
    ];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Write_AnyScheme_IsReadBackAndVerified(DrawMethod method)
    {
        var bundle = Draw(method);
        var read = Announcement.Parse(bundle.Announcement.Bytes.Span).OrThrow();
        Assert.Equal(method.Scheme, read.Terms.Method.Scheme);
        Assert.Equal(bundle.Announcement.Bytes.ToArray(), Announcement.Create(read.Terms).Bytes.ToArray());
        Assert.NotEmpty(bundle.Selection.SelectedIds);
        var report = Verify(Samples.Files(bundle));
        Assert.Equal([], report.Checks.Where(check => check.Status != VerificationStatus.Passed).ToArray());
    }

    // Goal: the published list and every published cut are compared. Method: each line of selection.json, edited.
    [Theory]
    [MemberData(nameof(Methods))]
    public void Verify_AnyValueOfSelectionEdited_IsNamed(DrawMethod method)
    {
        var files = Samples.Files(Draw(method));
        var text = Encoding.UTF8.GetString(files[BundleFile.Selection]);
        foreach (var line in text.Split('\n').Where(line => Regex.IsMatch(line, "[0-9a-z]\"?,?$") && !line.Contains("format", StringComparison.Ordinal)))
        {
            var edited = Regex.Replace(line, "[0-9a-z](?=\"?,?$)", last => last.Value == "1" ? "2" : "1");
            files[BundleFile.Selection] = Encoding.UTF8.GetBytes(text.Replace(line, edited, StringComparison.Ordinal));
            Assert.False(Verify(files).IsVerified, edited);
        }
    }

    [Fact]
    public void Parse_LineOfAnotherScheme_IsRefused()
    {
        foreach (var method in Methods.Select(row => row.Data))
        {
            var text = Encoding.UTF8.GetString(Draw(method).Announcement.Bytes.Span);
            foreach (var line in new[] { "n: 4", "rate-1: 5 H", "min-per-cell: 0", "n-per-cell: 2", "cycle: opens", "cursor-1: 0 0 H" })
            {
                var key = line.Split(':')[0];
                if (!text.Contains($"\n{key}: ", StringComparison.Ordinal))
                {
                    Assert.Equal("SUP4026", Announcement.Parse(Encoding.UTF8.GetBytes($"{text}{line}\n")).Refusal?.Code);
                }
            }
        }
    }

    [Fact]
    public void Select_LotsOfTooMuchWeight_IsRefusedWithTheSubject()
    {
        var frame = Vector.Build([new("A", "x", 65_536, 0), new("B", "x", 65_537, 1)]);
        Assert.Equal(["A"], new LotsMethod(5).Select(frame, s_keys).SelectedIds);
        var heavy = Vector.Build([new("A", "x", 1, 0), new("B", "x", 65_537, 0)]);
        var fault = Assert.Throws<ArgumentException>(() => new LotsMethod(1).Select(heavy, s_keys));
        Assert.StartsWith("SUP4016", fault.Message, StringComparison.Ordinal);
        Assert.Contains("'B'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Select_RotationOfACycleWithoutItsSeed_IsRefused() =>
        Assert.StartsWith("SUP4018", Assert.Throws<ArgumentException>(() =>
            new RotationMethod { NPerCell = 1, Cycle = Hash.Of(HashKind.Sha256, "x"u8) }
                .Select(Vector.Build(Samples.Records), s_keys)).Message, StringComparison.Ordinal);

    // Goal: a whole round of a rotation meets everybody exactly once; whoever is met after it is marked.
    [Fact]
    public void Select_RotationThroughACycle_MeetsEverybodyOnceThenMarks()
    {
        var frame = Vector.Build(Enumerable.Range(0, 11).Select(i => new FrameRecord($"S{i:D2}", "c", 1, 0)));
        var method = new RotationMethod { NPerCell = 3 };
        var met = new List<string>();
        for (var draw = 0; draw < 12; draw++)
        {
            var selection = (RotationSelection)method.Select(frame, s_keys);
            Assert.Equal(selection.SelectedIds.Where(met.Contains), selection.AgainIds);
            met.AddRange(selection.SelectedIds);
            method = method with { Cursors = selection.NextCursors };

            // The cursor has gone past its start as soon as the first of a new round was met.
            Assert.Equal((met.Count - 1) / 11, Assert.Single(selection.NextCursors).Laps);
        }

        Assert.All(met.GroupBy(id => id), visits => Assert.InRange(visits.Count(), 3, 4));
    }

    // Goal: a reserve is the one who would have been drawn with one more place.
    [Theory]
    [InlineData("pareto")]
    [InlineData("seq-poisson")]
    [InlineData("lots")]
    public void Reserve_OfAnOrder_IsWhoComesNext(string scheme)
    {
        var frame = Vector.Build(Enumerable.Range(0, 40).Select(i => new FrameRecord($"S{i:D2}", $"c{i % 3}", 1, 0)));
        DrawMethod Of(int n) => scheme switch { "pareto" => new ParetoMethod(n), "lots" => new LotsMethod(n), _ => new SequentialPoissonMethod(n) };
        var selection = Of(10).Select(frame, s_keys);
        foreach (var (index, reserve) in selection.Reserve("c0", 5).Index())
        {
            Assert.Contains(reserve, Of(11 + index).Select(frame, s_keys).SelectedIds);
            Assert.DoesNotContain(reserve, Of(10 + index).Select(frame, s_keys).SelectedIds);
        }

        Assert.Equal(30, selection.Reserve("c1", 100).Count);
        Assert.Empty(new PivotalMethod(10).Select(frame, s_keys).Reserve("c1", 5));
    }

    // w·n = W takes; each pass uses the n and W of before it; what is left over when all are taken stays in n.
    [Theory]
    [InlineData("2 1 1", 2, "S0", 1, 2)]
    [InlineData("100 10 1 1 1", 3, "S0 S1", 1, 3)]
    [InlineData("5 4 3", 3, "S0 S1 S2", 0, 0)]
    [InlineData("5 4 3", 7, "S0 S1 S2", 4, 0)]
    [InlineData("1 1 1", 0, "", 0, 3)]
    public void From_TakeAll_PassByPass(string weights, int n, string taken, int left, long weight)
    {
        var frame = Vector.Build(weights.Split(' ').Select((text, i) => new FrameRecord(
            $"S{i}", "c", uint.Parse(text, System.Globalization.CultureInfo.InvariantCulture), 0)));
        var takeAll = TakeAll.From(frame, n);
        Assert.Equal(taken, string.Join(' ', takeAll.Taken.Order().Select(frame.IdAt)));
        Assert.Equal((left, weight), (takeAll.N, takeAll.Weight));
        Assert.Equal(frame.Count - takeAll.Taken.Count, takeAll.Rest.Length);
    }

    private static readonly DrawKeys s_keys = new(HashKind.Sha256, Hash.Of(HashKind.Sha256, "scheme tests"u8));

    private static DrawBundle Draw(DrawMethod method)
    {
        var frame = Vector.Build(Samples.Records);
        return DrawBundle.Run(Announcement.Create(Samples.Terms(frame) with { Method = method }), frame, Samples.Reveal);
    }

    private static VerificationReport Verify(Dictionary<string, byte[]> files) =>
        BundleVerifier.Verify(name => files.TryGetValue(name, out var bytes) ? new MemoryStream(bytes) : null);
}

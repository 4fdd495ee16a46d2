using System.Text;
using Supervision.Hashing;
using Supervision.Sampling;

namespace Supervision.Core.Tests.Sampling;

public sealed class ReserveAndCycleTests
{
    private static readonly DateTimeOffset s_at = new(2026, 3, 10, 9, 0, 0, TimeSpan.FromHours(8));

    // Goal: reserves come in one order, and nobody else moves. Method: replace every second drawn subject, then a reserve.
    [Theory]
    [MemberData(nameof(SchemeTests.Methods), MemberType = typeof(SchemeTests))]
    public void Next_AnyScheme_UsesReservesInOrderAndChangesNoOtherPick(DrawMethod method)
    {
        var bundle = Draw(method);
        var uses = new List<ReserveUse>();
        var standing = bundle.Selection.SelectedIds;
        foreach (var replaced in bundle.Selection.SelectedIds.Where((_, index) => index % 2 == 0))
        {
            var next = ReserveLog.Next(bundle.Selection, uses, replaced, "closed", "director", null, s_at);
            if (!next.TryGet(out var use, out var refusal))
            {
                Assert.Equal("SUP4213", refusal.Code);
                continue;
            }

            uses.Add(use);
            var after = ReserveLog.After(bundle.Selection, uses);
            Assert.Equal(standing.Where(id => id != replaced).Append(use.By).Order(StringComparer.Ordinal), after);
            standing = after;
        }

        var cells = uses.GroupBy(use => method is TierSrsMethod or RotationMethod ? use.Cell : "");
        Assert.All(cells, cell => Assert.Equal(
            bundle.Selection.Reserve(cell.First().Cell, cell.Count()), cell.Select(use => use.By)));
        Assert.Equal(method is PivotalMethod or PoissonMethod or FullCoverageMethod, uses.Count == 0);
        Assert.Equal(uses.Count == 0, !Samples.Files(bundle with { Reserves = uses }).ContainsKey(BundleFile.Reserves));
        Assert.True(Verify(Samples.Files(bundle with { Reserves = uses })).IsVerified);
    }

    [Fact]
    public void Next_WithoutReasonOrApproverOrForSomebodyElse_IsRefused()
    {
        var selection = Draw(new ParetoMethod(5)).Selection;
        var drawn = selection.SelectedIds[0];
        string? Code(string id, string reason, string approver, params ReserveUse[] used) =>
            ReserveLog.Next(selection, used, id, reason, approver, null, s_at).Refusal?.Code;
        Assert.Equal("SUP4211", Code(drawn, " ", "director"));
        Assert.Equal("SUP4211", Code(drawn, "closed", ""));
        Assert.Equal("SUP4212", Code(selection.Reserve("L|330783", 1)[0], "closed", "director"));
        var use = ReserveLog.Next(selection, [], drawn, "closed", "director", null, s_at).OrThrow();
        Assert.Equal("SUP4212", Code(drawn, "closed", "director", use));
        Assert.Null(Code(use.By, "closed too", "director", use));
    }

    // Threat: a reserve taken out of order, or a use without approver, or a file of another draw.
    [Fact]
    public void Verify_ReserveOutOfOrder_IsNamed()
    {
        var bundle = Draw(new TierSrsMethod(new DrawRates([new(200_000, "H"), new(200_000, "M"), new(200_000, "L")])));
        var use = ReserveLog.Next(bundle.Selection, [], bundle.Selection.SelectedIds[0], "closed", "director", Hash.Of(HashKind.Sha256, "photo"u8), s_at).OrThrow();
        Assert.True(Verify(Samples.Files(bundle with { Reserves = [use] })).IsVerified);
        var second = bundle.Selection.Reserve(use.Cell, 2)[1];
        Assert.Equal("reserves", Verify(Samples.Files(bundle with { Reserves = [use with { By = second }] })).Primary?.Name);
        Assert.Equal("reserves", Verify(Samples.Files(bundle with { Reserves = [use with { Approver = "" }] })).Primary?.Name);
        Assert.Equal("reserves", Verify(Samples.Files(bundle with { Reserves = [use, use] })).Primary?.Name);
        var other = Samples.Files(bundle with { Reserves = [use] });
        other[BundleFile.Reserves] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(other[BundleFile.Reserves])
            .Replace(bundle.Announcement.Hash.ToString(), new string('0', 64), StringComparison.Ordinal));
        Assert.Equal("announcement-hash", Verify(other).Primary?.Name);
    }

    [Fact]
    public void Read_WholeBundle_GivesTheSameBytesAgain()
    {
        var bundle = Draw(new ParetoMethod(9));
        var use = ReserveLog.Next(bundle.Selection, [], bundle.Selection.SelectedIds[3], "closed", "director", null, s_at).OrThrow();
        var files = Samples.Files(bundle with { Reserves = [use] });
        var read = DrawBundle.Read(name => files.TryGetValue(name, out var bytes) ? new MemoryStream(bytes) : null).OrThrow();
        Assert.All(Samples.Files(read), file => Assert.Equal(files[file.Key], file.Value));
        files[BundleFile.Frame] = [.. files[BundleFile.Frame], .. "Z,H,1,0\n"u8];
        Assert.Equal("SUP4035", DrawBundle.Read(name => files.TryGetValue(name, out var bytes) ? new MemoryStream(bytes) : null).Refusal?.Code);
        Assert.Equal("SUP4050", DrawBundle.Read(_ => null).Refusal?.Code);
    }

    // Goal: a later draw of a cycle carries the opening, and the verifier needs nothing else; two departments on one cycle meet the same.
    [Fact]
    public void Verify_LaterDrawOfACycle_IsVerifiedWithItsOpening()
    {
        var (opening, second, files) = Cycle();
        Assert.True(Verify(files).IsVerified);
        Assert.Empty(opening.Selection.SelectedIds.Intersect(second.Selection.SelectedIds));

        var cycle = new DrawCycle(opening.Announcement, opening.Reveal);
        var elsewhere = DrawBundle.Run(
            Announcement.Create(second.Announcement.Terms with { Draw = new DrawNumber("330782", "fire", 1), Previous = second.Announcement.Hash }),
            second.Frame, new DrawReveal([Samples.Bytes(31, 32)], [Samples.Bytes(32, 32)]), cycle);
        Assert.NotEqual(second.Seed, elsewhere.Seed);
        Assert.Equal(second.Selection.SelectedIds, elsewhere.Selection.SelectedIds);
    }

    [Theory]
    [InlineData("cycle-announcement.txt", "room 3", "room 4", "cycle")]
    [InlineData("cycle-announcement.txt", "cycle: opens", "cycle: closes", "cycle-announcement-file")]
    [InlineData("cycle-reveal.json", "03030303", "03030300", "cycle-seed")]
    [InlineData("cycle-reveal.json", "01010101", "01010100", "cycle-commitments")]
    [InlineData("announcement.txt", "cursor-1: ", "cursor-1: 1", "announcement-hash")]
    public void Verify_CycleTamperedWith_IsNamed(string file, string old, string replacement, string primary)
    {
        var (_, _, files) = Cycle();
        var text = Encoding.UTF8.GetString(files[file]);
        Assert.Contains(old, text, StringComparison.Ordinal);
        files[file] = Encoding.UTF8.GetBytes(text.Replace(old, replacement, StringComparison.Ordinal));
        Assert.Equal(primary, Verify(files).Primary?.Name);
        files.Remove(BundleFile.CycleReveal);
        Assert.Contains(Verify(files).Failures, check => check.Name == "cycle-reveal-file");
    }

    [Fact]
    public void Run_WithAnotherCycleThanAnnounced_Throws()
    {
        var (opening, second, _) = Cycle();
        var wrong = Draw(new RotationMethod { NPerCell = 1 });
        Assert.NotEqual(opening.Announcement.Hash, wrong.Announcement.Hash);
        Assert.StartsWith("SUP4035", Assert.Throws<ArgumentException>(() => DrawBundle.Run(
            second.Announcement, second.Frame, second.Reveal, new DrawCycle(wrong.Announcement, wrong.Reveal))).Message, StringComparison.Ordinal);
    }

    // 综合查一次: departments with frames of their own, that share a cycle and begin at its start, meet the same subjects of whom both may inspect;
    // under seeds of their own alone they would meet others.
    [Fact]
    public void Select_TwoDepartmentsInOneCycle_MeetTheSameSubjects()
    {
        FrameRecord[] all = [.. Enumerable.Range(0, 600).Select(i => new FrameRecord($"S{i:0000}", "B|330782", 1, FrameStatus.Eligible))];
        var (food, fire) = (Vector.Build(all), Vector.Build(all.Where((_, i) => i % 3 != 0)));
        var cycle = Hash.Of(HashKind.Sha256, "cycle"u8);
        IReadOnlyList<string> Drawn(Frame frame, int n, string own, Digest? shared) => new RotationMethod { NPerCell = n, Cycle = shared }
            .Select(frame, new DrawKeys(HashKind.Sha256, Hash.Of(HashKind.Sha256, System.Text.Encoding.ASCII.GetBytes(own)), shared)).SelectedIds;

        // The smaller register draws as deep into the common order as the larger one: whoever stands in both is drawn by both.
        var byFood = Drawn(food, 60, "food", cycle);
        var common = byFood.Where(id => fire.IndexOf(id) >= 0).ToList();
        Assert.Equal(common, Drawn(fire, common.Count, "fire", cycle));
        Assert.True(Drawn(food, 60, "food", null).Intersect(Drawn(fire, 40, "fire", null)).Count() < 20);
    }

    private static (DrawBundle Opening, DrawBundle Second, Dictionary<string, byte[]> Files) Cycle()
    {
        var opening = Draw(new RotationMethod { NPerCell = 3 });
        var reveal = new DrawReveal([Samples.Bytes(31, 32)], [Samples.Bytes(32, 32)]);
        var second = DrawBundle.Run(
            Announcement.Create(opening.Announcement.Terms with
            {
                Draw = new DrawNumber("330782", "catering", 8),
                Previous = opening.Announcement.Hash,
                Method = new RotationMethod
                {
                    NPerCell = 3, Cycle = opening.Announcement.Hash, Cursors = ((RotationSelection)opening.Selection).NextCursors,
                },
                Commitments = [Commitment.Of(HashKind.Sha256, reveal.Secrets[0])],
            }),
            opening.Frame, reveal, new DrawCycle(opening.Announcement, opening.Reveal));
        return (opening, second, Samples.Files(second));
    }

    private static DrawBundle Draw(DrawMethod method)
    {
        var frame = Vector.Build(Samples.Records);
        return DrawBundle.Run(Announcement.Create(Samples.Terms(frame) with { Method = method }), frame, Samples.Reveal);
    }

    private static VerificationReport Verify(Dictionary<string, byte[]> files) =>
        BundleVerifier.Verify(name => files.TryGetValue(name, out var bytes) ? new MemoryStream(bytes) : null);
}

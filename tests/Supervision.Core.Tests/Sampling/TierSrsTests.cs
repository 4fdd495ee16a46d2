using FsCheck;
using FsCheck.Fluent;
using Supervision.Hashing;
using Supervision.Sampling;

namespace Supervision.Core.Tests.Sampling;

public sealed class TierSrsTests
{
    private static readonly DrawRates s_rates = new([new(129_730, "H"), new(48_649, "M"), new(16_216, "L")]);
    private static readonly Digest s_seed = Hash.Of(HashKind.Sha256, "bench seed"u8);

    // Three blocks; ids of one and of two hash blocks; one in nine excluded.
    private static readonly Lazy<Frame> s_large = new(() => Vector.Build(Enumerable.Range(0, (2 * FrameBlock.Size) + 5000).Select(i =>
        new FrameRecord($"91330700MA{i:D8}" + (i % 97 == 0 ? "-branch-7" : ""), $"{"HML"[i % 3]}|{i % 5}", 1, (byte)(i % 9 == 0 ? 1 : 0)))));

    private static TierSelection Select(Frame frame, ScanForm form) =>
        TierSrs.Select(frame, s_rates, 1, HashKind.Sha256, s_seed, form);

    [Theory]
    [InlineData(2, 64, 0)]
    [InlineData(3, 64, 0)]
    [InlineData(50, 64, 0)]
    [InlineData(2, 16, 0)]
    [InlineData(1, 64, 10)]
    [InlineData(2, 12, 2)]
    public void Select_AnyThreadsTiesAndCuts_IsTheSame(int threads, int rankBits, int cutShift)
    {
        var (plain, other) = (Select(s_large.Value, new ScanForm()), Select(s_large.Value, new ScanForm(threads, rankBits, cutShift)));
        Assert.Equal(plain.SelectedIds, other.SelectedIds);
        Assert.Equal(plain.Cells, other.Cells);
        Assert.Equal(plain.Reserve("M|2", 40), other.Reserve("M|2", 40));
    }

    // Goal: reserves do not end where the candidates end. Method: the whole cell, sorted by whole tickets one by one.
    [Fact]
    public void Reserve_MoreThanTheCandidates_GoesOnInTicketOrder()
    {
        var frame = s_large.Value;
        var key = DrawSeed.DrawKey(HashKind.Sha256, s_seed);
        var drawn = Select(frame, new ScanForm()).Cells.Single(cell => cell.Cell == "L|3");
        var expected = frame.Records.Where(record => record.Cell == "L|3" && record.IsEligible)
            .OrderBy(record => Ticket.Of(HashKind.Sha256, key, record.Id)).Skip(drawn.Selected).Select(record => record.Id).ToList();
        Assert.Equal(expected, Select(frame, new ScanForm()).Reserve("L|3", int.MaxValue));
    }

    // Goal: memory for those drawn, none for those who are not. The old form took 12 bytes for every subject.
    [Fact]
    public void Select_LargeFrame_AllocatesNothingForSubjectsThatAreNotDrawn()
    {
        var few = new DrawRates([new(100, "H"), new(100, "M"), new(100, "L")]);
        TierSrs.Select(s_large.Value, few, 0, HashKind.Sha256, s_seed);
        var before = GC.GetAllocatedBytesForCurrentThread();
        TierSrs.Select(s_large.Value, few, 0, HashKind.Sha256, s_seed);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, s_large.Value.Count / 2);
    }

    // Goal: the cut is only a shortcut. Method: small random frames, where a cell has fewer candidates than the cut expects.
    [Fact]
    public void Select_SmallFramesWithLowCuts_IsTheSame() =>
        Prop.ForAll(
            Gen.Choose(1, 400).ToArbitrary(), Gen.Choose(0, 63).ToArbitrary(), Gen.Choose(0, 64).ToArbitrary(),
            (count, cutShift, rankBits) =>
            {
                var frame = Vector.Build(Enumerable.Range(0, count).Select(i => new FrameRecord($"S{i}", "HML"[i % 3].ToString(), 1, 0)));
                var (plain, other) = (Select(frame, new ScanForm()), Select(frame, new ScanForm(1, rankBits, cutShift)));
                Assert.Equal(plain.SelectedIds, other.SelectedIds);
                Assert.Equal(plain.Cells, other.Cells);
            }).QuickCheckThrowOnFailure();
}

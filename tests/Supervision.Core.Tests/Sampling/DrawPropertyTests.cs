using FsCheck;
using FsCheck.Fluent;
using Supervision.Hashing;
using Supervision.Sampling;

namespace Supervision.Core.Tests.Sampling;

public sealed class DrawPropertyTests
{
    private static readonly DrawRates s_rates =
        new([new(300_001, "H"), new(77_777, "M"), new(0, "L"), new(1_000_000, "L|all")]);

    private static readonly Gen<FrameRecord[]> s_records =
        from count in Gen.Choose(1, 80)
        from salt in Gen.Choose(0, 1_000_000)
        from cells in Gen.Elements("H|a", "H|b", "H", "M|a", "L|none", "L|all").ArrayOf(count)
        from weights in Gen.Choose(1, 9).ArrayOf(count)
        from statuses in Gen.Elements<byte>(0, 0, 0, 1, 5).ArrayOf(count)
        select Enumerable.Range(0, count)
            .Select(i => new FrameRecord($"{salt}-{i}", cells[i], (uint)weights[i], statuses[i])).ToArray();

    private static Digest Seed(Frame frame)
    {
        var root = frame.Root(HashKind.Sha256);
        return DrawSeed.Derive(HashKind.Sha256, Hash.Of(HashKind.Sha256, root.ToArray()), root, frame.Count, Samples.Reveal);
    }

    // Goal: a draw is a pure function of the set of records. Method: random frames, each also fed in another order.
    [Fact]
    public void Select_RecordsInAnyOrder_IsTheSame() =>
        Prop.ForAll(s_records.ToArbitrary(), Gen.Choose(0, 3).ToArbitrary(), (records, min) =>
        {
            var frame = Vector.Build(records);
            var shuffled = Vector.Build(records.OrderBy(record => Hash.Of(HashKind.Sm3, System.Text.Encoding.ASCII.GetBytes(record.Id))));
            var (one, two) = (TierSrs.Select(frame, s_rates, min, HashKind.Sha256, Seed(frame)),
                TierSrs.Select(shuffled, s_rates, min, HashKind.Sha256, Seed(shuffled)));
            Assert.Equal(one.SelectedIds, two.SelectedIds);
            Assert.Equal(one.Cells, two.Cells);
            Assert.Distinct(one.SelectedIds);
            Assert.All(one.SelectedIds, id => Assert.True(frame.RecordAt(frame.IndexOf(id)).IsEligible));
        }).QuickCheckThrowOnFailure();

    // Goal: sizes are the targets rounded up or down, the cuts part the cell, reserves go on where the draw ended.
    [Fact]
    public void Select_AnyFrame_RoundsEachCellAndCutsAtItsTickets() =>
        Prop.ForAll(s_records.ToArbitrary(), records =>
        {
            var frame = Vector.Build(records);
            var seed = Seed(frame);
            var key = DrawSeed.DrawKey(HashKind.Sha256, seed);
            var selection = TierSrs.Select(frame, s_rates, 0, HashKind.Sha256, seed);
            foreach (var cell in selection.Cells)
            {
                var target = (long)cell.Eligible * cell.Ppm;
                Assert.InRange(cell.Selected, target / 1_000_000, (target + 999_999) / 1_000_000);
                var tickets = records.Where(record => record.IsEligible && record.Cell == cell.Cell)
                    .Select(record => (Ticket: Ticket.Of(HashKind.Sha256, key, record.Id), record.Id)).Order().ToArray();
                Assert.Equal(cell.Eligible, tickets.Length);
                Assert.All(tickets, ticket => Assert.Equal(ticket.Ticket <= cell.Last, selection.SelectedIds.Contains(ticket.Id)));
                Assert.Equal(cell.Selected == cell.Eligible, cell.Next is null);
                Assert.Equal(tickets.Skip(cell.Selected).Take(3).Select(ticket => ticket.Id), selection.Reserve(cell.Cell, 3));
            }
        }).QuickCheckThrowOnFailure();

    // Goal: the total of every run of neighbouring cells is within one of its target.
    [Fact]
    public void Select_AnyRunOfNeighbouringCells_IsWithinOneOfItsTarget() =>
        Prop.ForAll(s_records.ToArbitrary(), records =>
        {
            var frame = Vector.Build(records);
            var cells = TierSrs.Select(frame, s_rates, 0, HashKind.Sha256, Seed(frame)).Cells;
            for (var first = 0; first < cells.Count; first++)
            {
                var (drawn, target) = (0L, 0L);
                foreach (var cell in cells.Skip(first))
                {
                    (drawn, target) = (drawn + cell.Selected, target + ((long)cell.Eligible * cell.Ppm));
                    Assert.InRange((drawn * 1_000_000) - target, -999_999, 999_999);
                }
            }
        }).QuickCheckThrowOnFailure();

    // Goal: what holds for every scheme. Method: random frames, each also fed in another order, and with ranks cut to a few bits.
    [Fact]
    public void Select_EverySchemeInAnyOrderAndWithTies_IsTheSame() =>
        Prop.ForAll(s_records.ToArbitrary(), Gen.Choose(0, 30).ToArbitrary(), (records, n) =>
        {
            var frame = Vector.Build(records);
            var shuffled = Vector.Build(records.OrderBy(record => Hash.Of(HashKind.Sm3, System.Text.Encoding.ASCII.GetBytes(record.Id))));
            var keys = new DrawKeys(HashKind.Sha256, Seed(frame));
            DrawMethod[] methods =
            [
                new ParetoMethod(n), new SequentialPoissonMethod(n), new PivotalMethod(n), new LotsMethod(n), new PoissonMethod(s_rates),
                new RotationMethod { NPerCell = 1 + (n % 5) }, new FullCoverageMethod(),
            ];
            var eligible = records.Count(record => record.IsEligible);
            foreach (var method in methods)
            {
                var drawn = method.Select(frame, keys).SelectedIds;
                Assert.Equal(drawn, method.Select(shuffled, keys).SelectedIds);
                Assert.Distinct(drawn);
                Assert.All(drawn, id => Assert.True(frame.RecordAt(frame.IndexOf(id)).IsEligible));
                Assert.True(method is PoissonMethod or RotationMethod || drawn.Count == (method is FullCoverageMethod ? eligible : Math.Min(n, eligible)));
            }

            Assert.Equal(methods[0].Select(frame, keys).SelectedIds, new ParetoMethod(n).Select(frame, keys, rankBits: 13).SelectedIds);
            Assert.Equal(methods[1].Select(frame, keys).SelectedIds, new SequentialPoissonMethod(n).Select(frame, keys, rankBits: 3).SelectedIds);
            Assert.Equal(methods[3].Select(frame, keys).SelectedIds, new LotsMethod(n).Select(frame, keys, rankBits: 2).SelectedIds);
        }).QuickCheckThrowOnFailure();

    // Goal: nothing in a frame can be changed without changing root and seed. Method: one field of one record.
    [Fact]
    public void Root_AnyOneRecordChanged_ChangesRootAndSeed() =>
        Prop.ForAll(s_records.ToArbitrary(), Gen.Choose(0, 4).ToArbitrary(), Gen.Choose(0, 79).ToArbitrary(), (records, field, at) =>
        {
            at %= records.Length;
            var record = records[at];
            var changed = records.ToArray();
            changed[at] = field switch
            {
                0 => record with { Id = record.Id + "x" },
                1 => record with { Cell = record.Cell + "x" },
                2 => record with { Weight = record.Weight + 1 },
                _ => record with { Status = (byte)(record.Status + 1) },
            };
            var (before, after) = (Vector.Build(records), Vector.Build(field == 4 ? [.. records.Where((_, i) => i != at)] : changed));
            Assert.NotEqual(before.Root(HashKind.Sha256), after.Root(HashKind.Sha256));
            Assert.NotEqual(Seed(before), Seed(after));
        }).QuickCheckThrowOnFailure();

    // Goal: inclusion probability is the ratio, also in cells whose target is below one. Method: 4,000 seeds; each
    // count is within 5 standard deviations of its expectation.
    [Fact]
    public void Select_ManySeeds_DrawsEachSubjectAtItsRatio()
    {
        const int Draws = 4_000;
        var frame = Vector.Build(Enumerable.Range(0, 12).Select(i => new FrameRecord($"S{i:D2}", i < 2 ? "M|a" : "H|b", 1, 0)));
        var counts = new int[frame.Count];
        for (var draw = 0; draw < Draws; draw++)
        {
            var seed = Hash.Of(HashKind.Sha256, BitConverter.GetBytes(draw));
            foreach (var id in TierSrs.Select(frame, s_rates, 0, HashKind.Sha256, seed).SelectedIds)
            {
                counts[frame.IndexOf(id)]++;
            }
        }

        for (var i = 0; i < frame.Count; i++)
        {
            var p = s_rates.For(frame.RecordAt(i).Cell)!.Value / 1e6;
            Assert.InRange(counts[i], (Draws * p) - (5 * Math.Sqrt(Draws * p * (1 - p))), (Draws * p) + (5 * Math.Sqrt(Draws * p * (1 - p))));
        }
    }

    [Fact]
    public void Select_CellWithoutRate_NamesTheCell()
    {
        var frame = Vector.Build([new("A", "X|1", 1, 0), new("B", "Y|1", 0, 1)]);
        Assert.Equal(["X|1"], s_rates.MissingFor(frame));
        var fault = Assert.Throws<ArgumentException>(() => TierSrs.Select(frame, s_rates, 0, HashKind.Sha256, default));
        Assert.StartsWith("SUP4013", fault.Message, StringComparison.Ordinal);
        Assert.Contains("'X|1'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Derive_SeveralBeacons_ArePrefixedByTheirLengths()
    {
        Digest Derive(params byte[][] beacons) =>
            DrawSeed.Derive(HashKind.Sha256, default, default, 1, new DrawReveal(Samples.Reveal.Secrets, beacons));
        Assert.Equal(Derive([1, 7, 2, 8, 9]), Derive([7], [8, 9]));
        Assert.NotEqual(Derive([7, 8], [9]), Derive([7], [8, 9]));
        Assert.Throws<ArgumentException>(() => Derive([7], []));
        Assert.Throws<ArgumentException>(() => Derive(new byte[256], [1]));
        Assert.Throws<ArgumentException>(() => Derive());
    }
}

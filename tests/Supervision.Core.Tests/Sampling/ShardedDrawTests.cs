using FsCheck;
using FsCheck.Fluent;
using Supervision.Hashing;
using Supervision.Sampling;

namespace Supervision.Core.Tests.Sampling;

public sealed class ShardedDrawTests
{
    private static readonly DrawRates s_rates =
        new([new(300_001, "H"), new(77_777, "M"), new(0, "L"), new(1_000_000, "L|all"), new(20_000, "N")]);

    private static readonly string[] s_cells = ["H|a", "H|b", "M|a", "L|none", "L|all", "N|1", "N|2"];

    private static FrameRecord Record(int i) => new($"S{i}", s_cells[i % s_cells.Length], 1, (byte)(i % 11 == 0 ? 1 : 0));

    // Goal: shards = whole. Method: a random number of subjects dealt to random shards, empty ones too, under a random seed.
    [Fact]
    public void Merge_AnySplit_IsTheDrawOfOneFrame() =>
        Prop.ForAll(
            Gen.Choose(1, 2_000).ToArbitrary(), Gen.Choose(1, 9).ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(),
            (count, shards, salt) =>
            {
                var seed = Hash.Of(HashKind.Sha256, BitConverter.GetBytes(salt));
                FrameRecord[] records = [.. Enumerable.Range(0, count).Select(Record)];
                Frame[] parts = [.. Enumerable.Range(0, shards).Select(shard => Vector.Build(records.Where(record =>
                    Hash.Of(HashKind.Sm3, BitConverter.GetBytes(salt ^ record.Id.GetHashCode(StringComparison.Ordinal))).Top64 % (ulong)shards == (ulong)shard)))];
                var whole = TierSrs.Select(Vector.Build(records), s_rates, 1, HashKind.Sha256, seed);

                var plan = ShardedDraw.Plan(parts.SelectMany(ShardedDraw.Count), s_rates, 1, HashKind.Sha256, seed);
                Assert.Equal(whole.Rho, plan.Rho);
                Assert.Equal(whole.SelectedIds.Count, plan.Selected);
                foreach (var all in new[] { false, true })
                {
                    var merged = ShardedDraw.Merge(plan, parts.Reverse().SelectMany(part => ShardedDraw.Offer(part, plan, all))).OrThrow();
                    Assert.Equal(whole.SelectedIds, merged.SelectedIds);
                    Assert.Equal(whole.Cells, merged.Cells);
                    Assert.All(merged.Reserves, cell => Assert.Equal(whole.Reserve(cell.Key, cell.Value.Count), cell.Value));
                }
            }).QuickCheckThrowOnFailure();

    // Goal: a shard that offers something else is named. Method: one thing changed at a time.
    [Fact]
    public void Merge_WrongOffers_AreRefused()
    {
        var frame = Vector.Build(Enumerable.Range(0, 500).Select(Record));
        var plan = ShardedDraw.Plan(ShardedDraw.Count(frame), s_rates, 0, HashKind.Sha256, default);
        var offered = ShardedDraw.Offer(frame, plan);
        string? Code(IEnumerable<ShardTicket> tickets) =>
            ShardedDraw.Merge(plan, tickets).TryGet(out _, out var refusal) ? null : refusal.Code;
        Assert.Null(Code(offered));
        Assert.Equal("SUP4301", Code(offered.Append(offered[3])));
        Assert.Equal("SUP4302", Code(offered.Skip(1).Append(offered[0] with { Ticket = offered[1].Ticket })));
        Assert.Equal("SUP4302", Code(offered.Skip(1).Append(offered[0] with { Cell = "nowhere" })));
        Assert.Equal("SUP4300", Code(offered.Where(ticket => ticket.Cell != "L|all")));
        Assert.Contains("SUP4303", Assert.Throws<ArgumentException>(() =>
            ShardedDraw.Offer(Vector.Build([new("A", "X|1", 1, 0)]), plan)).Message, StringComparison.Ordinal);
    }
}

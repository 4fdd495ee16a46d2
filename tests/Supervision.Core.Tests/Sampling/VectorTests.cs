using System.Security.Cryptography;
using System.Text;
using Supervision.Hashing;
using Supervision.Sampling;

namespace Supervision.Core.Tests.Sampling;

// A change here changes published draws. Add a method under a new name; never edit these values.
public sealed class VectorTests
{
    [Theory]
    [InlineData("V1")]
    [InlineData("V2")]
    [InlineData("V3")]
    [InlineData("V4")]
    public void FrameAndSeed_PublishedVector_Match(string name)
    {
        var vector = Vector.Named(name);
        var (kind, expected) = (vector.Kind, vector.Expected);
        var root = vector.Frame.Root(kind);
        Assert.Equal(expected.GetProperty("frame_root").GetString(), root.ToString());

        var proof = vector.Frame.Prove(kind, vector.ProofIndex);
        var path = expected.GetProperty("proof");
        Assert.Equal(path.GetProperty("index").GetInt32(), proof.Index);
        Assert.Equal(path.GetProperty("leaf").GetString(), proof.Leaf.ToString());
        Assert.Equal(Vector.Strings(path.GetProperty("path")), proof.Path.Select(step => step.ToString()));
        Assert.True(proof.Verify(kind, root));
        Assert.False((proof with { Index = proof.Index - 1 }).Verify(kind, root));

        Assert.Equal(expected.GetProperty("announcement_hash").GetString(), vector.AnnouncementHash(root).ToString());
        Assert.Equal(
            Vector.Strings(expected.GetProperty("commitments")),
            vector.Reveal.Secrets.Select(secret => Commitment.Of(kind, secret).ToString()));
        var seed = vector.Seed();
        Assert.Equal(expected.GetProperty("seed").GetString(), seed.ToString());
        var key = DrawSeed.DrawKey(kind, seed);
        Assert.Equal(expected.GetProperty("draw_key").GetString(), key.ToString());
        Assert.Equal(
            expected.GetProperty("first_ticket").GetString(),
            Ticket.Of(kind, key, vector.Frame.RecordAt(0).Id).ToString());
    }

    // 64 bits, one thread, no shift is the product. 16 bits and fewer force ties, which the whole ticket must settle; lower cuts force
    // a second look.
    [Theory]
    [InlineData("V1", 64)]
    [InlineData("V2", 64)]
    [InlineData("V3", 64)]
    [InlineData("V4", 64)]
    [InlineData("V2", 16)]
    [InlineData("V2", 4)]
    [InlineData("V3", 1)]
    [InlineData("V3", 0)]
    [InlineData("V4", 16)]
    [InlineData("V1", 64, 60)]
    [InlineData("V2", 64, 3)]
    [InlineData("V2", 16, 40)]
    [InlineData("V4", 64, 63)]
    public void Select_PublishedVector_Matches(string name, int rankBits, int cutShift = 0)
    {
        var vector = Vector.Named(name);
        var expected = vector.Expected.GetProperty("tier_srs");
        var selection = TierSrs.Select(
            vector.Frame, vector.Rates, vector.MinPerCell, vector.Kind, vector.Seed(), new ScanForm(1, rankBits, cutShift));
        Assert.Equal(expected.GetProperty("rho").GetInt32(), selection.Rho);
        Assert.Equal(Vector.Strings(expected.GetProperty("selected")), selection.SelectedIds);
        var cells = expected.GetProperty("cells").EnumerateObject().ToDictionary(cell => cell.Name, cell => cell.Value);
        Assert.Equal(cells.Count, selection.Cells.Count);
        foreach (var cell in selection.Cells)
        {
            var wanted = cells[cell.Cell];
            Assert.Equal(wanted.GetProperty("N").GetInt32(), cell.Eligible);
            Assert.Equal(wanted.GetProperty("n").GetInt32(), cell.Selected);
            Assert.Equal(wanted.GetProperty("last").GetString(), cell.Last?.ToString());
            Assert.Equal(wanted.GetProperty("next").GetString(), cell.Next?.ToString());
        }
    }

    [Fact]
    public void Match_PublishedVector_Matches()
    {
        var vector = Vector.Named("V2");
        var expected = vector.Expected.GetProperty("match");
        var matching = OfficerMatching.Match(
            vector.Kind, vector.Seed(), vector.Officers, vector.Tasks, vector.Recusals, vector.Cap);
        Assert.Equal(expected.GetProperty("greedy_short").GetInt32(), matching.GreedyShort);
        Assert.Equal(Vector.Strings(expected.GetProperty("unassigned_slots")), matching.Unassigned);
        var teams = expected.GetProperty("team").EnumerateObject().ToDictionary(team => team.Name, team => team.Value);
        Assert.Equal(teams.Count, matching.Teams.Count);
        Assert.All(matching.Teams, team => Assert.Equal(Vector.Strings(teams[team.TaskId]), team.Officers));
        Assert.Empty(matching.Infeasible);
    }

    [Theory]
    [InlineData("V1", 64)]
    [InlineData("V2", 64)]
    [InlineData("V3", 64)]
    [InlineData("V4", 64)]
    [InlineData("V2", 20)]
    [InlineData("V2", 0)]
    [InlineData("V3", 12)]
    [InlineData("V4", 1)]
    public void Select_PublishedVectorOfEveryOtherScheme_Matches(string name, int rankBits)
    {
        var vector = Vector.Named(name);
        var (frame, expected, keys) = (vector.Frame, vector.Expected, new DrawKeys(vector.Kind, vector.Seed()));
        void AssertSame(string key, Selection selection) =>
            Assert.Equal(Vector.Strings(expected.GetProperty(key)), selection.SelectedIds);

        var pareto = new ParetoMethod(vector.N).Select(frame, keys, rankBits);
        AssertSame("pareto", pareto);
        Assert.Equal(expected.GetProperty("pareto_last_key").GetString(), pareto.LastKey?.ToString());
        Assert.Equal(
            Vector.Strings(expected.GetProperty("pareto_take_all")),
            TakeAll.From(frame, vector.N).Taken.Order().Select(frame.IdAt));
        AssertSame("sequential_poisson", new SequentialPoissonMethod(vector.N).Select(frame, keys, rankBits));
        AssertSame("pivotal", new PivotalMethod(vector.N).Select(frame, keys));
        AssertSame("poisson", new PoissonMethod(vector.Rates).Select(frame, keys));
        AssertSame("lots", new LotsMethod(vector.N).Select(frame, keys, rankBits));

        // Three draws of one cycle, each beginning where the one before stopped.
        var rotation = new RotationMethod { NPerCell = vector.PerCellInRotation };
        foreach (var draw in expected.GetProperty("prn").EnumerateArray())
        {
            var selection = rotation.Select(frame, keys, rankBits);
            Assert.Equal(Vector.Strings(draw), selection.SelectedIds);
            rotation = rotation with { Cursors = selection.NextCursors };
        }
    }

    // Full size: 1,030,000 subjects; digests that C#, Python, JavaScript and three SQL engines agree on.
    [Fact]
    public void Select_FullSizeFrame_MatchesThePublishedDigests()
    {
        var (frame, keys) = (FullSize(tier => $"{tier}|330702"), new DrawKeys(HashKind.Sha256, Hash.Of(HashKind.Sha256, "bench seed"u8)));
        DrawRates Rates(int high, int medium, int low) => new([new(high, "H"), new(medium, "M"), new(low, "L")]);
        Assert.Equal("D69CB604FD81A1BC", DigestOf(new TierSrsMethod(Rates(129_730, 48_649, 16_216)).Select(frame, keys)));
        Assert.Equal("85882FF92335205A", DigestOf(new TierSrsMethod(Rates(432_432, 162_162, 54_054)).Select(frame, keys)));
        Assert.Equal("A45AEC0913E3914F", DigestOf(new ParetoMethod(30_900).Select(frame, keys)));
        Assert.Equal("B68F126791B6D766", DigestOf(new ParetoMethod(103_000).Select(frame, keys)));

        var inOrderOfIds = FullSize(_ => "one cell");
        Assert.Equal("B18B8236B8716B7A", DigestOf(new PivotalMethod(30_900).Select(inOrderOfIds, keys)));
        Assert.Equal("2AE9EA9AFDEF2BE2", DigestOf(new PivotalMethod(103_000).Select(inOrderOfIds, keys)));
    }

    private static Frame FullSize(Func<char, string> cell)
    {
        var builder = new FrameBuilder();
        for (var i = 0; i < 1_030_000; i++)
        {
            var (tier, weight) = (i % 20) switch { 0 => ('H', 8u), <= 5 => ('M', 3u), _ => ('L', 1u) };
            builder.Add(new FrameRecord($"91330700MA{i:D8}", cell(tier), weight, 0));
        }

        return builder.Build();
    }

    private static string DigestOf(Selection selection) =>
        Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(string.Concat(selection.SelectedIds))))[..16];
}

using System.Text;
using Supervision.Hashing;
using Supervision.Sampling;

namespace Supervision.Core.Tests.Sampling;

public sealed class AnnouncementTests
{
    private static readonly Frame s_frame = Vector.Build(Samples.Records);

    [Fact]
    public void Create_Terms_WritesExactLines()
    {
        var terms = Samples.Terms(s_frame);
        var text = Encoding.UTF8.GetString(Announcement.Create(terms).Bytes.Span);
        Assert.Equal(
            $"""
            SRD-1
            draw: 330782/catering/7
            prev: {terms.Previous}
            hash: sha-256
            leaf: plain
            frame-count: 60
            frame-root: {terms.FrameRoot}
            scheme: tier-srs
            rate-1: 500000 H
            rate-2: 200000 M
            rate-3: 900000 L
            rate-4: 100000 L|330783
            min-per-cell: 1
            beacon-1: drand quicknet 52db9ba7 657413
            commit-1: {terms.Commitments[0]}
            commit-2: {terms.Commitments[1]}
            secret-rule: a withheld secret voids the draw
            seal: open
            双随机抽查公告
            Questions: room 3

            """,
            text);
    }

    [Fact]
    public void Parse_BytesOfAnother_KeepsBytesAndTerms()
    {
        var created = Announcement.Create(Samples.Terms(s_frame, HashKind.Sm3));
        var parsed = Announcement.Parse(created.Bytes.Span).OrThrow();
        Assert.Equal(created.Hash, parsed.Hash);
        Assert.Equal(Hash.Of(HashKind.Sm3, created.Bytes.Span), parsed.Hash);
        Assert.Equal(["双随机抽查公告", "Questions: room 3"], parsed.Terms.Prose);
        Assert.Equal(HashKind.Sm3, parsed.Terms.HashKind);
        Assert.Equal(100_000, ((TierSrsMethod)parsed.Terms.Method).Rates.For("L|330783"));
        Assert.Equal(900_000, ((TierSrsMethod)parsed.Terms.Method).Rates.For("L|other"));
        Assert.Null(((TierSrsMethod)parsed.Terms.Method).Rates.For("X"));
    }

    [Theory]
    [InlineData("seal: open\n", "", "SUP4022")]
    [InlineData("commit-1: ", "commit-3: ", "SUP4022")]
    [InlineData("rate-1: 500000 H\n", "", "SUP4022")]
    [InlineData("hash: sha-256\n", "hash: sha-256\nhash: sm3\n", "SUP4023")]
    [InlineData("hash: sha-256", "hash: md5", "SUP4024")]
    [InlineData("hash: sha-256", "hash:sha-256", "SUP4024")]
    [InlineData("seal: open", "seal: sealed 3", "SUP4024")]
    [InlineData("seal: open", "seal: sealed 0", "SUP4024")]
    [InlineData("secret-rule", "party-1: notary\nsecret-rule", "SUP4201")]
    [InlineData("secret-rule", "deposit-1: 00 notary\ndeposit-2: 00 notary\nsecret-rule", "SUP4024")]
    [InlineData("frame-count: 60", "frame-count: 060", "SUP4024")]
    [InlineData("rate-1: 500000 H", "rate-1: 1000001 H", "SUP4024")]
    [InlineData("rate-1: 500000 H", "rate-1: 500000", "SUP4024")]
    [InlineData("rate-1: 500000 H", "rate-1: 500000 M", "SUP4012")]
    [InlineData("657413", "657413-657420", "SUP4024")]
    [InlineData("seal: open", "seal: open\nn: 30", "SUP4026")]
    [InlineData("catering/7", "catering/0", "SUP4024")]
    [InlineData("scheme: tier-srs\n", "scheme: tier-srs\r\n", "SUP4021")]
    [InlineData("SRD-1\n", "\uFEFFSRD-1\n", "SUP4021")]
    public void Parse_OneLineWrong_IsRefusedByName(string old, string replacement, string code)
    {
        var text = Encoding.UTF8.GetString(Announcement.Create(Samples.Terms(s_frame)).Bytes.Span);
        Assert.Contains(old, text, StringComparison.Ordinal);
        var outcome = Announcement.Parse(Encoding.UTF8.GetBytes(text.Replace(old, replacement, StringComparison.Ordinal)));
        Assert.Equal(code, outcome.Refusal?.Code);
    }

    [Fact]
    public void Parse_EqualCommitments_IsRefused()
    {
        var terms = Samples.Terms(s_frame);
        var twice = terms with { Commitments = [terms.Commitments[0], terms.Commitments[0]] };
        Assert.StartsWith("SUP4027", Assert.Throws<ArgumentException>(() => Announcement.Create(twice)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_ProseThatLooksLikeAKey_Throws() =>
        Assert.StartsWith("SUP4023", Assert.Throws<ArgumentException>(() => Announcement.Create(
            Samples.Terms(s_frame) with { Prose = ["seal: open"] })).Message, StringComparison.Ordinal);
}

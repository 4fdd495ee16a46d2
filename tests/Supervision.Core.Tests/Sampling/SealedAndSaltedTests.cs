using System.Security.Cryptography;
using System.Text;
using Supervision.Hashing;
using Supervision.Sampling;

namespace Supervision.Core.Tests.Sampling;

public sealed class SealedAndSaltedTests
{
    private static readonly byte[] s_frameSecret = Samples.Bytes(7, 32);

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(200)]
    public void Hmac_KeysOfEveryKindOfLength_AgreesWithTheFramework(int keyLength)
    {
        var (key, message) = (Samples.Bytes(9, keyLength), "91330782MA00000001"u8.ToArray());
        Assert.Equal(HMACSHA256.HashData(key, message), Hmac.Of(HashKind.Sha256, key, message).ToArray());
    }

    // leaf ‖ salt by hand, from the sentence of the specification.
    [Theory]
    [InlineData(HashKind.Sha256)]
    [InlineData(HashKind.Sm3)]
    public void LeafHash_Salted_EndsWithTheFirstSixteenBytesOfTheMac(HashKind kind)
    {
        var frame = Vector.Build([new("AB", "H|企", 258, 1)]).Salted(s_frameSecret);
        var salt = Hmac.Of(kind, s_frameSecret, "AB"u8).ToArray()[..16];
        byte[] leaf = [0, 2, .. "AB"u8, 5, .. "H|企"u8, 0, 0, 1, 2, 1, .. salt];
        Assert.Equal(Hash.Of(kind, leaf), frame.LeafHash(kind, 0));
        Assert.Equal(salt, frame.SaltAt(kind, 0));
        Assert.NotEqual(frame.Root(kind), Vector.Build([new("AB", "H|企", 258, 1)]).Root(kind));
    }

    [Fact]
    public void Salted_SecretOfAnotherLength_IsRefused() => Assert.StartsWith("SUP4200", Assert.Throws<ArgumentException>(
        () => Vector.Build(Samples.Records).Salted(new byte[31])).Message, StringComparison.Ordinal);

    // Goal: the auditor's form is verified whole; the public one shows nobody's attributes and is neither verified nor refused.
    [Theory]
    [InlineData(HashKind.Sha256)]
    [InlineData(HashKind.Sm3)]
    public void Verify_SaltedFrame_WholeForTheAuditor_PartialForThePublic(HashKind kind)
    {
        var bundle = Draw(terms => terms with { IsSalted = true }, kind);
        Assert.True(Verify(Files(bundle, BundleForm.Auditor)).IsVerified);

        var files = Files(bundle, BundleForm.Public);
        Assert.DoesNotContain(BundleFile.Frame, files.Keys);
        Assert.DoesNotContain("91330782MA00000004", Encoding.UTF8.GetString(files[BundleFile.FrameLeaves]), StringComparison.Ordinal);
        var report = Verify(files);
        Assert.True(report.IsPartial);
        Assert.Equal(["frame-rows", "cells", "selection"], Withheld(report));

        var leaves = Encoding.UTF8.GetString(files[BundleFile.FrameLeaves]).Split('\n');
        files[BundleFile.FrameLeaves] = Encoding.UTF8.GetBytes(string.Join('\n', [leaves[1], leaves[0], .. leaves[2..]]));
        Assert.Equal("frame-root", Verify(files).Primary?.Name);
    }

    [Fact]
    public void Verify_SaltEditedOrLeftOut_IsNamed()
    {
        var files = Files(Draw(terms => terms with { IsSalted = true }), BundleForm.Auditor);
        var text = Encoding.UTF8.GetString(files[BundleFile.Frame]);
        files[BundleFile.Frame] = Encoding.UTF8.GetBytes(text.Replace(",0,", ",0,0", StringComparison.Ordinal));
        Assert.Equal("frame-file", Verify(files).Primary?.Name);
        var plain = string.Join('\n', text.Split('\n').Select(line => line.Length == 0 ? "" : line[..line.LastIndexOf(',')]));
        files[BundleFile.Frame] = Encoding.UTF8.GetBytes(plain);
        Assert.Equal("frame-root", Verify(files).Primary?.Name);
    }

    // Goal: before the visits nothing public tells who is drawn; afterwards everything is checked, the commitment too.
    [Fact]
    public void Verify_SealedDraw_IsPartialUntilOpened_ThenWhole()
    {
        var bundle = Draw(terms => terms with { SealedSecret = 2 });
        var files = new Dictionary<string, MemoryStream>(StringComparer.Ordinal);
        bundle.WriteSealed(name => files[name] = new MemoryStream());
        var sealedFiles = files.ToDictionary(file => file.Key, file => file.Value.ToArray());
        Assert.Equal(
            [BundleFile.Announcement, BundleFile.Frame, BundleFile.FrameSummary, BundleFile.ListCommitment, BundleFile.Reveal],
            sealedFiles.Keys.Order(StringComparer.Ordinal));
        var secret = Convert.ToHexStringLower(Samples.Reveal.Secrets[1]);
        Assert.All(sealedFiles.Values, bytes =>
            Assert.DoesNotContain(secret, Encoding.UTF8.GetString(bytes), StringComparison.Ordinal));
        Assert.DoesNotContain(bundle.Seed.ToString(), Encoding.UTF8.GetString(sealedFiles[BundleFile.Reveal]), StringComparison.Ordinal);

        var report = Verify(sealedFiles);
        Assert.True(report.IsPartial);
        Assert.Equal(["selection-file", "rates", "seed", "cells", "selection", "list-commitment"], Withheld(report));
        Assert.Equal("SUP4214", DrawBundle.Read(name => sealedFiles.TryGetValue(name, out var bytes) ? new MemoryStream(bytes) : null).Refusal?.Code);

        var opened = Samples.Files(bundle);
        Assert.True(Verify(opened).IsVerified);
        Assert.Equal(sealedFiles[BundleFile.ListCommitment], opened[BundleFile.ListCommitment]);
    }

    [Theory]
    [InlineData("list-commitment.json", "listCommitment\": \"", "list-commitment")]
    [InlineData("announcement.txt", "seal: sealed ", "announcement-hash")]
    public void Verify_OpenedDrawOtherThanCommitted_IsNamed(string file, string before, string primary)
    {
        var files = Samples.Files(Draw(terms => terms with { SealedSecret = 2 }));
        var text = Encoding.UTF8.GetString(files[file]);
        var at = text.IndexOf(before, StringComparison.Ordinal) + before.Length;
        files[file] = Encoding.UTF8.GetBytes($"{text[..at]}{(text[at] == '1' ? '2' : '1')}{text[(at + 1)..]}");
        Assert.Equal(primary, Verify(files).Primary?.Name);
        files.Remove(BundleFile.ListCommitment);
        Assert.Contains(Verify(files).Failures, check => check.Name is "list-commitment-file" or "announcement-hash");
    }

    // An open draw that hides a secret, or a sealed one that hides another secret than the announced, is no sealed draw.
    [Theory]
    [InlineData(null, 0)]
    [InlineData(2, 0)]
    public void Verify_SecretHeldBackWithoutTheAnnouncementSayingSo_Fails(int? announced, int hidden)
    {
        var files = Samples.Files(Draw(terms => terms with { SealedSecret = announced }));
        var secret = Convert.ToHexStringLower(Samples.Reveal.Secrets[hidden]);
        files[BundleFile.Reveal] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(files[BundleFile.Reveal])
            .Replace($"\"{secret}\"", "null", StringComparison.Ordinal));
        var report = Verify(files);
        Assert.Equal("commitments", report.Primary?.Name);
        Assert.DoesNotContain(report.Checks, check => check.Status == VerificationStatus.Withheld);
    }

    [Fact]
    public void Of_ListCommitment_IsTheHashOfTheSentence()
    {
        byte[] message = [.. "SRD-1 list\0"u8, .. Samples.Bytes(1, 32), .. "A\nB\n"u8];
        Assert.Equal(Hash.Of(HashKind.Sm3, message), ListCommitment.Of(HashKind.Sm3, Samples.Bytes(1, 32), ["B", "A"]));
    }

    [Fact]
    public void Parse_PartiesDepositsAndFrameChange_AreKept()
    {
        var frame = Vector.Build(Samples.Records);
        SecretDeposit[] deposits =
        [
            SecretDeposit.Of(HashKind.Sha256, "ciphertext one"u8, "notary office, room 2"),
            SecretDeposit.Of(HashKind.Sha256, "ciphertext two"u8, "court"),
        ];
        var terms = Samples.Terms(frame) with
        {
            Parties = ["market bureau", "notary office"], Deposits = deposits, FrameChange = "two branches were merged",
        };
        var read = Announcement.Parse(Announcement.Create(terms).Bytes.Span).OrThrow().Terms;
        Assert.Equal(terms.Parties, read.Parties);
        Assert.Equal(terms.Deposits, read.Deposits);
        Assert.Equal(terms.FrameChange, read.FrameChange);
        Assert.True(read.Deposits[1].Holds(HashKind.Sha256, "ciphertext two"u8));
        Assert.False(read.Deposits[1].Holds(HashKind.Sha256, "ciphertext one"u8));
    }

    private static string[] Withheld(VerificationReport report) =>
        [.. report.Checks.Where(check => check.Status == VerificationStatus.Withheld).Select(check => check.Name)];

    private static DrawBundle Draw(Func<AnnouncementTerms, AnnouncementTerms> change, HashKind kind = HashKind.Sha256)
    {
        var frame = Vector.Build(Samples.Records);
        var terms = change(Samples.Terms(frame, kind));
        frame = terms.IsSalted ? frame.Salted(s_frameSecret) : frame;
        return DrawBundle.Run(Announcement.Create(terms with { FrameRoot = frame.Root(kind) }), frame, Samples.Reveal);
    }

    private static Dictionary<string, byte[]> Files(DrawBundle bundle, BundleForm form)
    {
        var streams = new Dictionary<string, MemoryStream>(StringComparer.Ordinal);
        bundle.Write(name => streams[name] = new MemoryStream(), form);
        return streams.ToDictionary(file => file.Key, file => file.Value.ToArray(), StringComparer.Ordinal);
    }

    private static VerificationReport Verify(Dictionary<string, byte[]> files) =>
        BundleVerifier.Verify(name => files.TryGetValue(name, out var bytes) ? new MemoryStream(bytes) : null);
}

using System.Text;
using Supervision.Audit;
using Supervision.Hashing;

namespace Supervision.Core.Tests.Audit;

// Goal: an exported journal can be checked without the database, and nothing in it can be changed unseen.
public sealed class JournalExportTests
{
    [Fact]
    public async Task Verify_WhatWasWritten_GivesTheHead()
    {
        Assert.Equal(HashKind.Sm3, (await VerifyAsync(await ExportAsync(Journals.Of(9, hash: HashKind.Sm3)))).OrThrow().Hash);
        var journal = Journals.Of(40);
        Assert.Equal(journal.Head, (await VerifyAsync(await ExportAsync(journal))).OrThrow());
        Assert.Equal(new JournalHead(0, Hash.Of(HashKind.Sha256, [])), (await VerifyAsync(await ExportAsync(Journals.Of(0)))).OrThrow());
    }

    // Goal: every single bit counts. Method: flip each bit of a whole file, the format line and the head included.
    [Theory]
    [InlineData(HashKind.Sha256)]
    [InlineData(HashKind.Sm3)]
    public async Task Verify_AnyBitFlipped_IsRefused(HashKind hash)
    {
        var file = await ExportAsync(Journals.Of(6, hash: hash));
        for (var bit = 0; bit < 8 * file.Length; bit++)
        {
            file[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False((await VerifyAsync(file)).IsAccepted, $"bit {bit}");
            file[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    // The same over 1,000 records, bit by bit, quick enough for every run: what stands before a flipped line was accepted and need
    // not be read again. The first and the last line are covered above; here the record with the flip is named as well.
    [Fact]
    public async Task Check_AnyBitOfAThousandRecordsFlipped_NamesTheRecord()
    {
        var lines = SplitLines(await ExportAsync(Journals.Of(1_000)));
        var check = new JournalCheck([]);
        Assert.Null(check.Add(lines[0]));
        long flips = 0;
        for (var number = 1; number <= 1_000; number++)
        {
            byte[] rest = [.. lines[number], .. lines[number + 1]];
            for (var bit = 0; bit < 8 * lines[number].Length; bit++, flips++)
            {
                rest[bit / 8] ^= (byte)(1 << (bit % 8));
                var end = rest.AsSpan().IndexOf((byte)'\n') + 1;
                if (check.Add(rest.AsSpan(0, end)) is not { Code: "SUP9101" or "SUP9102" or "SUP9104" })
                {
                    Assert.Fail($"line {number}, bit {bit}");
                }

                rest[bit / 8] ^= (byte)(1 << (bit % 8));
            }

            Assert.Null(check.Add(lines[number]));
        }

        Assert.Null(check.Add(lines[^1]));
        Assert.True(flips > 1_000_000);
    }

    [Theory]
    [InlineData("SUP9101", "20", 21, null)]
    [InlineData("SUP9101", "20", 21, 24)]
    [InlineData("SUP9101", "1", 1, 40)]
    [InlineData("SUP9103", "40", 40, null)]
    [InlineData("SUP9105", "40", 41, null)]
    [InlineData("SUP9104", "1", 0, null)]
    public async Task Verify_LineRemovedOrMoved_NamesIt(string code, string where, int from, int? to)
    {
        var lines = Encoding.UTF8.GetString(await ExportAsync(Journals.Of(40))).TrimEnd('\n').Split('\n').ToList();
        var line = lines[from];
        lines.RemoveAt(from);
        if (to is { } place)
        {
            lines.Insert(place, line);
        }

        var refusal = (await VerifyAsync(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"))).Refusal;
        Assert.Equal(code, refusal!.Code);
        Assert.Equal(code == "SUP9101" && where == "1" ? "0" : where, refusal.Message.Arguments[0]);
    }

    [Fact]
    public async Task Verify_TheEndCutOff_IsRefused()
    {
        var file = await ExportAsync(Journals.Of(5));
        for (var length = 0; length < file.Length; length++)
        {
            Assert.False((await VerifyAsync(file[..length])).IsAccepted, $"{length} bytes");
        }

        Assert.False((await VerifyAsync([.. file, (byte)'\n'])).IsAccepted);
    }

    // Goal: who rewrites the whole history with a head to match is found out by whoever kept an earlier head.
    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(12)]
    public async Task Verify_RewrittenHistory_ContradictsTheWitness(int witnessedSize)
    {
        var witnessed = Journals.Of(witnessedSize).Head;
        Assert.True((await VerifyAsync(await ExportAsync(Journals.Of(12)), witnessed)).IsAccepted);
        var rewritten = await VerifyAsync(await ExportAsync(Journals.Of(12, key: "other")), witnessed);
        Assert.Equal(witnessedSize == 0 ? null : "SUP9106", rewritten.Refusal?.Code);
        Assert.Equal(witnessedSize == 12 ? "SUP9106" : null, (await VerifyAsync(await ExportAsync(Journals.Of(11)), witnessed)).Refusal?.Code);
        Assert.Equal(
            witnessedSize == 0 ? null : "SUP9106",
            (await JournalAudit.VerifyAsync(Journals.Of(12, key: "other"), [witnessed], default)).Refusal?.Code);
    }

    // A figure, not a check of time: SUPERVISION_LONG=1 writes a million entries into a file and says how long verifying takes.
    [Fact]
    public async Task Verify_AMillionEntries_SaysHowLongItTook()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("SUPERVISION_LONG") == "1", "SUPERVISION_LONG=1 measures a million entries");
        var path = Path.GetTempFileName();
        await using (var file = File.Create(path))
        {
            await JournalExport.WriteAsync(Journals.Of(1_000_000), file, TestContext.Current.CancellationToken);
        }

        await using (var file = File.OpenRead(path))
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            var processor = Environment.CpuUsage.TotalTime;
            var head = (await JournalExport.VerifyAsync(file, [], TestContext.Current.CancellationToken)).OrThrow();
            Assert.Equal(1_000_000, head.Size);
            TestContext.Current.SendDiagnosticMessage($"verified {head.Size} entries, {file.Length} bytes in {watch.Elapsed}, {Environment.CpuUsage.TotalTime - processor} of processor");
        }

        File.Delete(path);
    }

    [Theory]
    [InlineData(HeadAlgorithm.EcdsaP256, HashKind.Sha256)]
    [InlineData(HeadAlgorithm.EcdsaP256, HashKind.Sm3)]
    [InlineData(HeadAlgorithm.Sm2, HashKind.Sha256)]
    [InlineData(HeadAlgorithm.Sm2, HashKind.Sm3)]
    public void SignedHead_OnlyWhatWasSigned_IsAccepted(HeadAlgorithm algorithm, HashKind hash)
    {
        RequireSm2(algorithm);
        using var key = HeadKey.Generate(algorithm).OrThrow();
        using var other = HeadKey.Generate(algorithm).OrThrow();
        var at = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));
        var signed = SignedHead.Sign("33070100", at, Journals.Of(9, hash: hash).Head, key);
        var read = SignedHead.Parse(signed.ToJson()).OrThrow();
        using var open = HeadKey.FromPem(key.ExportPublicPem()).OrThrow();
        using var again = HeadKey.FromPem(key.ExportPrivatePem()).OrThrow();
        Assert.True(read.IsSignedBy(key));
        Assert.True(read.IsSignedBy(open));
        Assert.True(SignedHead.Sign("a", at, read.Head, again).IsSignedBy(open));
        Assert.Equal(hash, read.Head.Hash);
        Assert.False((read with { Head = read.Head with { Hash = 3 - hash } }).IsSignedBy(key));
        Assert.False((read with { Algorithm = 3 - algorithm }).IsSignedBy(key));
        Assert.False(read.IsSignedBy(other));
        Assert.False((read with { Head = read.Head with { Size = 8 } }).IsSignedBy(key));
        Assert.False((read with { Authority = "33070200" }).IsSignedBy(key));
        Assert.False((read with { At = at.AddSeconds(1) }).IsSignedBy(key));
        Assert.False((read with { Signature = new byte[64] }).IsSignedBy(key));
        Assert.False((read with { Signature = default }).IsSignedBy(key));
        Assert.Equal("SUP9107", SignedHead.Parse("{}").Refusal!.Code);
        Assert.Equal("SUP9107", SignedHead.Parse("no json").Refusal!.Code);
    }

    // GB/T 32918.5-2017 A.2: the key and the signature of "message digest" under the usual identity, written as PEM and DER.
    [Fact]
    public void Sm2_TheSignatureOfTheStandard_IsAccepted()
    {
        RequireSm2(HeadAlgorithm.Sm2);
        const string Key = "3059301306072A8648CE3D020106082A811CCF5501822D03420004"
            + "09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13";
        const string Signature = "3046022100F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3"
            + "022100B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA";
        using var key = HeadKey.FromPem(
            System.Security.Cryptography.PemEncoding.WriteString("PUBLIC KEY", Convert.FromHexString(Key))).OrThrow();
        Assert.Equal(HeadAlgorithm.Sm2, key.Algorithm);
        Assert.True(key.IsSigned("message digest"u8, Convert.FromHexString(Signature)));
        Assert.False(key.IsSigned("message digesT"u8, Convert.FromHexString(Signature)));
        Assert.False(key.IsSigned("message digest"u8, [1, 2, 3]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no key")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----")]
    public void FromPem_NoKey_IsRefused(string text) => Assert.Equal("SUP9109", HeadKey.FromPem(text).Refusal!.Code);

    private static void RequireSm2(HeadAlgorithm algorithm) =>
        Assert.SkipUnless(algorithm != HeadAlgorithm.Sm2 || LibCrypto.IsPresent, "NO SM2: libcrypto of OpenSSL 3 is absent.");

    private static List<byte[]> SplitLines(byte[] file)
    {
        var lines = new List<byte[]>();
        for (var rest = file.AsSpan(); !rest.IsEmpty; rest = rest[lines[^1].Length..])
        {
            lines.Add(rest[..(rest.IndexOf((byte)'\n') + 1)].ToArray());
        }

        return lines;
    }

    private static async Task<byte[]> ExportAsync(IJournalReader journal)
    {
        using var file = new MemoryStream();
        await JournalExport.WriteAsync(journal, file, default);
        return file.ToArray();
    }

    private static async Task<Supervision.Decisions.Outcome<JournalHead>> VerifyAsync(byte[] file, params JournalHead[] witnessed)
    {
        using var stream = new MemoryStream(file);
        return await JournalExport.VerifyAsync(stream, witnessed, default);
    }
}

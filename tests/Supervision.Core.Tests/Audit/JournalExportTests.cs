using System.Security.Cryptography;
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
        var journal = Journals.Of(40);
        Assert.Equal(journal.Head, (await VerifyAsync(await ExportAsync(journal))).OrThrow());
        Assert.Equal(new JournalHead(0, Hash.Of(HashKind.Sha256, [])), (await VerifyAsync(await ExportAsync(Journals.Of(0)))).OrThrow());
    }

    // Goal: every single bit counts. Method: flip each bit of a whole file, the format line and the head included.
    [Fact]
    public async Task Verify_AnyBitFlipped_IsRefused()
    {
        var file = await ExportAsync(Journals.Of(int.Parse(Environment.GetEnvironmentVariable("SUPERVISION_FLIP_ENTRIES") ?? "12")));
        for (var bit = 0; bit < 8 * file.Length; bit++)
        {
            file[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False((await VerifyAsync(file)).IsAccepted, $"bit {bit}");
            file[bit / 8] ^= (byte)(1 << (bit % 8));
        }
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

    [Fact]
    public void SignedHead_OnlyWhatWasSigned_IsAccepted()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var at = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));
        var signed = SignedHead.Sign("33070100", at, Journals.Of(9).Head, key);
        var read = SignedHead.Parse(signed.ToJson()).OrThrow();
        Assert.True(read.IsSignedBy(key));
        Assert.False(read.IsSignedBy(other));
        Assert.False((read with { Head = read.Head with { Size = 8 } }).IsSignedBy(key));
        Assert.False((read with { Authority = "33070200" }).IsSignedBy(key));
        Assert.False((read with { At = at.AddSeconds(1) }).IsSignedBy(key));
        Assert.False((read with { Signature = new byte[64] }).IsSignedBy(key));
        Assert.False((read with { Signature = default }).IsSignedBy(key));
        Assert.Equal("SUP9107", SignedHead.Parse("{}").Refusal!.Code);
        Assert.Equal("SUP9107", SignedHead.Parse("no json").Refusal!.Code);
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

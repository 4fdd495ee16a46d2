using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Supervision.Console.Policies;
using Supervision.Console.Shell;
using Supervision.Hosts.Tests.Support;

namespace Supervision.Hosts.Tests;

// Goal: a file made to hurt is refused with a word, in little time and memory, and leaves nothing.
public sealed class HostileInputTests : IDisposable
{
    private readonly ConsoleRun _console = new();

    public void Dispose() => _console.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)] // the archive says of itself that it is small
    public void Workbook_ThatUnpacksToTooMuch_IsRefused(bool lies)
    {
        var bytes = Zip(archive =>
        {
            using var content = archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
            var zeros = new byte[1_000_000];
            for (var i = 0; i < 210; i++)
            {
                content.Write(zeros);
            }
        });
        if (lies)
        {
            PatchSizes(bytes, 1000);
        }

        Assert.True(bytes.Length < 5_000_000);
        Assert.Throws<SheetException>(() => XlsxSheets.Read(bytes));
    }

    [Fact]
    public void Workbook_OfManyEntries_IsRefused() => Assert.Throws<SheetException>(() => XlsxSheets.Read(Zip(archive =>
    {
        for (var i = 0; i < 1_100; i++)
        {
            archive.CreateEntry($"x{i}");
        }
    })));

    // Entities that blow up, and one that reads a file of this machine.
    [Theory]
    [InlineData("""<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]>""", "&d;")]
    [InlineData("""<!DOCTYPE a [<!ENTITY d SYSTEM "file:///etc/passwd">]>""", "&d;")]
    public void Workbook_WithEntities_IsRefused(string type, string text)
    {
        var good = XlsxSheets.Write([new Rules.Tables.TableSheet("t", ["a"], [["x"]])]);
        using var stream = new MemoryStream();
        stream.Write(good);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var sheet = archive.Entries.Single(entry => entry.FullName.Contains("worksheets/sheet", StringComparison.Ordinal));
            string xml;
            using (var reader = new StreamReader(sheet.Open()))
            {
                xml = reader.ReadToEnd();
            }

            using var writer = new StreamWriter(sheet.Open(), Encoding.UTF8);
            var at = xml.IndexOf("?>", StringComparison.Ordinal) + 2;
            writer.Write((at > 1 ? xml[..at] + type + xml[at..] : type + xml).Replace(">x<", $">{text}<", StringComparison.Ordinal));
        }

        Assert.Throws<SheetException>(() => XlsxSheets.Read(stream.ToArray()));
    }

    // Anchors and aliases are refused before anything is expanded; so is what is too deep or too large.
    [Theory]
    [InlineData("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n")]
    [InlineData("a: !!python/object x\n")]
    [InlineData("deep")]
    [InlineData("large")]
    public async Task Pack_ThatIsABomb_IsRefused(string text)
    {
        Directory.CreateDirectory(_console.PathOf("pack"));
        _console.Write("pack/bomb.yaml", text switch
        {
            "deep" => string.Concat(Enumerable.Repeat("[", 100_000)),
            "large" => "policy: " + new string('x', 20_000_000),
            _ => text,
        });
        Assert.NotEqual(ExitCode.Ok, await _console.RunAsync("rules", "check", _console.PathOf("pack")));
        Assert.Contains("SUP", _console.Error + _console.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", _console.Error, StringComparison.Ordinal);
    }

    // What people type into names comes out of an export as text, never as a formula.
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    public void Cell_ThatLooksLikeAFormula_IsText(string text)
    {
        Assert.StartsWith("'", Console.Import.CsvCell.Of(text).Trim('"'), StringComparison.Ordinal);
        Assert.Equal(text, SheetGuard.Unguard(SheetGuard.Guard(text)));
        Assert.StartsWith("'", SheetGuard.Guard(text), StringComparison.Ordinal);
    }

    private static byte[] Zip(Action<ZipArchive> fill)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            fill(archive);
        }

        return stream.ToArray();
    }

    // The uncompressed size in each record of the central directory, 24 bytes after its mark.
    private static void PatchSizes(byte[] bytes, uint size)
    {
        for (var i = 0; i < bytes.Length - 28; i++)
        {
            if (bytes.AsSpan(i, 4).SequenceEqual("PK\u0001\u0002"u8))
            {
                BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i + 24), size);
            }
        }
    }
}

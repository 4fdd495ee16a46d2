using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Supervision.Documents.Fonts;

namespace Supervision.Documents.Pdf;

/// <summary>
/// Writes pages as PDF 1.7: subset fonts with a way back to Unicode, text, lines and QR codes. The same pages give the same
/// bytes: there is no date in it, and its identity is a hash of its content.
/// </summary>
internal sealed class PdfFile(FontSet fonts)
{
    private readonly List<byte[]> _objects = [];
    private readonly Dictionary<int, List<Glyph>> _used = [];
    private readonly Dictionary<(int Font, ushort Id), int> _numbers = [];

    public byte[] Write(IReadOnlyList<IReadOnlyList<PageMark>> pages, double width, double height, string title)
    {
        var catalogue = Reserve();
        var tree = Reserve();
        var resources = Reserve();
        var kids = new List<int>();
        foreach (var page in pages)
        {
            var content = Stream("", Encoding.ASCII.GetBytes(Content(page, height)));
            kids.Add(Add(I($"<</Type/Page/Parent {tree} 0 R/MediaBox[0 0 {N(width)} {N(height)}]/Resources {resources} 0 R/Contents {content} 0 R>>")));
        }

        var list = string.Concat(_used.Keys.Order().Select(font => I($"/F{font} {AddFont(font)} 0 R")));
        Set(resources, I($"<</Font<<{list}>>>>"));
        Set(tree, I($"<</Type/Pages/Count {kids.Count}/Kids[{string.Join(' ', kids.Select(kid => I($"{kid} 0 R")))}]>>"));
        Set(catalogue, I($"<</Type/Catalog/Pages {tree} 0 R/Lang(zh-CN)/ViewerPreferences<</DisplayDocTitle true>>>>"));
        var info = Add(I($"<</Title<{Hex(title)}>/Producer(Supervision)>>"));
        return Assemble(catalogue, info);
    }

    private string Content(IReadOnlyList<PageMark> page, double height)
    {
        var text = new StringBuilder("0.5 w\n");
        foreach (var mark in page)
        {
            switch (mark)
            {
                case PageMark.Text run:
                    Show(text, run, height);
                    break;
                case PageMark.Rule rule:
                    text.Append(CultureInfo.InvariantCulture, $"{N(rule.X1)} {N(height - rule.Y1)} m {N(rule.X2)} {N(height - rule.Y2)} l S\n");
                    break;
                case PageMark.Code code:
                    var module = code.Size / code.Matrix.Size;
                    foreach (var (row, column, length) in code.Matrix.Runs())
                    {
                        text.Append(CultureInfo.InvariantCulture, $"{N(code.X + (column * module))} {N(height - code.Y - ((row + 1) * module))} {N(length * module)} {N(module)} re\n");
                    }

                    text.Append("f\n");
                    break;
            }
        }

        return text.ToString();
    }

    // Glyphs of several fonts on one line: a new string begins where the font changes, its place follows from the widths.
    private void Show(StringBuilder text, PageMark.Text run, double height)
    {
        var x = run.X;
        for (var i = 0; i < run.Glyphs.Count;)
        {
            var font = run.Glyphs[i].Font;
            text.Append(CultureInfo.InvariantCulture, $"BT /F{font} {N(run.Size)} Tf {N(x)} {N(height - run.Y)} Td <");
            for (; i < run.Glyphs.Count && run.Glyphs[i].Font == font; i++)
            {
                text.Append(NumberOf(run.Glyphs[i]).ToString("X4", CultureInfo.InvariantCulture));
                x += run.Glyphs[i].Width * run.Size / 1000;
            }

            text.Append("> Tj ET\n");
        }
    }

    private int NumberOf(Glyph glyph)
    {
        if (!_numbers.TryGetValue((glyph.Font, glyph.Id), out var number))
        {
            if (!_used.TryGetValue(glyph.Font, out var used))
            {
                _used[glyph.Font] = used = [];
            }

            used.Add(glyph);
            _numbers[(glyph.Font, glyph.Id)] = number = used.Count;
        }

        return number;
    }

    private int AddFont(int index)
    {
        var (font, used) = (fonts.Fonts[index], _used[index]);
        var subset = font.Subset([0, .. used.Select(glyph => glyph.Id)]);
        var tag = Convert.ToHexString(SHA256.HashData(subset))[..6].Select(digit => (char)('A' + Convert.ToInt32(digit.ToString(), 16)));
        var name = I($"{string.Concat(tag)}+{font.Name}");
        var file = Stream(I($"/Length1 {subset.Length}"), subset);
        var box = string.Join(' ', font.Box.Select(edge => Scale(font, edge)));
        var descriptor = Add(
            I($"<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[{box}]/ItalicAngle 0/Ascent {Scale(font, font.Ascent)}")
            + I($"/Descent {Scale(font, font.Descent)}/CapHeight {Scale(font, font.Ascent)}/StemV 80/FontFile2 {file} 0 R>>"));
        var widths = string.Join(' ', used.Select(glyph => glyph.Width));
        var descendant = Add(
            I($"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>")
            + I($"/FontDescriptor {descriptor} 0 R/DW 1000/W[1[{widths}]]/CIDToGIDMap/Identity>>"));
        var unicode = Stream("", Encoding.ASCII.GetBytes(ToUnicode(used)));
        return Add(
            I($"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{descendant} 0 R]/ToUnicode {unicode} 0 R>>"));
    }

    private static string ToUnicode(List<Glyph> used)
    {
        var map = new StringBuilder(
            "/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def"
            + "/CMapName/Adobe-Identity-UCS def/CMapType 2 def 1 begincodespacerange<0000><FFFF>endcodespacerange\n");
        for (var i = 0; i < used.Count; i += 100)
        {
            var part = used.Skip(i).Take(100).ToList();
            map.Append(CultureInfo.InvariantCulture, $"{part.Count} beginbfchar\n");
            for (var k = 0; k < part.Count; k++)
            {
                var character = Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(char.ConvertFromUtf32(part[k].CodePoint)));
                map.Append(CultureInfo.InvariantCulture, $"<{i + k + 1:X4}><{character}>\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap CMapName currentdict/CMap defineresource pop end end").ToString();
    }

    private static string I(FormattableString text) => FormattableString.Invariant(text);

    private static int Scale(FontFile font, int units) => (int)Math.Round(units * 1000.0 / font.UnitsPerEm);

    private static string N(double number) => Math.Round(number, 2).ToString("0.##", CultureInfo.InvariantCulture);

    private static string Hex(string text) => "FEFF" + Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text));

    private int Reserve()
    {
        _objects.Add([]);
        return _objects.Count;
    }

    private int Add(string body)
    {
        var number = Reserve();
        Set(number, body);
        return number;
    }

    private void Set(int number, string body) => _objects[number - 1] = Encoding.Latin1.GetBytes(body);

    private int Stream(string entries, byte[] data)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zlib.Write(data);
        }

        _objects.Add([
            .. Encoding.ASCII.GetBytes(I($"<<{entries}/Filter/FlateDecode/Length {packed.Length}>>stream\n")),
            .. packed.ToArray(),
            .. "\nendstream"u8,
        ]);
        return _objects.Count;
    }

    private byte[] Assemble(int catalogue, int info)
    {
        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n"u8);
        var offsets = new List<long>();
        for (var i = 0; i < _objects.Count; i++)
        {
            offsets.Add(file.Position);
            file.Write(Encoding.ASCII.GetBytes(FormattableString.Invariant($"{i + 1} 0 obj\n")));
            file.Write(_objects[i]);
            file.Write("\nendobj\n"u8);
        }

        var id = Convert.ToHexString(SHA256.HashData(file.ToArray()))[..32];
        var start = file.Position;
        var table = new StringBuilder(FormattableString.Invariant($"xref\n0 {_objects.Count + 1}\n0000000000 65535 f \n"));
        foreach (var offset in offsets)
        {
            table.Append(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n");
        }

        table.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {_objects.Count + 1}/Root {catalogue} 0 R/Info {info} 0 R/ID[<{id}><{id}>]>>\nstartxref\n{start}\n%%EOF\n");
        file.Write(Encoding.ASCII.GetBytes(table.ToString()));
        return file.ToArray();
    }
}

using System.Buffers.Binary;
using System.Text;

namespace Supervision.Documents.Fonts;

/// <summary>
/// A TrueType font (.ttf, or the first font of a .ttc) with glyph outlines in 'glyf': its characters, its widths, and subsets of
/// it. Every offset is checked, since a font is a file like any other. Immutable, thread-safe.
/// </summary>
internal sealed class FontFile
{
    private static readonly string[] s_kept = ["cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"];

    private readonly byte[] _data;
    private readonly Dictionary<string, (int Offset, int Length)> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<int, ushort> _glyphs = [];
    private readonly bool _longOffsets;
    private readonly int _metrics;

    /// <exception cref="InvalidDataException">The bytes are no such font.</exception>
    public FontFile(byte[] data)
    {
        _data = data;
        try
        {
            var start = Tag(0) == "ttcf" ? (int)U32(12) : 0;
            if (Tag(start) == "OTTO")
            {
                throw new InvalidDataException("the outlines are CFF; use a font with 'glyf' outlines");
            }

            for (var i = 0; i < U16(start + 4); i++)
            {
                var entry = start + 12 + (16 * i);
                _tables[Tag(entry)] = (checked((int)U32(entry + 8)), checked((int)U32(entry + 12)));
            }

            var head = At("head");
            (UnitsPerEm, _longOffsets) = (U16(head + 18), U16(head + 50) == 1);
            Box = [S16(head + 36), S16(head + 38), S16(head + 40), S16(head + 42)];
            GlyphCount = U16(At("maxp") + 4);
            var hhea = At("hhea");
            (Ascent, Descent, _metrics) = (S16(hhea + 4), S16(hhea + 6), U16(hhea + 34));
            if (UnitsPerEm == 0 || _metrics == 0)
            {
                throw new InvalidDataException("it has no metrics");
            }

            ReadCharacters(At("cmap"));
            Name = ReadName();
        }
        catch (Exception wrong) when (wrong is IndexOutOfRangeException or ArgumentOutOfRangeException or KeyNotFoundException or OverflowException)
        {
            throw new InvalidDataException($"the file is cut off or no TrueType font: {wrong.Message}", wrong);
        }
    }

    public int UnitsPerEm { get; }

    public int Ascent { get; }

    public int Descent { get; }

    public int GlyphCount { get; }

    public short[] Box { get; }

    /// <summary>PostScript-like name, letters and digits only.</summary>
    public string Name { get; }

    /// <summary>The glyph of a character, or 0 when the font has none.</summary>
    public ushort GlyphOf(int codePoint) => _glyphs.GetValueOrDefault(codePoint);

    /// <summary>Width of a glyph in thousandths of the type size.</summary>
    public int WidthOf(ushort glyph)
    {
        var index = Math.Min(glyph, _metrics - 1);
        return ((U16(At("hmtx") + (4 * index)) * 1000) + (UnitsPerEm / 2)) / UnitsPerEm;
    }

    /// <summary>A font with the glyphs in this order (0 first), and the parts that composite ones need after them.</summary>
    public byte[] Subset(IReadOnlyList<ushort> glyphs)
    {
        var order = new List<ushort>(glyphs);
        var place = order.Select((glyph, i) => (glyph, i)).ToDictionary(pair => pair.glyph, pair => (ushort)pair.i);
        var outlines = new List<byte[]>();
        for (var i = 0; i < order.Count; i++)
        {
            outlines.Add(Outline(order[i], order, place));
        }

        var glyf = new List<byte>();
        var loca = new byte[4 * (order.Count + 1)];
        var hmtx = new byte[4 * order.Count];
        for (var i = 0; i < order.Count; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(loca.AsSpan(4 * i), (uint)glyf.Count);
            glyf.AddRange(outlines[i]);
            while (glyf.Count % 4 != 0)
            {
                glyf.Add(0);
            }

            var metric = At("hmtx") + (4 * Math.Min(order[i], _metrics - 1));
            _data.AsSpan(metric, 4).CopyTo(hmtx.AsSpan(4 * i));
        }

        BinaryPrimitives.WriteUInt32BigEndian(loca.AsSpan(4 * order.Count), (uint)glyf.Count);
        var head = Table("head");
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8), 0);
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(50), 1);
        var hhea = Table("hhea");
        BinaryPrimitives.WriteUInt16BigEndian(hhea.AsSpan(34), (ushort)order.Count);
        var maxp = Table("maxp");
        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(4), (ushort)order.Count);
        return Assemble(new Dictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["glyf"] = [.. glyf], ["loca"] = loca, ["hmtx"] = hmtx, ["head"] = head, ["hhea"] = hhea, ["maxp"] = maxp,
        });
    }

    private byte[] Outline(ushort glyph, List<ushort> order, Dictionary<ushort, ushort> place)
    {
        if (glyph >= GlyphCount)
        {
            return [];
        }

        var (from, to) = (LocaOf(glyph), LocaOf(glyph + 1));
        if (to <= from)
        {
            return [];
        }

        var outline = _data.AsSpan(At("glyf") + from, to - from).ToArray();
        if (outline.Length < 10 || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0)
        {
            return outline;
        }

        // A composite: each part is another glyph, which gets a new number.
        for (var at = 10; ;)
        {
            var flags = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at));
            var part = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at + 2));
            if (!place.TryGetValue(part, out var number))
            {
                place[part] = number = (ushort)order.Count;
                order.Add(part);
            }

            BinaryPrimitives.WriteUInt16BigEndian(outline.AsSpan(at + 2), number);
            at += 4 + ((flags & 1) != 0 ? 4 : 2) + ((flags & 8) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0);
            if ((flags & 0x20) == 0)
            {
                return outline;
            }
        }
    }

    private int LocaOf(int glyph) => _longOffsets
        ? checked((int)U32(At("loca") + (4 * glyph)))
        : 2 * U16(At("loca") + (2 * glyph));

    private byte[] Assemble(Dictionary<string, byte[]> made)
    {
        var names = s_kept.Where(name => made.ContainsKey(name) || _tables.ContainsKey(name)).ToList();
        var font = new List<byte>();
        Add16(font, 1);
        Add16(font, 0);
        Add16(font, names.Count);
        var power = 1 << (int)Math.Log2(names.Count);
        Add16(font, power * 16);
        Add16(font, (int)Math.Log2(power));
        Add16(font, (names.Count - power) * 16);
        var bodies = names.ConvertAll(name => made.TryGetValue(name, out var body) ? body : Table(name));
        var offset = 12 + (16 * names.Count);
        for (var i = 0; i < names.Count; i++)
        {
            font.AddRange(Encoding.ASCII.GetBytes(names[i]));
            Add32(font, Sum(bodies[i]));
            Add32(font, (uint)offset);
            Add32(font, (uint)bodies[i].Length);
            offset += (bodies[i].Length + 3) & ~3;
        }

        foreach (var body in bodies)
        {
            font.AddRange(body);
            font.AddRange(new byte[((body.Length + 3) & ~3) - body.Length]);
        }

        return [.. font];
    }

    private static uint Sum(byte[] body)
    {
        uint sum = 0;
        for (var i = 0; i < body.Length; i++)
        {
            sum = unchecked(sum + ((uint)body[i] << (24 - (8 * (i % 4)))));
        }

        return sum;
    }

    private static void Add16(List<byte> font, int value) => font.AddRange([(byte)(value >> 8), (byte)(value & 255)]);

    private static void Add32(List<byte> font, uint value) =>
        font.AddRange([(byte)(value >> 24), (byte)((value >> 16) & 255), (byte)((value >> 8) & 255), (byte)(value & 255)]);

    // Formats 4 and 12 of a Unicode table; 12 has the characters beyond the basic plane, so it is read last and wins.
    private void ReadCharacters(int cmap)
    {
        var tables = Enumerable.Range(0, U16(cmap + 2))
            .Select(i => cmap + 4 + (8 * i))
            .Where(entry => U16(entry) is 0 or 3)
            .Select(entry => cmap + (int)U32(entry + 4))
            .OrderBy(U16)
            .ToList();
        foreach (var table in tables)
        {
            if (U16(table) == 4)
            {
                ReadSegments(table);
            }
            else if (U16(table) == 12)
            {
                ReadGroups(table);
            }
        }

        if (_glyphs.Count == 0)
        {
            throw new InvalidDataException("it has no Unicode character table");
        }
    }

    private void ReadSegments(int table)
    {
        var count = U16(table + 6) / 2;
        var (ends, starts) = (table + 14, table + 16 + (2 * count));
        var (deltas, ranges) = (starts + (2 * count), starts + (4 * count));
        for (var i = 0; i < count; i++)
        {
            var (start, end, delta, range) = (U16(starts + (2 * i)), U16(ends + (2 * i)), U16(deltas + (2 * i)), U16(ranges + (2 * i)));
            for (var c = start; c <= end && c != 0xFFFF; c++)
            {
                var glyph = range == 0 ? c : U16(ranges + (2 * i) + range + (2 * (c - start)));
                if (glyph != 0)
                {
                    _glyphs[c] = (ushort)((glyph + delta) & 0xFFFF);
                }
            }
        }
    }

    private void ReadGroups(int table)
    {
        var count = checked((int)U32(table + 12));
        for (var i = 0; i < count; i++)
        {
            var group = table + 16 + (12 * i);
            var (start, end, glyph) = (U32(group), U32(group + 4), U32(group + 8));
            if (end < start || end > 0x10FFFF)
            {
                throw new InvalidDataException("its character table runs out of Unicode");
            }

            for (var c = start; c <= end; c++)
            {
                _glyphs[(int)c] = (ushort)((glyph + (c - start)) & 0xFFFF);
            }
        }
    }

    private string ReadName()
    {
        var name = At("name");
        for (var i = 0; i < U16(name + 2); i++)
        {
            var entry = name + 6 + (12 * i);
            if (U16(entry + 6) == 6 && U16(entry) == 3)
            {
                var text = Encoding.BigEndianUnicode.GetString(_data, name + U16(name + 4) + U16(entry + 10), U16(entry + 8));
                return string.Concat(text.Where(char.IsAsciiLetterOrDigit));
            }
        }

        return "Font";
    }

    private byte[] Table(string name)
    {
        var (offset, length) = _tables[name];
        return _data.AsSpan(offset, length).ToArray();
    }

    private int At(string table) => _tables[table].Offset;

    private string Tag(int at) => Encoding.ASCII.GetString(_data, at, 4);

    private int U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(_data.AsSpan(at, 2));

    private short S16(int at) => BinaryPrimitives.ReadInt16BigEndian(_data.AsSpan(at, 2));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(_data.AsSpan(at, 4));
}

using System.Text;
using System.Text.Unicode;
using Supervision.Decisions;

namespace Supervision.Hosting.Import;

/// <summary>Opens a text file as UTF-8, with or without a byte order mark, or says plainly that it is none.</summary>
internal static class TextFile
{
    private const int ProbeLength = 1 << 16;

    /// <exception cref="RefusedException">SUP1051: no such file; SUP1052: another encoding, likely GB18030.</exception>
    public static FileStream Open(string path)
    {
        if (!File.Exists(path))
        {
            throw new RefusedException(Refusal.Of("SUP1051", path));
        }

        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, ProbeLength, FileOptions.SequentialScan);
        var probe = new byte[ProbeLength];
        var length = stream.ReadAtLeast(probe, ProbeLength, throwOnEndOfStream: false);
        stream.Position = 0;
        if (!LooksLikeUtf8(probe.AsSpan(0, length), length == ProbeLength, out var line))
        {
            stream.Dispose();
            throw new RefusedException(Refusal.Of("SUP1052", path, line.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }

        return stream;
    }

    public static StreamReader Decode(Stream stream) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), detectEncodingFromByteOrderMarks: true, ProbeLength);

    // One damaged line among good ones is a reject of its own; a file whose lines are mostly no UTF-8 is another encoding.
    private static bool LooksLikeUtf8(ReadOnlySpan<byte> bytes, bool isCut, out int firstBadLine)
    {
        firstBadLine = 0;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return true;
        }

        if (isCut && bytes.LastIndexOf((byte)'\n') is > 0 and var end)
        {
            bytes = bytes[..end];
        }

        int line = 0, bad = 0, telling = 0;
        foreach (var range in bytes.Split((byte)'\n'))
        {
            line++;
            var text = bytes[range];
            if (!text.ContainsAnyExceptInRange((byte)0, (byte)0x7F))
            {
                continue;
            }

            telling++;
            if (!Utf8.IsValid(text))
            {
                bad++;
                firstBadLine = firstBadLine == 0 ? line : firstBadLine;
            }
        }

        return firstBadLine != 1 && bad * 2 <= telling;
    }
}

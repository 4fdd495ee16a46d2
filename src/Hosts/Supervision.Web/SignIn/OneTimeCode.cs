using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Supervision.Web.SignIn;

/// <summary>One-time codes by the clock: RFC 6238 with SHA-1, six digits, 30 seconds, as the usual programs on phones make them.</summary>
internal static class OneTimeCode
{
    /// <summary>A secret has so many bytes, as RFC 4226 recommends.</summary>
    public const int SecretLength = 20;

    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const long StepSeconds = 30;

    /// <summary>The code of a time step.</summary>
    public static string At(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> mac = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The strength of a code of six digits does not rest on collisions, and phones know no other hash.
        HMACSHA1.HashData(secret, counter, mac);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(mac[(mac[^1] & 15)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step in which a code is right: this one, or the one before or after it, since clocks differ; null when it is wrong.</summary>
    public static long? StepOf(ReadOnlySpan<byte> secret, string? code, DateTimeOffset now)
    {
        var typed = Encoding.UTF8.GetBytes(code?.Replace(" ", "", StringComparison.Ordinal) ?? "");
        var here = now.ToUnixTimeSeconds() / StepSeconds;
        for (var step = here - 1; step <= here + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(typed, Encoding.UTF8.GetBytes(At(secret, step))))
            {
                return step;
            }
        }

        return null;
    }

    /// <summary>A secret to be typed where no camera reads it.</summary>
    public static string Text(ReadOnlySpan<byte> secret)
    {
        var (text, bits, held) = (new StringBuilder(), 0, 0);
        foreach (var one in secret)
        {
            (held, bits) = ((held << 8) | one, bits + 8);
            for (; bits >= 5; bits -= 5)
            {
                text.Append(Base32[(held >> (bits - 5)) & 31]);
            }

            held &= (1 << bits) - 1;
        }

        return bits == 0 ? text.ToString() : text.Append(Base32[(held << (5 - bits)) & 31]).ToString();
    }

    /// <summary>What programs on phones read from a picture.</summary>
    public static string Address(ReadOnlySpan<byte> secret, string site, string name) =>
        $"otpauth://totp/{Uri.EscapeDataString(site)}:{Uri.EscapeDataString(name)}?secret={Text(secret)}&issuer={Uri.EscapeDataString(site)}";
}

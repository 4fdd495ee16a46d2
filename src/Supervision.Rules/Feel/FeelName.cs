using System.Text;

namespace Supervision.Rules.Feel;

/// <summary>The letters of a name, and its one form: parts as written, each run of white space one space.</summary>
internal static class FeelName
{
    public static bool IsStart(Rune rune) => rune.Value is '?' or '_' || (rune.IsAscii
        ? Rune.IsLetter(rune)
        : rune.Value is (>= 0xC0 and <= 0xD6) or (>= 0xD8 and <= 0xF6) or (>= 0xF8 and <= 0x2FF) or (>= 0x370 and <= 0x37D)
            or (>= 0x37F and <= 0x1FFF) or (>= 0x200C and <= 0x200D) or (>= 0x2070 and <= 0x218F) or (>= 0x2C00 and <= 0x2FEF)
            or (>= 0x3001 and <= 0xD7FF) or (>= 0xF900 and <= 0xFDCF) or (>= 0xFDF0 and <= 0xFFFD) or (>= 0x10000 and <= 0xEFFFF));

    public static bool IsPart(Rune rune) => IsStart(rune) || rune.Value is (>= '0' and <= '9') or 0xB7 or (>= 0x300 and <= 0x36F) or (>= 0x203F and <= 0x2040);

    /// <summary>The letters that a name may hold besides, where it is declared.</summary>
    public static bool IsSymbol(char letter) => letter is '.' or '/' or '-' or '\'' or '+' or '*';

    public static string Normalized(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>How many words and symbols a name has: how far a reader must look for it.</summary>
    public static int Tokens(string name)
    {
        var tokens = 0;
        var inWord = false;
        foreach (var rune in name.EnumerateRunes())
        {
            var isPart = IsPart(rune);
            tokens += !inWord && isPart ? 1 : !isPart && !Rune.IsWhiteSpace(rune) ? 1 : 0;
            inWord = isPart;
        }

        return tokens;
    }

    /// <summary>The ASCII letter that was meant by a full-width one, or null.</summary>
    public static string? HalfWidth(string word)
    {
        foreach (var letter in word)
        {
            var meant = letter switch
            {
                '（' => "(",
                '）' => ")",
                '，' or '、' => ",",
                '：' => ":",
                '；' => ";",
                '＞' => ">",
                '＜' => "<",
                '＝' => "=",
                '＋' => "+",
                '＊' or '×' => "*",
                '／' or '÷' => "/",
                '【' => "[",
                '】' => "]",
                _ => null,
            };
            if (meant is not null)
            {
                return meant;
            }
        }

        return null;
    }
}

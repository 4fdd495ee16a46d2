using System.Text;
using Supervision.Rules.Feel.Tree;

namespace Supervision.Rules.Feel.Syntax;

/// <summary>Goes over the text of an expression, letter by letter, past white space and comments.</summary>
internal abstract class FeelReader(FeelSource source)
{
    protected FeelSource Source { get; } = source;

    protected string Text => Source.Text;

    protected int At { get; set; }

    protected bool IsAtEnd => At >= Text.Length;

    /// <summary>The letter here, or NUL at the end.</summary>
    protected char Here => Letter(0);

    protected char Letter(int ahead) => At + ahead < Text.Length ? Text[At + ahead] : '\0';

    protected FeelPlace Place(int offset) => new(Source, offset);

    protected void Skip()
    {
        while (!IsAtEnd)
        {
            if (char.IsWhiteSpace(Here) || Here == '\uFEFF')
            {
                At++;
            }
            else if (Here == '/' && Letter(1) == '/')
            {
                var end = Text.AsSpan(At).IndexOfAny('\n', '\r');
                At = end < 0 ? Text.Length : At + end;
            }
            else if (Here == '/' && Letter(1) == '*')
            {
                var end = Text.IndexOf("*/", At + 2, StringComparison.Ordinal);
                At = end < 0 ? throw Expected("*/") : end + 2;
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>Passes a sign if it stands here.</summary>
    protected bool Take(string sign)
    {
        Skip();
        if (string.CompareOrdinal(Text, At, sign, 0, sign.Length) != 0)
        {
            return false;
        }

        At += sign.Length;
        return true;
    }

    protected void Demand(string sign)
    {
        if (!Take(sign))
        {
            throw Expected(sign);
        }
    }

    /// <summary>Whether a word of the language stands here, and not only the start of a longer one.</summary>
    protected bool IsWord(string word)
    {
        Skip();
        return string.CompareOrdinal(Text, At, word, 0, word.Length) == 0 && !IsPartAt(At + word.Length);
    }

    protected bool TakeWord(string word)
    {
        if (!IsWord(word))
        {
            return false;
        }

        At += word.Length;
        return true;
    }

    protected void DemandWord(string word)
    {
        if (!TakeWord(word))
        {
            throw Expected(word);
        }
    }

    /// <summary>The one word here, or "" where no name can start.</summary>
    protected string Word()
    {
        Skip();
        var start = At;
        if (!IsAtEnd && Rune.TryGetRuneAt(Text, At, out var first) && FeelName.IsStart(first))
        {
            PassWord();
        }

        return Text[start..At];
    }

    /// <summary>All words up to something that no name holds: where a name is declared rather than looked up.</summary>
    protected string Words(string end)
    {
        Skip();
        var start = At;
        if (IsAtEnd || !Rune.TryGetRuneAt(Text, At, out var first) || !FeelName.IsStart(first))
        {
            throw Expected("…");
        }

        while (!IsAtEnd && !(end.Length > 0 && At > start && IsWord(end)))
        {
            if (IsPartAt(At))
            {
                PassWord();
            }
            else if (char.IsWhiteSpace(Here) || (FeelName.IsSymbol(Here) && !(Here == '/' && Letter(1) is '/' or '*')))
            {
                At++;
            }
            else
            {
                break;
            }
        }

        return FeelName.Normalized(Text[start..At]);
    }

    /// <summary>The longest run of words and symbols here that is known; At is behind it. False, and At is unmoved, when none is.</summary>
    protected bool TryLongest(int mostTokens, Func<string, int, bool> isKnown, out string name)
    {
        Skip();
        var start = At;
        var end = -1;
        name = "";
        var candidate = new StringBuilder();
        for (var tokens = 0; tokens < mostTokens && !IsAtEnd; tokens++)
        {
            var from = At;
            if (IsPartAt(At))
            {
                PassWord();
            }
            else if (candidate.Length > 0 && FeelName.IsSymbol(Here))
            {
                At++;
            }
            else
            {
                break;
            }

            candidate.Append(Text, from, At - from);
            var text = candidate.ToString();
            if (isKnown(text, At))
            {
                end = At;
                name = text;
            }

            var before = At;
            while (!IsAtEnd && char.IsWhiteSpace(Here))
            {
                At++;
            }

            candidate.Append(At > before ? " " : "");
        }

        At = end < 0 ? start : end;
        return end >= 0;
    }

    protected bool IsPartAt(int offset) =>
        offset < Text.Length && Rune.TryGetRuneAt(Text, offset, out var rune) && FeelName.IsPart(rune);

    /// <summary>The next letter from an offset that is no white space.</summary>
    protected char NextLetter(int offset)
    {
        while (offset < Text.Length && char.IsWhiteSpace(Text[offset]))
        {
            offset++;
        }

        return offset < Text.Length ? Text[offset] : '\0';
    }

    protected FeelException Expected(string what) => Error(At, "SUP5100", what, Found());

    protected FeelException Error(int offset, string code, params string[] arguments) => new(Source.Error(offset, code, arguments));

    private string Found()
    {
        if (IsAtEnd)
        {
            return "␄";
        }

        var rest = Text.AsSpan(At, Math.Min(20, Text.Length - At));
        var line = rest.IndexOfAny('\r', '\n');
        return (line > 0 ? rest[..line] : rest).ToString();
    }

    private void PassWord()
    {
        while (!IsAtEnd && Rune.TryGetRuneAt(Text, At, out var rune) && FeelName.IsPart(rune))
        {
            At += rune.Utf16SequenceLength;
        }
    }
}

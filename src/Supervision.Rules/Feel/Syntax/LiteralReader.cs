using System.Globalization;
using System.Text;
using Supervision.Rules.Feel.Tree;

namespace Supervision.Rules.Feel.Syntax;

/// <summary>Reads numbers, strings and <c>@"…"</c>.</summary>
internal abstract class LiteralReader(FeelSource source, FeelMode mode) : FeelReader(source)
{
    // More digits than this are lost in a number of 28, and a longer one only costs time.
    private const int MostDigits = 1_000;

    protected FeelMode Mode { get; } = mode;

    protected bool IsNumberHere => char.IsAsciiDigit(Here) || (Here == '.' && char.IsAsciiDigit(Letter(1)));

    protected FeelNode Number()
    {
        var start = At;
        PassDigits();
        if (Here == '.' && char.IsAsciiDigit(Letter(1)))
        {
            At++;
            PassDigits();
        }

        var exponent = Letter(1) is '+' or '-' ? 2 : 1;
        if (Here is 'e' or 'E' && char.IsAsciiDigit(Letter(exponent)))
        {
            At += exponent;
            PassDigits();
        }

        var digits = Text[start..At];
        if (digits.Length > MostDigits || !FeelTemporal.TryNumber(digits, out var number))
        {
            return Fail(start, "SUP5122");
        }

        if (Mode == FeelMode.Strict && digits.Count(char.IsAsciiDigit) > 28)
        {
            throw Error(start, "SUP5122");
        }

        return new ConstantNode(Place(start), FeelValue.Of(number));
    }

    protected string String()
    {
        var start = At++;
        var text = new StringBuilder();
        while (Here != '"')
        {
            if (IsAtEnd)
            {
                At = start;
                throw Expected("\"…\"");
            }

            if (Here == '\\')
            {
                Escape(text);
            }
            else
            {
                text.Append(Here);
                At++;
            }
        }

        At++;
        return text.ToString();
    }

    protected FeelNode Temporal()
    {
        var start = At++;
        if (Here != '"')
        {
            throw Expected("\"");
        }

        var text = String();
        return FeelTemporal.TryAny(text) is { } value ? new ConstantNode(Place(start), value) : Fail(start, "SUP5127", text);
    }

    /// <summary>What can have no value: an error now, or null later.</summary>
    protected FeelNode Fail(int offset, string code, params string[] arguments) =>
        Mode == FeelMode.Strict ? throw Error(offset, code, arguments) : new FailingNode(Place(offset), code, arguments);

    private void PassDigits()
    {
        while (char.IsAsciiDigit(Here))
        {
            At++;
        }
    }

    // An escape that the language does not know stands for itself, as patterns need it.
    private void Escape(StringBuilder text)
    {
        var letter = Letter(1);
        var digits = letter switch
        {
            'u' => 4,
            'U' => 6,
            _ => 0,
        };
        if (digits > 0 && At + 2 + digits <= Text.Length
            && int.TryParse(Text.AsSpan(At + 2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            && (digits == 4 || Rune.IsValid(code)))
        {
            text.Append(digits == 4 ? ((char)code).ToString() : new Rune(code).ToString());
            At += 2 + digits;
            return;
        }

        _ = letter switch
        {
            'n' => text.Append('\n'),
            't' => text.Append('\t'),
            'r' => text.Append('\r'),
            '"' or '\\' or '\'' => text.Append(letter),
            _ => text.Append('\\').Append(IsLastAt(1) ? "" : letter),
        };
        At = Math.Min(At + 2, Text.Length);
    }

    private bool IsLastAt(int ahead) => At + ahead >= Text.Length;
}

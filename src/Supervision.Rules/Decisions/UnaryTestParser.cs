using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Decisions;

/// <summary>
/// Reads the simple unary tests of DMN: <c>-</c>, <c>&gt;= 80</c>, <c>[80..90)</c>, <c>12</c>, <c>"B"</c>, <c>B</c>,
/// <c>true</c>, and lists of them separated by commas.
/// </summary>
internal sealed class UnaryTestParser(PackReader reader, PackScalar cell, ColumnType type)
{
    private readonly List<Interval> _intervals = [];
    private readonly List<string> _words = [];

    public UnaryTest Parse()
    {
        if (cell.Text.Trim() is "-")
        {
            return new UnaryTest("-", null, null);
        }

        var start = 0;
        foreach (var part in cell.Text.Split(','))
        {
            One(part.Trim(), start + part.Length - part.TrimStart().Length);
            start += part.Length + 1;
        }

        return new UnaryTest(
            cell.Text.Trim(), type.IsNumber ? [.. _intervals] : null, type.IsNumber ? null : [.. _words]);
    }

    private void One(string part, int offset)
    {
        if (type.IsNumber)
        {
            Numbers(part, offset);
            return;
        }

        var word = part.Length >= 2 && part[0] == '"' && part[^1] == '"' ? part[1..^1] : part;
        if (type.Words!.Contains(word, StringComparer.Ordinal))
        {
            _words.Add(word);
        }
        else
        {
            Error(offset, "SUP5012", part, string.Join(", ", type.Words!));
        }
    }

    private void Numbers(string part, int offset)
    {
        if (part.Length > 0 && part[0] is '[' or '(' or ']')
        {
            Range(part, offset);
            return;
        }

        var sign = part.Length - part.TrimStart('<', '>', '=').Length;
        var number = Number(part[sign..], offset + sign);
        switch (part[..sign])
        {
            case "": _intervals.Add(new(number, true, number, true)); break;
            case "<": _intervals.Add(new(decimal.MinValue, true, number, false)); break;
            case "<=": _intervals.Add(new(decimal.MinValue, true, number, true)); break;
            case ">": _intervals.Add(new(number, false, decimal.MaxValue, true)); break;
            case ">=": _intervals.Add(new(number, true, decimal.MaxValue, true)); break;
            default: Error(offset, "SUP5025", part); break;
        }
    }

    /// <summary>[a..b], with ( or ] before and ) or [ behind where the bound is out.</summary>
    private void Range(string part, int offset)
    {
        var dots = part.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0 || part[^1] is not (')' or ']' or '['))
        {
            Error(offset, "SUP5025", part);
            return;
        }

        var low = Number(part[1..dots], offset + 1);
        var high = Number(part[(dots + 2)..^1], offset + dots + 2);
        if (low > high)
        {
            Error(offset, "SUP5025", part);
        }

        _intervals.Add(new(low, part[0] == '[', high, part[^1] == ']'));
    }

    private decimal Number(string text, int offset)
    {
        if (!PackReader.TryExact(text.Trim(), reader.Scale, out var number))
        {
            Error(offset + text.Length - text.TrimStart().Length, "SUP5025", text.Trim());
        }

        return number;
    }

    private void Error(int offset, string code, params string[] arguments) =>
        reader.Errors.Add(
            cell.Line, cell.Column + offset + (cell.IsQuoted ? 1 : 0), cell.Path, code, arguments);
}

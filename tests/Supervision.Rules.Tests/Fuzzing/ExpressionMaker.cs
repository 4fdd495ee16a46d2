using System.Text;

namespace Supervision.Rules.Tests.Fuzzing;

/// <summary>Makes expressions by the grammar, most of them well formed, from one seed; then breaks some of them.</summary>
internal sealed class ExpressionMaker(int seed)
{
    private static readonly string[] s_atoms =
    [
        "1", "0", "-1", "2.50", "1e3", ".5", "99999999999999999999999999", "\"a\"", "\"企业\"", "\"\\u4e2d\\n\"", "true", "false", "null", "重点项", "处罚 次数", "a-b", "item",
        "列表", "企业", "?", "partial", "@\"2026-02-28\"", "@\"10:00:00+08:00\"", "@\"2024-02-29T23:59:59@Asia/Shanghai\"", "@\"P1Y2M\"", "@\"-PT3H\"", "[]", "{}", "unknown",
        "日期", "sum", "not", "date and time", "\"[a-z]+(b|c)*\"", "\"(a)\\1\"", "\"2026-01-31\"", "\"[1..5]\"",
    ];

    private static readonly string[] s_functions =
    [
        "abs", "sum", "min", "max", "count", "mean", "mode", "median", "stddev", "date", "time", "date and time", "duration", "number", "string", "substring", "string length", "matches",
        "replace", "split", "string join", "list contains", "sublist", "append", "concatenate", "flatten", "sort", "distinct values", "union", "index of", "insert before", "remove", "reverse",
        "get value", "get entries", "context", "context put", "context merge", "floor", "ceiling", "round up", "decimal", "modulo", "sqrt", "log", "exp", "odd", "before", "overlaps", "during",
        "is", "day of week", "week of year", "years and months duration", "range", "not", "all", "any", "product", "list replace", "today",
    ];

    private static readonly string[] s_signs = ["+", "-", "*", "/", "**", "=", "!=", "<", "<=", ">", ">=", " and ", " or ", " in ", "."];

    private static readonly string[] s_pieces =
        ["(", ")", "[", "]", "{", "}", "..", ",", ":", "\"", "\\", "@", "-", "**", "if ", "then ", "else ", "for ", "in ", "return ", "function(", "instance of ", "list<", "/*", "//", "（", "\uD83D", "\0", "？", " "];

    private readonly Random _random = new(seed);

    public string Next()
    {
        var text = new StringBuilder();
        Expression(text, 1 + _random.Next(5));
        return _random.Next(3) == 0 ? Broken(text.ToString()) : text.ToString();
    }

    /// <summary>The text with a few letters taken out, doubled, moved or put in.</summary>
    public string Broken(string text)
    {
        var letters = new StringBuilder(text);
        for (var times = 1 + _random.Next(4); times > 0 && letters.Length > 0; times--)
        {
            var at = _random.Next(letters.Length);
            var length = Math.Min(_random.Next(1, 12), letters.Length - at);
            var part = letters.ToString(at, length);
            switch (_random.Next(4))
            {
                case 0: letters.Remove(at, length); break;
                case 1: letters.Insert(_random.Next(letters.Length), part); break;
                case 2: letters.Insert(at, string.Concat(Enumerable.Repeat(part, _random.Next(1, 60)))); break;
                default: letters.Insert(at, Pick(s_pieces)); break;
            }
        }

        return letters.ToString();
    }

    private void Expression(StringBuilder text, int depth)
    {
        if (depth == 0)
        {
            text.Append(Pick(s_atoms));
            return;
        }

        switch (_random.Next(16))
        {
            case 0: Join(text, depth, "if ", " then ", " else ", ""); break;
            case 1: Join(text, depth, "for x in ", _random.Next(2) == 0 ? " return " : "..9 return ", ""); break;
            case 2: Join(text, depth, _random.Next(2) == 0 ? "some x in " : "every x in ", " satisfies ", ""); break;
            case 3: Join(text, depth, "[", ", ", ", ", "]"); break;
            case 4: Join(text, depth, "{ 甲: ", ", b c: ", "}"); break;
            case 5: Join(text, depth, "", "[", "]"); break;
            case 6: Join(text, depth, Pick(["[", "(", "]"]), "..", Pick(["]", ")", "["])); break;
            case 7: Join(text, depth, "(function(n) ", ")(", ")"); break;
            case 8: Join(text, depth, "", " between ", " and ", ""); break;
            case 9: Join(text, depth, "", Pick([".甲", ".year", ".start included", " instance of number", " instance of list<string>", " in (< 5, 7)"])); break;
            case < 13: Join(text, depth, [Pick(s_functions) + "(", .. Enumerable.Repeat(", ", _random.Next(3)), ")"]); break;
            default: Join(text, depth, "", Pick(s_signs), ""); break;
        }
    }

    private void Join(StringBuilder text, int depth, params string[] parts)
    {
        text.Append(parts[0]);
        foreach (var part in parts.Skip(1))
        {
            Expression(text, _random.Next(depth));
            text.Append(part);
        }
    }

    private string Pick(string[] of) => of[_random.Next(of.Length)];
}

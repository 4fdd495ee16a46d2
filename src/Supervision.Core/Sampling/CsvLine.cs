using System.Text;

namespace Supervision.Sampling;

/// <summary>
/// One line of RFC 4180 text. No field of a bundle can hold a control character, hence a line is always a row.
/// </summary>
internal static class CsvLine
{
    public static string Quote(string field) => field.AsSpan().ContainsAny(',', '"')
        ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : field;

    /// <summary>The fields of a line, or null when its quotes are wrong.</summary>
    public static string[]? Split(string line)
    {
        if (!line.Contains('"', StringComparison.Ordinal))
        {
            return line.Split(',');
        }

        var fields = new List<string>();
        var field = new StringBuilder();
        for (var i = 0; ; i++)
        {
            field.Clear();
            if (i < line.Length && line[i] == '"')
            {
                for (i++; ; i++)
                {
                    var close = i < line.Length && line[i] == '"';
                    if (i >= line.Length)
                    {
                        return null;
                    }

                    if (close && (i + 1 == line.Length || line[i + 1] != '"'))
                    {
                        i++;
                        break;
                    }

                    i += close ? 1 : 0;
                    field.Append(line[i]);
                }
            }
            else
            {
                for (; i < line.Length && line[i] != ','; i++)
                {
                    field.Append(line[i]);
                }
            }

            fields.Add(field.ToString());
            if (i >= line.Length)
            {
                return [.. fields];
            }

            if (line[i] != ',')
            {
                return null;
            }
        }
    }
}

using System.Text.RegularExpressions;

namespace Supervision.Storage.Tests.PostgreSql;

/// <summary>
/// A SQLite script as a first draft of the PostgreSQL one: types, text by its bytes, no STRICT. What it cannot know
/// (other functions, other defaults) is for its reviewer; the schema tests compare the outcome with the mapping.
/// </summary>
internal static partial class SchemaTranslation
{
    public static string Translate(string sqlite) => string.Join('\n', sqlite.ReplaceLineEndings("\n").Split('\n').Select(Line));

    private static string Line(string line)
    {
        if (line.StartsWith("--", StringComparison.Ordinal))
        {
            return line;
        }

        line = Column().Replace(line, match =>
        {
            var type = match.Groups["type"].Value switch { "TEXT" => "TEXT COLLATE \"C\"", "INTEGER" => "BIGINT", _ => "BYTEA" };
            var rest = match.Groups["rest"].Value;
            return match.Groups["name"].Value + (rest.Length == 0 || rest[0] == ',' ? type : type.PadRight(17)) + rest;
        });
        line = Strict().Replace(line, ")${end}");
        return Bytes().Replace(line, @"'\x${hex}'");
    }

    [GeneratedRegex(@"^(?<name>(    |ALTER TABLE \w+ ADD COLUMN )\w+ +)(?<type>TEXT|INTEGER|BLOB) *(?<rest>.*)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Column();

    [GeneratedRegex(@"\) (STRICT, WITHOUT ROWID|STRICT|WITHOUT ROWID)(?<end>;)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Strict();

    [GeneratedRegex("\\bx'(?<hex>[0-9a-f]*)'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bytes();
}

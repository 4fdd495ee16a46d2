namespace Supervision.Hosting.Import;

/// <summary>
/// Stands before the CSV parser and lets only well-quoted records through. Without it a single stray quote would
/// swallow all the rows up to the next one. Of a broken record the first line is dropped and reading goes on with
/// the second, so every good row is kept.
/// </summary>
internal sealed class QuoteGuard(TextReader inner) : TextReader
{
    // What a quoted field may span before it counts as one that was never closed.
    private const int MaxLines = 50;
    private const int MaxLength = 1 << 16;

    private readonly Queue<(long Line, string? Broken)> _records = new();
    private readonly Stack<string> _back = new();
    private string _text = "";
    private int _at;
    private long _line;

    private enum Place
    {
        FieldStart = 1,
        Unquoted,
        Quoted,
        AfterQuote,
        Broken,
    }

    /// <summary>Takes the next record's first line number, in file order; a broken one comes with the text of that line.</summary>
    public bool TryTake(out (long Line, string? Broken) record) => _records.TryDequeue(out record);

    public override int Read(char[] buffer, int index, int count)
    {
        var copied = 0;
        while (copied < count && (_at < _text.Length || NextRecord()))
        {
            var length = Math.Min(count - copied, _text.Length - _at);
            _text.CopyTo(_at, buffer, index + copied, length);
            _at += length;
            copied += length;
        }

        return copied;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool NextRecord()
    {
        while (NextLine() is { } line)
        {
            if (line.Length == 0)
            {
                continue;
            }

            var first = _line;
            var record = line.Contains('"', StringComparison.Ordinal) ? Collect(line) : line;
            _records.Enqueue((first, record is null ? line : null));
            if (record is not null)
            {
                _text = record + "\n";
                _at = 0;
                return true;
            }
        }

        return false;
    }

    // The whole record that begins with a line, or null when it is broken.
    private string? Collect(string first)
    {
        var place = Scan(first, Place.FieldStart);
        if (place != Place.Quoted)
        {
            return place == Place.Broken ? null : first;
        }

        var lines = new List<string> { first };
        var length = first.Length;
        while (place == Place.Quoted && lines.Count < MaxLines && length < MaxLength && NextLine() is { } line)
        {
            lines.Add(line);
            length += line.Length;
            place = Scan(line, Place.Quoted);
        }

        if (place is not (Place.Quoted or Place.Broken))
        {
            return string.Join('\n', lines);
        }

        for (var i = lines.Count - 1; i > 0; i--)
        {
            _back.Push(lines[i]);
            _line--;
        }

        return null;
    }

    private static Place Scan(string line, Place place)
    {
        foreach (var c in line)
        {
            place = (place, c) switch
            {
                (Place.Quoted, '"') => Place.AfterQuote,
                (Place.Quoted, _) => Place.Quoted,
                (Place.AfterQuote, '"') => Place.Quoted,
                (_, ',') => Place.FieldStart,
                (Place.FieldStart, '"') => Place.Quoted,
                (Place.AfterQuote, _) or (Place.Unquoted, '"') => Place.Broken,
                _ => Place.Unquoted,
            };
            if (place == Place.Broken)
            {
                break;
            }
        }

        return place;
    }

    private string? NextLine()
    {
        var line = _back.TryPop(out var kept) ? kept : inner.ReadLine();
        _line += line is null ? 0 : 1;
        return line;
    }
}

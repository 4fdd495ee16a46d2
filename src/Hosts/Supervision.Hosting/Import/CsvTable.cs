using CsvHelper;
using Supervision.Decisions;

namespace Supervision.Hosting.Import;

/// <summary>A CSV file (RFC 4180, UTF-8) row by row. Rows are known by the physical line on which they begin, the header being 1.</summary>
internal sealed class CsvTable : IDisposable
{
    // The header is a row like any other here: it is checked before it is used.
    private static readonly CsvReaderOptions s_options = new()
    {
        Separator = ',',
        DetectSeparatorHint = false,
        HasHeader = false,
        PoolStrings = true,
    };

    private readonly FileStream _stream;
    private readonly QuoteGuard _guard;
    private readonly CsvReader _parser;
    private bool _isAhead;

    private CsvTable(FileStream stream)
    {
        _stream = stream;
        _guard = new QuoteGuard(TextFile.Decode(stream));
        _parser = CsvReader.Create(_guard, s_options, leaveOpen: true);
    }

    public IReadOnlyList<string> Header { get; private set; } = [];

    /// <summary>Physical line on which the current row begins.</summary>
    public long Row { get; private set; }

    /// <summary>The text of a row whose quotes are wrong; it has no fields. Null for a readable row.</summary>
    public string? Broken { get; private set; }

    public int Count => _parser.FieldCount;

    /// <summary>How much of the file was read, 0 to 1.</summary>
    public double Fraction => _stream.Length == 0 ? 1 : (double)_stream.Position / _stream.Length;

    public string this[int column] => _parser.GetString(column);

    /// <exception cref="RefusedException">The file is missing (SUP1051), no UTF-8 (SUP1052) or has no usable header (SUP1058, SUP1059).</exception>
    public static CsvTable Open(string path)
    {
        var table = new CsvTable(TextFile.Open(path));
        try
        {
            table.ReadHeader(path);
            return table;
        }
        catch
        {
            table.Dispose();
            throw;
        }
    }

    public bool Read()
    {
        // The parser looks one record ahead: by then the guard has told of all broken ones before it.
        _isAhead = _isAhead || _parser.Read();
        if (!_guard.TryTake(out var record))
        {
            return false;
        }

        (Row, Broken) = record;
        _isAhead = _isAhead && Broken is not null;
        return true;
    }

    public void Dispose()
    {
        _parser.Dispose();
        _guard.Dispose();
        _stream.Dispose();
    }

    private void ReadHeader(string path)
    {
        if (!Read() || Broken is not null)
        {
            throw new RefusedException(Refusal.Of("SUP1058", path));
        }

        var header = new string[Count];
        for (var i = 0; i < header.Length; i++)
        {
            header[i] = this[i].Trim();
        }

        Header = header;
        var twice = header.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw new RefusedException(Refusal.Of("SUP1059", path, twice.Key));
        }
    }
}

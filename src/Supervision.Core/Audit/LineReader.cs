namespace Supervision.Audit;

/// <summary>Reads lines as bytes, each with its LF. A line longer than 16 MiB ends the reading.</summary>
internal sealed class LineReader(Stream file)
{
    private const int Limit = 16 << 20;

    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;

    /// <summary>Whether the last line read ended with LF and nothing came after it.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>The next line, valid until the next call; null at the end.</summary>
    public async ValueTask<ReadOnlyMemory<byte>?> NextAsync(CancellationToken cancellationToken)
    {
        for (var searched = 0; ;)
        {
            var length = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (length >= 0)
            {
                var line = _buffer.AsMemory(_start, searched + length + 1);
                _start += line.Length;
                return line;
            }

            searched = _end - _start;
            if (searched >= Limit || !await FillAsync(cancellationToken).ConfigureAwait(false))
            {
                IsWhole = searched == 0;
                return null;
            }
        }
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        _buffer.AsSpan(_start.._end).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        }

        var read = await file.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += read;
        return read > 0;
    }
}

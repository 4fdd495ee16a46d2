using Supervision.Decisions;
using Supervision.Hashing;

namespace Supervision.Audit;

/// <summary>Checks the lines of an exported journal one after the other.</summary>
internal sealed class JournalCheck(IReadOnlyCollection<JournalHead> witnessed)
{
    private MerkleFrontier _tree = new(HashKind.Sha256);
    private readonly HeadWitnesses _witnesses = new(witnessed);
    private long _lines;
    private JournalHead? _head;

    /// <summary>Why this line is wrong, or null.</summary>
    public Refusal? Add(ReadOnlySpan<byte> line)
    {
        _lines++;
        if (_lines == 1)
        {
            if (JournalLine.ReadFormat(line) is not { } hash)
            {
                return Refusal.Of("SUP9104", "1");
            }

            _tree = new MerkleFrontier(hash);
            return _witnesses.Contradiction(_tree);
        }

        if (_head is not null)
        {
            return Refusal.Of("SUP9104", Invariant.Text(_lines));
        }

        if (JournalLine.ReadHead(line) is { } head)
        {
            return End(head, line);
        }

        return JournalLine.ReadEntry(line) is { } entry ? Add(entry, line) : Refusal.Of("SUP9104", Invariant.Text(_lines));
    }

    /// <summary>The verified head once all lines were added.</summary>
    public Outcome<JournalHead> End(bool isWhole)
    {
        if (_head is null || !isWhole)
        {
            return Refusal.Of("SUP9105", Invariant.Text(_tree.Count));
        }

        return _witnesses.Beyond(_head) is { } refusal ? refusal : _head;
    }

    private Refusal? Add(JournalEntry entry, ReadOnlySpan<byte> line)
    {
        var index = Invariant.Text(_tree.Count);
        if (entry.Index != _tree.Count)
        {
            return Refusal.Of("SUP9101", index, Invariant.Text(entry.Index));
        }

        // Written again from what was read: a bit that the reader would not notice is noticed here.
        if (!entry.IsIntact(_tree.Kind) || !line.SequenceEqual(JournalLine.Of(entry).Span))
        {
            return Refusal.Of("SUP9102", index, entry.Record.Type, entry.Record.Key);
        }

        _tree.Append(entry.LeafHash);
        return _witnesses.Contradiction(_tree);
    }

    private Refusal? End(JournalHead head, ReadOnlySpan<byte> line)
    {
        _head = JournalHead.Of(_tree);
        return _head == head with { Hash = _tree.Kind } && line.SequenceEqual(JournalLine.Of(head).Span) ? null : Refusal.Of(
            "SUP9103", Invariant.Text(head.Size), head.Root.ToString(), Invariant.Text(_head.Size), _head.Root.ToString());
    }
}

namespace Supervision.Registry;

// Which ids an import has met and in which row: 16 bytes a row more than the ids that the batch holds anyway.
internal sealed class SeenIds
{
    private readonly Dictionary<UInt128, int> _rows = [];

    /// <summary>The row in which an id was met first, or null when this is the first time.</summary>
    public long? FirstRowOf(string id, long row)
    {
        var key = Key(id);
        if (_rows.TryGetValue(key, out var first))
        {
            return first;
        }

        _rows.Add(key, checked((int)row));
        return null;
    }

    // An id has at most 23 characters of 7 bits: 161 bits. The first 18 characters, a credit code, make the key of 126
    // bits exactly; the suffix of a site is mixed into the two bits left and, by multiplication, into the others.
    private static UInt128 Key(string id)
    {
        UInt128 key = 0;
        var head = Math.Min(id.Length, 18);
        for (var i = 0; i < head; i++)
        {
            key = (key << 7) | id[i];
        }

        for (var i = head; i < id.Length; i++)
        {
            key = unchecked((key * 1_000_003) ^ ((UInt128)id[i] << 120) ^ id[i]);
        }

        return key;
    }
}

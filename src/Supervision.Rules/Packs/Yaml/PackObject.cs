namespace Supervision.Rules.Packs.Yaml;

/// <summary>A mapping that is read key by key. The keys asked for are the keys allowed.</summary>
internal sealed class PackObject(PackMapping? mapping, PackErrors errors)
{
    private readonly List<string> _allowed = [];

    /// <summary>Whether the key is there; asking allows it.</summary>
    public bool Has(string key) => Optional(key) is not null;

    public PackNode? Optional(string key)
    {
        if (!_allowed.Contains(key, StringComparer.Ordinal))
        {
            _allowed.Add(key);
        }

        return mapping?.Entries
            .FirstOrDefault(entry => string.Equals(entry.Key.Text, key, StringComparison.Ordinal)).Value;
    }

    /// <summary>The value, or null after an error: a caller passes the null on, and no second error follows.</summary>
    public PackNode? Required(string key)
    {
        var value = Optional(key);
        if (value is null && mapping is not null)
        {
            errors.Add(mapping, "SUP5009", key);
        }

        return value;
    }

    /// <summary>Reports the keys that nobody asked for.</summary>
    public void Done()
    {
        foreach (var (key, _) in mapping?.Entries ?? [])
        {
            if (!_allowed.Contains(key.Text, StringComparer.Ordinal))
            {
                errors.Add(key, "SUP5008", key.Text, string.Join(", ", _allowed));
            }
        }
    }
}

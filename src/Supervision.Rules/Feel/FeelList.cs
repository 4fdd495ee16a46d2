namespace Supervision.Rules.Feel;

/// <summary>A list. Knows how deep it is, so that no walk over a value can go deeper than a limit.</summary>
internal sealed class FeelList : IEquatable<FeelList>
{
    public FeelList(FeelValue[] items)
    {
        Items = items;
        var deepest = 0;
        foreach (ref readonly var item in items.AsSpan())
        {
            deepest = Math.Max(deepest, item.Depth);
        }

        Depth = deepest + 1;
    }

    public static FeelList Empty { get; } = new([]);

    public FeelValue[] Items { get; }

    public int Count => Items.Length;

    public int Depth { get; }

    public bool Equals(FeelList? other) => other is not null && Items.AsSpan().SequenceEqual(other.Items);

    public override bool Equals(object? obj) => Equals(obj as FeelList);

    public override int GetHashCode() => Items.Length;
}

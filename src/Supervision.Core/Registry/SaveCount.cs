namespace Supervision.Registry;

/// <summary>What a bulk save did.</summary>
/// <param name="Added">Rows that were new.</param>
/// <param name="Changed">Rows that replaced a different one.</param>
/// <param name="Unchanged">Rows equal to what was stored: nothing was written for them.</param>
public readonly record struct SaveCount(int Added, int Changed, int Unchanged)
{
    /// <summary>Sum of two counts.</summary>
    public static SaveCount operator +(SaveCount a, SaveCount b) => a.Add(b);

    /// <summary>Sum of two counts.</summary>
    public SaveCount Add(SaveCount other) =>
        new(Added + other.Added, Changed + other.Changed, Unchanged + other.Unchanged);
}

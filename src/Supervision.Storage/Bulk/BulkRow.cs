namespace Supervision.Storage.Bulk;

/// <summary>Takes the values of a row in the order of its columns, without an object for each.</summary>
internal abstract class BulkRow
{
    /// <summary>Gives the next column a text or null.</summary>
    public abstract BulkRow Text(string? value);

    /// <summary>The text, when it may go in.</summary>
    protected static string? Guarded(string? value) => TextGate.Pass(value, "a row");

    /// <summary>Gives the next column an integer or null.</summary>
    public abstract BulkRow Integer(long? value);

    /// <summary>Gives the next column bytes.</summary>
    public abstract BulkRow Blob(ReadOnlySpan<byte> value);
}

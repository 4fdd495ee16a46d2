using Supervision.Decisions;
using Supervision.Registry;

namespace Supervision.Storage.Bulk;

/// <summary>Takes the values of a row in the order of its columns, without an object for each.</summary>
internal abstract class BulkRow
{
    /// <summary>Gives the next column a text or null.</summary>
    public abstract BulkRow Text(string? value);

    /// <summary>The gate of every text that goes in bulk: an identity number in clear goes no further (SUP6119).</summary>
    protected static string? Guarded(string? value) =>
        ResidentId.IsIn(value) ? throw new RefusedException(Refusal.Of("SUP6119", "a row")) : value;

    /// <summary>Gives the next column an integer or null.</summary>
    public abstract BulkRow Integer(long? value);

    /// <summary>Gives the next column bytes.</summary>
    public abstract BulkRow Blob(ReadOnlySpan<byte> value);
}

namespace Supervision.Data;

/// <summary>The form of a field.</summary>
public enum DataFieldType
{
    /// <summary>Any text.</summary>
    Text = 1,

    /// <summary>A civil date.</summary>
    Date = 2,

    /// <summary>A civil date with a time of day.</summary>
    Time = 3,

    /// <summary>A whole number.</summary>
    Integer = 4,

    /// <summary>A decimal number.</summary>
    Decimal = 5,
}

using System.Text.Json.Serialization;

namespace Supervision.Data;

/// <summary>A field of a table. Immutable.</summary>
public sealed record DataField
{
    /// <summary>Name, unique in its table.</summary>
    public required string Name { get; init; }

    /// <summary>Name for people, as the standard prints it.</summary>
    public string? Title { get; init; }

    /// <summary>Column of the file, when its name is another.</summary>
    public string? Column { get; init; }

    /// <summary>Form.</summary>
    public DataFieldType Type { get; init; } = DataFieldType.Text;

    /// <summary>How dates and times are written, such as "yyyyMMdd"; ISO when not said.</summary>
    public string? Format { get; init; }

    /// <summary>Whether each row must fill it.</summary>
    [JsonPropertyName("required")]
    public bool IsRequired { get; init; }

    /// <summary>Longest text in characters; null when there is no limit but the reader's.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The name of its column.</summary>
    [JsonIgnore]
    public string ColumnName => Column ?? Name;
}

using System.Text.Json.Serialization;

namespace Supervision.Data;

/// <summary>The schema of a table. Immutable.</summary>
public sealed record DataTable
{
    /// <summary>Name, unique in its standard.</summary>
    public required string Name { get; init; }

    /// <summary>Name for people.</summary>
    public string? Title { get; init; }

    /// <summary>File of a delivery that holds it; the name and ".csv" when not said.</summary>
    public string? File { get; init; }

    /// <summary>Fields whose values together name a row. Rows that share them are told apart by a serial.</summary>
    public required IReadOnlyList<string> Key { get; init; }

    /// <summary>The field whose day says which version of a dated rule applies; null when all rules apply.</summary>
    public string? Date { get; init; }

    /// <summary>Whether a delivery may lack it.</summary>
    [JsonPropertyName("optional")]
    public bool IsOptional { get; init; }

    /// <summary>Fields in order.</summary>
    public required IReadOnlyList<DataField> Fields { get; init; }

    /// <summary>File of a delivery that holds it.</summary>
    [JsonIgnore]
    public string FileName => File ?? Name + ".csv";

    /// <summary>Place of a field; −1 when there is none.</summary>
    internal int IndexOf(string field)
    {
        for (var i = 0; i < Fields.Count; i++)
        {
            if (Fields[i].Name == field)
            {
                return i;
            }
        }

        return -1;
    }
}

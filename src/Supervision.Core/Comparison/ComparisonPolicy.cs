using System.Text.Json;
using Supervision.Decisions;

namespace Supervision.Comparison;

/// <summary>What counts as the same business: published numbers, none built in. Shares are in thousandths. Immutable.</summary>
public sealed record ComparisonPolicy
{
    private static readonly Lazy<ComparisonPolicy> s_shipped = new(() => Parse(ShippedDocument.Read("Supervision.Comparison.Data.comparison-policy.json")).OrThrow());

    /// <summary>The example that comes with the library.</summary>
    public static ComparisonPolicy Shipped => s_shipped.Value;

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Version.</summary>
    public required string Version { get; init; }

    /// <summary>Where its numbers come from.</summary>
    public required string Source { get; init; }

    /// <summary>What an equal name adds to the confidence.</summary>
    public required int NameWeight { get; init; }

    /// <summary>What an equal address adds.</summary>
    public required int AddressWeight { get; init; }

    /// <summary>What an equal phone adds.</summary>
    public required int PhoneWeight { get; init; }

    /// <summary>From here on two records are one business.</summary>
    public required int Match { get; init; }

    /// <summary>From here on they may be, and a person must look.</summary>
    public required int Possible { get; init; }

    /// <summary>Below this likeness a name or an address is another one.</summary>
    public required int Alike { get; init; }

    /// <summary>A value that more records share than this tells nobody apart, and is not searched by.</summary>
    public required int Crowd { get; init; }

    /// <summary>Words that tell no names apart.</summary>
    public required IReadOnlyList<string> DropFromNames { get; init; }

    /// <summary>Words that tell no addresses apart.</summary>
    public required IReadOnlyList<string> DropFromAddresses { get; init; }

    /// <summary>Places that may stand before a name or an address or not.</summary>
    public required IReadOnlyList<string> DropAtStart { get; init; }

    /// <summary>Reads a policy. SUP7501: the text is no such JSON, or its numbers cannot be; the message says where.</summary>
    public static Outcome<ComparisonPolicy> Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return JsonSerializer.Deserialize(json, ComparisonJson.Default.ComparisonPolicy) is not { } policy ? Refusal.Of("SUP7501", "$", "null")
                : policy.Problem() is { } problem ? Refusal.Of("SUP7501", problem, "0–1000")
                : policy;
        }
        catch (JsonException wrong)
        {
            return Refusal.Of("SUP7501", wrong.Path ?? "$", wrong.Message);
        }
    }

    private string? Problem() =>
        NameWeight < 0 || AddressWeight < 0 || PhoneWeight < 0 || NameWeight + AddressWeight + PhoneWeight != 1000
            ? "nameWeight + addressWeight + phoneWeight = 1000"
        : Possible is < 1 or > 1000 || Match < Possible || Match > 1000 ? "possible ≤ match"
        : Alike is < 0 or > 1000 ? "alike"
        : Crowd < 1 ? "crowd"
        : DropFromNames.Concat(DropFromAddresses).Concat(DropAtStart).Any(word => word.Length == 0) ? "drop"
        : null;
}

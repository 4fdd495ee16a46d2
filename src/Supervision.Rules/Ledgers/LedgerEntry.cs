using Supervision.Rules.Facts;

namespace Supervision.Rules.Ledgers;

/// <summary>Points that were posted and still take or give something. Lives inside one fold.</summary>
internal sealed class LedgerEntry(LedgerState ledger, DateOnly date, decimal points, string cause)
{
    public LedgerState Ledger { get; } = ledger;

    public DateOnly Date { get; } = date;

    /// <summary>Id of the event behind it.</summary>
    public string Cause { get; } = cause;

    /// <summary>What was posted, after cuts.</summary>
    public decimal Posted { get; } = points;

    /// <summary>The step that posted it, or null for points of an event.</summary>
    public LedgerStep? Step { get; init; }

    /// <summary>The line that posted it, or null for a step's effect or an opening balance.</summary>
    public PostLine? Line { get; init; }

    public string? Key { get; init; }

    public PolicyEvent? Event { get; init; }

    public Fact Item { get; init; }

    /// <summary>The key, or the code that the fault itself bears.</summary>
    public string? Code => Key ?? (Item["code"] is { Kind: FactKind.Text } code ? code.Text : null);

    public IReadOnlyDictionary<string, Fact>? Marks { get; init; }

    /// <summary>Whose ledger it stands in, resolved on its date.</summary>
    public string? Holder { get; init; }

    public WindowRule Window { get; init; } = WindowRule.None;

    /// <summary>First day on which it no longer counts, or null.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Place in the order in which entries were posted.</summary>
    public int Order { get; set; }

    /// <summary>What is left of it after repairs.</summary>
    public decimal Left { get; set; } = points;

    /// <summary>What of it no step has used.</summary>
    public decimal Unused { get; set; } = points;

    /// <summary>What repairs gave back.</summary>
    public decimal Given { get; set; }

    /// <summary>Whether it has ended, by its window or by a reversal.</summary>
    public bool IsOver { get; set; }

    /// <summary>Its fields, as expressions name them; without a key, the key is the empty text.</summary>
    public Fact Get(string field) => field switch
    {
        "on" => Fact.Of(Date),
        "key" => Fact.Of(Key ?? ""),
        "points" => Fact.Of(Posted),
        "left" => Fact.Of(Left),
        "line" => Fact.Of(Line?.Id ?? ""),
        "event" => Fact.Of(Cause),
        _ => Marks?.GetValueOrDefault(field) ?? default,
    };
}

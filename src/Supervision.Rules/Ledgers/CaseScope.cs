using Supervision.Rules.Decisions;
using Supervision.Rules.Packs.Expressions;
using Supervision.Rules.Facts;

namespace Supervision.Rules.Ledgers;

/// <summary>What an expression sees of a subject: its attributes, its ledgers, and what is being looked at just now.</summary>
internal sealed class CaseScope(FoldState state, DateOnly on) : RuleScope(on)
{
    /// <summary>Code of the error that a decision above has no row for the case.</summary>
    public const string Gap = "SUP5258";

    /// <summary>For a pack that uses no other.</summary>
    public static IReadOnlyDictionary<string, UsedResult> NothingUsed { get; } = new Dictionary<string, UsedResult>(StringComparer.Ordinal);

    public FoldState State { get; } = state;

    public PolicyEvent? Event { get; init; }

    public Fact Item { get; init; }

    public LedgerEntry? Entry { get; init; }

    public PolicyEvent? Past { get; init; }

    public IssuedResult? Result { get; init; }

    public Delay? Delay { get; init; }

    public string? Key { get; set; }

    /// <summary>The line whose own gathers may be named.</summary>
    public PostLine? Line { get; init; }

    public IReadOnlyList<string> Posted { get; init; } = [];

    /// <summary>Outputs of the decisions above, and readings with levels, once the fold is at its end.</summary>
    public IReadOnlyDictionary<string, Fact>? Decided { get; init; }

    public LedgerReadings? Readings { get; init; }

    /// <summary>What other policies say, by the names of this pack.</summary>
    public IReadOnlyDictionary<string, UsedResult> Used { get; init; } = NothingUsed;

    /// <summary>Whether a name stands for a result of another policy that has no version in force.</summary>
    public bool IsNotInForce(string name) => Used.TryGetValue(name, out var used) && used is { Gap: null, Value.Kind: FactKind.Absent };

    public override bool HasPosted(string line) => Posted.Contains(line, StringComparer.Ordinal);

    public override Fact Value(string name)
    {
        if (name is "key")
        {
            return Key is null ? default : Fact.Of(Key);
        }

        if (Line is not null && Line.Gathers.TryGetValue(name, out var own))
        {
            return GatherFold.Of(own, this);
        }

        return State.Set.Gathers.TryGetValue(name, out var gather) ? GatherFold.Of(gather, this)
            : Output(name);
    }

    public override Fact Field(string root, string field) => root switch
    {
        "event" => Event!.Get(field),
        "item" => Item[field],
        "entry" => Entry!.Get(field),
        "past" => Past!.Get(field),
        "result" => field is "on" ? Fact.Of(Result!.On) : Result!.Value,
        "delay" => Delay!.Get(field),
        "subject" => State.History.Attribute(field, On),
        _ => Reading(root, field),
    };

    // A reading of a ledger, or an output of a decision that has several.
    private Fact Reading(string root, string field)
    {
        if (Readings?.Find(root) is { } reading && LedgerReading.IndexOf(field) is >= 0 and var at)
        {
            return Fact.Of(reading[at]);
        }

        return Decided?.ContainsKey($"{root}.{field}") is true ? Output($"{root}.{field}") : Fact.Of(State.Read(State.Find(root), On)[field]);
    }

    // What builds on a decision without a row has no row either.
    private Fact Output(string name)
    {
        var output = Decided?.GetValueOrDefault(name) ?? default;
        return output.Kind != FactKind.Absent ? output : throw new RuleEvaluationException(Gap, name);
    }
}

using Supervision.Rules.Ledgers;

namespace Supervision.Rules.Decisions;

/// <summary>The names under which a table of a credit pack sees the ledgers: "综合分.active".</summary>
internal static class LedgerFacts
{
    public static Func<LedgerReadings, RuleValue> Find(LedgerSet ledgers, string name)
    {
        var dot = name.LastIndexOf('.');
        var ledger = ledgers.IndexOf(name[..dot]);
        var reading = LedgerReading.Names.ToList().IndexOf(name[(dot + 1)..]);
        return readings => RuleValue.Of(readings.Ledgers[ledger][reading]);
    }
}

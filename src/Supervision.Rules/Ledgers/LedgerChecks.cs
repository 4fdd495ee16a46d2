using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Ledgers;

/// <summary>What must hold between the ledgers of a pack.</summary>
internal sealed class LedgerChecks(PackReader reader, IReadOnlyList<LedgerDefinition> ledgers)
{
    public void Run(
        IReadOnlyList<KeyValuePair<PackScalar, PackNode>> entries, List<(PackNode At, Amount Amount, string Ledger)> posted)
    {
        if (reader.Errors.Any)
        {
            return;
        }

        foreach (var (at, amount, ledger) in posted)
        {
            if (Find(ledger) is { } target && (target.Full ?? (object?)target.Repair) is not null
                && amount.All.Any(number => number < 0))
            {
                reader.Errors.Add(at, "SUP5023", ledger);
            }
        }

        for (var at = 0; at < ledgers.Count; at++)
        {
            var circle = Circle(ledgers[at]);
            if (circle is not null)
            {
                reader.Errors.Add(entries[at].Key, "SUP5028", circle);
            }
            else if (ledgers[at].Full is { Mode: FullMode.Level } full && Find(full.On)!.Full is not null)
            {
                reader.Errors.Add(entries[at].Key, "SUP5029", full.On);
            }
        }
    }

    private LedgerDefinition? Find(string name) =>
        ledgers.FirstOrDefault(ledger => string.Equals(ledger.Name, name, StringComparison.Ordinal));

    /// <summary>Follows the effects; each ledger has at most one, so a circle is a walk that meets its start.</summary>
    private string? Circle(LedgerDefinition start)
    {
        var path = start.Name;
        var at = start;
        for (var steps = 0; steps < ledgers.Count && at.Full is { } full; steps++)
        {
            path += $" -> {full.On}";
            at = Find(full.On)!;
            if (ReferenceEquals(at, start))
            {
                return path;
            }
        }

        return null;
    }
}

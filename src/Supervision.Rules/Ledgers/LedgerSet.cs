using Supervision.Credit;
using Supervision.Decisions;

namespace Supervision.Rules.Ledgers;

/// <summary>The ledgers of a pack, ready to fold histories. Immutable; thread-safe.</summary>
internal sealed class LedgerSet
{
    private readonly LedgerReadings _opening;

    public LedgerSet(IReadOnlyList<LedgerDefinition> definitions, int scale, DateOnly from, LegalBasis source)
    {
        Definitions = definitions;
        Scale = scale;
        SizeChanges = [.. definitions
            .SelectMany(ledger => ledger.Full?.Size.Parameter?.Values ?? [])
            .Select(value => value.From).Distinct().Order()];
        _opening = new LedgerReadings(
            [.. definitions.Select(ledger => new LedgerState(ledger).Reading)],
            [.. definitions.Where(ledger => ledger.Start != 0).Select(ledger =>
                new LedgerLine(from, ledger.Name, LedgerLineKind.Opened, ledger.Start, "start", null, source))]);
    }

    public IReadOnlyList<LedgerDefinition> Definitions { get; }

    /// <summary>Digits after the point that points may have.</summary>
    public int Scale { get; }

    /// <summary>Days on which what is full may have become less.</summary>
    public IReadOnlyList<DateOnly> SizeChanges { get; }

    /// <summary>The lines that every history begins with.</summary>
    public IReadOnlyList<LedgerLine> OpeningLines => _opening.Lines;

    public int IndexOf(string name)
    {
        var at = 0;
        while (at < Definitions.Count && !string.Equals(Definitions[at].Name, name, StringComparison.Ordinal))
        {
            at++;
        }

        return at < Definitions.Count ? at : -1;
    }

    /// <summary>The readings at the end of a day. Most subjects have no events, and share one answer.</summary>
    public LedgerReadings Read(CreditHistory history, DateOnly asOf)
    {
        var events = EventOrder.Until(history, asOf);
        return events.Count == 0 ? _opening : new LedgerFold(this).Run(events, asOf);
    }
}

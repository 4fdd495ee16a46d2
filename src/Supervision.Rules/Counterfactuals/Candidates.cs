using Supervision.Credit;
using Supervision.Rules.Facts;
using Supervision.Rules.Ledgers;
using Supervision.Rules.Packs;
using Supervision.Rules.Policies;

namespace Supervision.Rules.Counterfactuals;

/// <summary>The single changes that a pack and a history allow.</summary>
internal sealed class Candidates(RulePack pack, PackOutcome outcome, SubjectHistory history, DateOnly asOf)
{
    /// <summary>Id of the events that are only supposed.</summary>
    public const string Supposed = "supposed repair";

    public IReadOnlyList<Candidate> Of(ChangeKind kind) =>
        [.. (kind is ChangeKind.Repair ? pack.Ledgers.Definitions.SelectMany(Repairs) : history.Events.Where(one => one.On <= asOf).SelectMany(Withdrawals))
            .OrderBy(candidate => candidate.Change.On).ThenBy(candidate => candidate.Change.Cause, StringComparer.Ordinal)];

    /// <summary>One repair for each entry that still takes points; where the event names whose entries, one for each event.</summary>
    private IEnumerable<Candidate> Repairs(LedgerDefinition ledger)
    {
        if (ledger.Repair is not { } rule || !CanBuild(rule, out var amount))
        {
            return [];
        }

        var open = outcome.Readings.State.Find(ledger.Name).Entries.Where(entry => entry is { Step: null, IsOver: false, Left: not 0 });
        return rule.Names is null
            ? open.Select(entry => One(ledger, rule, amount, "", null, asOf, entry.Left))
            : open.GroupBy(entry => entry.Cause, StringComparer.Ordinal)
                .Select(of => One(ledger, rule, amount, of.Key, null, of.First().Date, of.Sum(entry => entry.Left)));
    }

    private Candidate One(LedgerDefinition ledger, RepairRule rule, string? amount, string cause, string? code, DateOnly on, decimal points)
    {
        var fields = new List<(string, Fact)>();
        if (rule.Names is { } names)
        {
            fields.Add((names, Fact.Of(cause)));
        }

        if (amount is not null)
        {
            fields.Add((amount, Fact.Of(Math.Abs(points))));
        }

        return new Candidate(
            new Change(ChangeKind.Repair, ledger.Name, cause, code, on, Math.Abs(points), pack.Source),
            $"{ledger.Name} {cause} {Invariant.Text(points)}",
            new PolicyEvent(Supposed, rule.When, asOf, 0, Fact.Record(fields)));
    }

    // A repair can be supposed only where its event needs nothing but the name of an entry and an amount.
    private bool CanBuild(RepairRule rule, out string? amount)
    {
        amount = rule.Points is { Text: var text } && text.StartsWith("event.", StringComparison.Ordinal) ? text["event.".Length..] : null;
        var needed = amount;
        return (rule.Points is null || amount is not null)
            && pack.Vocabulary.Events[rule.When].Fields!.All(field =>
                field.Value.IsOptional || field.Key is "id" or "on" or "recordedOn"
                || string.Equals(field.Key, needed, StringComparison.Ordinal) || string.Equals(field.Key, rule.Names, StringComparison.Ordinal));
    }

    /// <summary>The items of an event that post one by one, or the event as a whole.</summary>
    private IEnumerable<Candidate> Withdrawals(PolicyEvent happened)
    {
        var posts = pack.Ledgers.Definitions.SelectMany(ledger => ledger.Posts)
            .Where(line => line.When.Contains(happened.Kind, StringComparer.Ordinal)).ToList();
        if (posts.Count == 0)
        {
            return [];
        }

        var lists = posts.Select(line => line.Each).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return lists.Count == 0
            ? [new Candidate(Taken(happened, null), happened.Id, Removed: happened.Id)]
            : lists.SelectMany(list => happened.Get(list) is { Kind: FactKind.List } items
                ? items.Items.Select((item, at) => new Candidate(
                    Taken(happened, item["code"] is { Kind: FactKind.Text } code ? code.Text : null), $"{happened.Id} {list} {item}",
                    Removed: happened.Id, List: list, Item: at))
                : []);
    }

    private Change Taken(PolicyEvent happened, string? code)
    {
        var lines = outcome.Readings.Lines.Where(line => line.Kind is LedgerLineKind.Posted
            && string.Equals(line.Cause, happened.Id, StringComparison.Ordinal)
            && (code is null || string.Equals(line.Code, code, StringComparison.Ordinal))).ToList();
        return new Change(
            ChangeKind.Withdrawal, "", happened.Id, code, lines.Count > 0 ? lines[0].Date : happened.On,
            lines.Count > 0 ? lines[0].Points : 0, lines.Count > 0 ? lines[0].Basis : pack.Source);
    }
}

using Supervision.Decisions;
using Supervision.Rules.Packs;

namespace Supervision.Rules.Counterfactuals;

/// <summary>An answer in words.</summary>
internal static class CounterfactualExplanation
{
    public static Explanation Of(CounterfactualAnswer answer)
    {
        var lines = new List<Explanation>();
        foreach (var (at, found) in answer.Found.Index())
        {
            lines.Add(Set(answer, found, at + 1));
        }

        if (answer.Found.Count == 0 && !answer.IsAlready)
        {
            lines.Add(Explanation.Of(Message.Of(
                answer.Kind is ChangeKind.Repair ? "counterfactual.noRepair" : "counterfactual.noWithdrawal",
                Invariant.Text(answer.TriedUpTo), Invariant.Text(answer.Candidates))));
        }

        if (!answer.IsExhaustive)
        {
            lines.Add(Explanation.Of(Message.Of("counterfactual.limit", Invariant.Text(answer.Decisions), Invariant.Text(answer.TriedUpTo))));
        }

        if (answer.ByTimeAlone is { } day)
        {
            lines.Add(Explanation.Of(Message.Of("counterfactual.time", Invariant.Text(day), answer.Result, answer.Wanted)));
        }

        return Explanation.Of(
            Message.Of(
                answer.IsAlready ? "counterfactual.already" : "counterfactual.now", answer.Result,
                answer.Decision.Result(answer.Result).Value.ToString(), answer.Wanted, Invariant.Text(answer.Decision.AsOf),
                answer.Decision.Policy.ToString()),
            [.. lines]);
    }

    private static Explanation Set(CounterfactualAnswer answer, Counterfactual found, int number)
    {
        var readings = string.Join(", ", found.Decision.Ledgers.Select(ledger => $"{ledger.Ledger} {Invariant.Text(ledger.Active)}"));
        return Explanation.Of(
            Message.Of("counterfactual.set", Invariant.Text(number), Invariant.Text(found.Changes.Count), answer.Result, answer.Wanted),
            [.. found.Changes.Select(One), Explanation.Of(Message.Of("counterfactual.then", readings))]);
    }

    private static Explanation One(Change change)
    {
        var entry = change.Code is null ? change.Cause : $"{change.Cause} {change.Code}";
        return Explanation.Of(
            change.Kind is ChangeKind.Repair
                ? Message.Of("counterfactual.repair", Invariant.Text(change.Points), change.Ledger, change.Cause.Length == 0 ? "-" : entry, Invariant.Text(change.On))
                : Message.Of("counterfactual.withdrawal", entry, Invariant.Text(change.On), Invariant.Text(change.Points)),
            [.. change.Gives.Select(give => Explanation.Of(Message.Of(
                "counterfactual.gives", Invariant.Text(give.Points), give.Code is null ? give.Cause : $"{give.Cause} {give.Code}", Invariant.Text(give.Date))))])
            .On(change.Basis);
    }
}

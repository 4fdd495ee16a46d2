using Supervision.Credit;
using Supervision.Decisions;
using Supervision.Lists;

namespace Supervision.Commitments;

/// <summary>Whether an applicant may have a licence by a promise, with the reasons. Immutable.</summary>
/// <param name="Result">What the gate says.</param>
/// <param name="Explanation">Why, each line with its provision.</param>
public sealed record CommitmentGate(GateResult Result, Explanation Explanation)
{
    private static readonly LegalBasis s_unfit = new("国办发〔2020〕42号", "", new DateOnly(2020, 10, 27));

    /// <summary>Judges an application. Pure.</summary>
    /// <param name="subjectId">Applicant.</param>
    /// <param name="item">Code of the licence item.</param>
    /// <param name="hasAddress">Whether the promise is about the address.</param>
    /// <param name="credit">The applicant's credit on that day.</param>
    /// <param name="entries">The lists that the applicant is on.</param>
    /// <param name="on">Civil date of the application.</param>
    public static CommitmentGate Judge(
        string subjectId, string item, bool hasAddress, CreditDecision credit, IReadOnlyList<ListEntry> entries, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(credit);
        ArgumentNullException.ThrowIfNull(entries);
        var barring = entries.Where(entry => entry.HoldsOn(on) && entry.Kind switch
        {
            ListKind.CommitmentBlacklist => entry.Item == item,
            ListKind.AddressCommitmentBan => hasAddress,

            // A bad credit record bars every promise until it is repaired (国办发〔2020〕42号).
            ListKind.SeriousViolation or ListKind.WageArrears => true,
            _ => false,
        }).ToList();
        var result = barring.Count > 0 ? GateResult.Blacklisted
            : credit.MayCommit is true ? GateResult.Eligible
            : GateResult.OrdinaryProcedure;
        var grade = Explanation.Of(Message.Of(
            credit.MayCommit switch { true => "gate.grade.fits", false => "gate.grade.falls", null => "gate.grade.silent" },
            credit.Grade.ToString(), Invariant.Text(credit.CompositeScore), credit.Policy.ToString()));
        IEnumerable<Explanation> lists = barring.Count == 0
            ? [Explanation.Of(Message.Of("gate.lists.none", item))]
            : barring.Select(entry => Explanation.Of(Message.Of(
                entry.Kind switch
                {
                    ListKind.CommitmentBlacklist => "gate.lists.blacklist",
                    ListKind.AddressCommitmentBan => "gate.lists.address",
                    _ => "gate.lists.record",
                },
                entry.Id, Invariant.Text(entry.From), entry.Until is { } until ? Invariant.Text(until) : "-")).On(entry.Basis));
        var conclusion = result switch
        {
            GateResult.Eligible => "gate.eligible",
            GateResult.OrdinaryProcedure => "gate.ordinary",
            _ => "gate.blacklisted",
        };
        return new CommitmentGate(result, Explanation.Of(
            Message.Of(conclusion, subjectId, item, Invariant.Text(on)), [.. lists, grade]).On(s_unfit));
    }
}

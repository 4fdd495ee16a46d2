using Supervision.Audit;
using Supervision.Credit;
using Supervision.Decisions;
using Supervision.Matters;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.Notices;

/// <summary>
/// Shows how the points of subjects reach the person who heads them 个人信用关联: each full twelve of a subject that the credit policy links counts
/// against the legal representative, responsible person or operator, whichever of the subjects it was. Each look is journalled with its purpose.
/// </summary>
/// <legal source="义乌市信用监管实施暂行办法"/>
[AllowedTo(Roles.CreditClerk | Roles.Head)]
public sealed class ShowPersonalCredit(
    IPersonStore persons, ICreditEventStore events, ICreditPolicy policy, MatterPolicy numbers, IJournalIndex journal, IUnitOfWork work, AuthorityClock clock)
{
    private readonly ViewPerson _view = new(persons, journal, work, clock);

    /// <summary>
    /// The personal credit today, over all subjects that the person heads as far as the own agency keeps it. SUP6116: no purpose; SUP6117: there
    /// is no such person; SUP3171: it heads no subject.
    /// </summary>
    public async Task<Outcome<PersonalCredit>> RunAsync(string personId, string purpose, Actor actor, CancellationToken cancellationToken)
    {
        if (!(await _view.RunAsync(personId, purpose, actor, cancellationToken).ConfigureAwait(false)).TryGet(out var person, out var refusal))
        {
            return refusal;
        }

        var headed = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var id in await persons.FindIdsAsync(person.IdNumber, cancellationToken).ConfigureAwait(false))
        {
            if (await persons.FindAsync(id, cancellationToken).ConfigureAwait(false) is { IsHead: true } record)
            {
                headed.Add(record.SubjectId);
            }
        }

        if (headed.Count == 0)
        {
            return Refusal.Of("SUP3171", personId);
        }

        var decisions = new List<CreditDecision>();
        foreach (var subject in headed)
        {
            decisions.Add(policy.Evaluate(await events.FindAsync(subject, cancellationToken).ConfigureAwait(false), clock.Today));
        }

        return Of(personId, decisions, numbers, clock.Today);
    }

    /// <summary>The score from the subjects' credit. Pure.</summary>
    internal static PersonalCredit Of(string personId, IReadOnlyList<CreditDecision> decisions, MatterPolicy numbers, DateOnly on)
    {
        var step = numbers.Number("person.step", on);
        var taken = decisions.Where(decision => decision.PersonLinked).Sum(decision => decision.Steps * step);
        var score = Math.Clamp(numbers.Number("person.start", on) + taken, numbers.Number("person.least", on), numbers.Number("person.most", on));
        return new PersonalCredit(personId, score, decisions, Explanation.Of(
            Message.Of("person.score", personId, Invariant.Text(score), Invariant.Text(on)),
            [.. decisions.Select(decision => Explanation.Of(
                decision.PersonLinked
                    ? Message.Of("person.linked", decision.SubjectId, Invariant.Text(decision.Steps), Invariant.Text(decision.Steps * step))
                    : Message.Of("person.notLinked", decision.SubjectId),
                decision.Explanation))]).On(numbers.BasisOf("person.start", on)));
    }
}

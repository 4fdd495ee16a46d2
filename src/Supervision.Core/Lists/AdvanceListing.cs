using System.Globalization;
using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Matters;
using Supervision.Registry;

namespace Supervision.Lists;

/// <summary>
/// Takes a step of a listing: the plea, the decision, the request to be taken off, its refusal. Put on a list, the subject is restricted by the
/// measures that follow from it 一处失信、处处受限, in the same transaction. <see cref="LiftListEntry"/> takes it off.
/// </summary>
[AllowedTo(AdvanceListing.Deciding | Roles.Subject)]
public sealed class AdvanceListing(MatterWork matters, ISubjectStore subjects, ListPolicy policy)
{
    internal const Roles Deciding = Roles.CreditClerk | Roles.Registrar | Roles.Inspector | Roles.Head;

    /// <summary>
    /// Saves and journals the step: Plead, Confirm, Decline, RequestRemoval, Return. SUP7000: there is no such entry, or the step is another use
    /// case's; SUP9301: a subject pleads and asks, and decides nothing; SUP3157: the plea is not heard and its time not over; SUP3158: too early;
    /// SUP7002, SUP7010, SUP9302: see <see cref="MatterLifecycles.ListEntry"/>; SUP7021: a fact that only the program sets.
    /// </summary>
    /// <param name="id">Entry.</param>
    /// <param name="entry">Step; its facts are what a removal asks for, such as <c>dutyDone=yes</c>.</param>
    /// <param name="actor">Who records it: the subject, or an officer.</param>
    /// <param name="cancellationToken">Gives up; nothing is kept.</param>
    /// <returns>The entry, and the measures that follow with their receipts.</returns>
    public async Task<Outcome<IReadOnlyList<Matter>>> RunAsync(string id, MatterEntry entry, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(actor);
        if (entry.Trigger is not (MatterTrigger.Plead or MatterTrigger.Confirm or MatterTrigger.Decline or MatterTrigger.RequestRemoval or MatterTrigger.Return))
        {
            return Refusal.Of("SUP7000", id);
        }

        if (actor.IsSubject && entry.Trigger is not (MatterTrigger.Plead or MatterTrigger.RequestRemoval))
        {
            return Refusal.Of("SUP9301", actor.Id, actor.AgencyId, $"{nameof(AdvanceListing)}: {entry.Trigger}", Deciding.ToString());
        }

        if (!(await matters.FindAsync(id, MatterKind.ListEntry, cancellationToken).ConfigureAwait(false)).TryGet(out var before, out var missing))
        {
            return missing;
        }

        if (entry.Facts.Keys.FirstOrDefault(name => entry.Trigger != MatterTrigger.RequestRemoval || !Asks(before).Contains(name, StringComparer.Ordinal)) is { } foreign)
        {
            return Refusal.Of("SUP7021", foreign);
        }

        var kind = Enum.Parse<ListKind>(before.Category);
        var day = matters.Clocks.DateOf(entry.At);
        var step = entry.Trigger == MatterTrigger.Confirm ? entry with { Facts = InForce(kind, day) } : entry;
        if (!(await matters.StepAsync(before, step, actor, cancellationToken).ConfigureAwait(false)).TryGet(out var after, out var refusal))
        {
            return refusal;
        }

        IReadOnlyList<Matter> following = [];
        if (entry.Trigger == MatterTrigger.Confirm
            && !(await FollowAsync(after, kind, day, actor, cancellationToken).ConfigureAwait(false)).TryGet(out following!, out refusal))
        {
            return refusal;
        }

        await matters.CommitAsync(cancellationToken).ConfigureAwait(false);
        List<Matter> all = [after, .. following];
        return all;
    }

    private static string[] Asks(Matter entry) => (entry.Fact("asks") ?? "").Split(',');

    private Dictionary<string, string> InForce(ListKind kind, DateOnly day)
    {
        var facts = MatterWork.FactsOf(("from", Invariant.Text(day)));
        if (matters.Clocks.Policy.Period($"List.{kind}.most", day) is not null)
        {
            // Three years from 1 April end with 31 March.
            facts["until"] = Invariant.Text(matters.Clocks.LastDay($"List.{kind}.most", day).Last.AddDays(-1));
        }

        if (matters.Clocks.Policy.Period($"List.{kind}.least", day) is not null)
        {
            facts["liftFrom"] = Invariant.Text(matters.Clocks.LastDay($"List.{kind}.least", day).Last);
        }

        if (policy.AsksOn(kind, day) is { Count: > 0 } asks)
        {
            facts["asks"] = string.Join(',', asks);
        }

        return facts;
    }

    private async Task<Outcome<IReadOnlyList<Matter>>> FollowAsync(
        Matter listed, ListKind kind, DateOnly day, Actor actor, CancellationToken cancellationToken)
    {
        var agencies = await matters.AgenciesAsync(cancellationToken).ConfigureAwait(false);
        var subject = (await subjects.FindAsync(listed.SubjectId!, cancellationToken).ConfigureAwait(false))!;
        var until = listed.Fact("until") is { } last ? DateOnly.ParseExact(last, "yyyy-MM-dd", CultureInfo.InvariantCulture) : (DateOnly?)null;
        var opening = new List<Matter>();
        foreach (var (at, measure) in policy.MeasuresOn(kind, day).Index())
        {
            // A field that nobody covers gets no receipt; whoever asks still sees the measure.
            IReadOnlyList<string> departments = [.. measure.Fields.Select(field => Hierarchy.For(field, subject.DivisionCode, agencies)?.Id)
                .OfType<string>().Distinct(StringComparer.Ordinal)];
            opening.AddRange(MeasureMatters.Of(
                $"{listed.Id}.{Invariant.Text(at + 1)}", listed.SubjectId!, measure.Title, listed.AgencyId, departments, (day, until), measure.Basis,
                listed.LastAt, listed.Id));
        }

        return await matters.OpenAllAsync(opening, actor, cancellationToken).ConfigureAwait(false);
    }
}

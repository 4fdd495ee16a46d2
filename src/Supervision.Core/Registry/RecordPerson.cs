using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Time;

namespace Supervision.Registry;

/// <summary>Takes up personal data: encrypted, with the day on which they have to go again.</summary>
/// <legal source="个人信息保护法" article="第十九条" inForceFrom="2021-11-01" />
[AllowedTo(Roles.Registrar | Roles.Inspector | Roles.CaseOfficer)]
public sealed class RecordPerson(IPersonStore persons, ISubjectStore subjects, IUnitOfWork work, AuthorityClock clock, CurrentActor current)
{
    /// <summary>
    /// Saves the person and journals a salted hash. SUP6112, SUP6113: malformed; SUP6114: there is no such subject; SUP6115: the last day
    /// has passed; SUP9302: for another agency.
    /// </summary>
    public async Task<Outcome<Person>> RunAsync(Person person, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(actor);
        if ((person.Check() ?? current.RefuseAgency(person.AgencyId)) is { } wrong)
        {
            return wrong;
        }

        if (await subjects.FindAsync(person.SubjectId, cancellationToken).ConfigureAwait(false) is null)
        {
            return Refusal.Of("SUP6114", person.SubjectId);
        }

        if (person.RetainUntil < clock.Today)
        {
            return Refusal.Of("SUP6115", person.Id, Invariant.Text(person.RetainUntil));
        }

        var digest = await persons.AddAsync(person, cancellationToken).ConfigureAwait(false);
        work.Append(new JournalRecord("person.recorded", person.Id, actor, clock.Now, CanonicalJson.Of(json =>
        {
            json.WriteString("subject", person.SubjectId);
            json.WriteString("digest", digest.ToString());
            json.WriteString("retainUntil", Invariant.Text(person.RetainUntil));
        })));
        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return person;
    }
}

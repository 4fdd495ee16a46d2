using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Time;

namespace Supervision.Registry;

/// <summary>Shows personal data. Each look is journalled before anything is shown: who, when, and what for.</summary>
/// <legal source="个人信息保护法" article="第五十一条" inForceFrom="2021-11-01" />
[AllowedTo(Roles.Inspector | Roles.CaseOfficer | Roles.LegalReviewer | Roles.HearingChair | Roles.Head)]
public sealed class ViewPerson(IPersonStore persons, IJournalIndex journal, IUnitOfWork work, AuthorityClock clock)
{
    private const string Viewed = "person.viewed";

    /// <summary>The person with an id. SUP6116: no purpose; SUP6117: there is none, or another agency keeps it.</summary>
    public async Task<Outcome<Person>> RunAsync(string id, string purpose, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(actor);
        if (string.IsNullOrWhiteSpace(purpose))
        {
            return Refusal.Of("SUP6116");
        }

        if (await persons.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } person)
        {
            return Refusal.Of("SUP6117", ResidentId.IsIn(id) ? "***" : id);
        }

        Append(id, purpose, actor);
        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return person;
    }

    /// <summary>Those under an identity number; each one found is journalled as seen. SUP6116: no purpose.</summary>
    public async Task<Outcome<Person[]>> FindAsync(
        ResidentId idNumber, string purpose, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(idNumber);
        if (string.IsNullOrWhiteSpace(purpose))
        {
            return Refusal.Of("SUP6116");
        }

        var found = new List<Person>();
        foreach (var id in await persons.FindIdsAsync(idNumber, cancellationToken).ConfigureAwait(false))
        {
            if (await persons.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } person)
            {
                found.Add(person);
                Append(id, purpose, actor);
            }
        }

        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return found.ToArray();
    }

    /// <summary>Who looked at a person's data, oldest first; still there when the data are erased.</summary>
    public Task<IReadOnlyList<JournalEntry>> ListViewsAsync(string id, CancellationToken cancellationToken) =>
        journal.FindAsync(Viewed, id, cancellationToken);

    private void Append(string id, string purpose, Actor actor) => work.Append(new JournalRecord(
        Viewed, id, actor, clock.Now, CanonicalJson.Of(json => json.WriteString("purpose", purpose))));
}

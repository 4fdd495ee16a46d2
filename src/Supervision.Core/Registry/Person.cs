using Supervision.Decisions;

namespace Supervision.Registry;

/// <summary>
/// Personal data of a natural person in a matter: operator of a self-employed business, legal representative, witness. Everything
/// but the ids is kept encrypted. Immutable; its text form shows no personal data.
/// </summary>
/// <param name="Id">An identifier that says nothing of the person, such as "P-0042".</param>
/// <param name="SubjectId">The subject that the person stands for.</param>
/// <param name="AgencyId">The agency that keeps the data, and alone sees them.</param>
/// <param name="IdNumber">Resident identity number.</param>
/// <param name="Name">Name, 1 to 200 characters.</param>
/// <param name="Phone">Telephone; empty when unknown.</param>
/// <param name="RetainUntil">Last day on which the data may be kept, as the agency's retention schedule says.</param>
public sealed record Person(
    string Id, string SubjectId, string AgencyId, ResidentId IdNumber, string Name, string Phone, DateOnly RetainUntil)
{
    /// <summary>Whether the person is the subject's legal representative, responsible person or operator 法定代表人、负责人、经营者, whom its points reach.</summary>
    public bool IsHead { get; init; }

    /// <summary>Null when the person may be recorded, else what is wrong. SUP6112: id or subject is no identifier; SUP6113: no name.</summary>
    public Refusal? Check()
    {
        if (!Identifier.IsValid(Id) || !Identifier.IsValid(SubjectId) || ResidentId.IsIn(Id))
        {
            return Refusal.Of("SUP6112", ResidentId.IsIn(Id) ? IdNumber.Masked : Id);
        }

        return Name.Length is 0 or > 200 || Phone.Length > 40 ? Refusal.Of("SUP6113", Id) : null;
    }

    /// <summary>The id only.</summary>
    public override string ToString() => $"Person {Id}";
}

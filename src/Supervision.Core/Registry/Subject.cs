using Supervision.Decisions;

namespace Supervision.Registry;

/// <summary>A supervised subject 监管对象. Immutable; <see cref="Check"/> says whether it may be registered.</summary>
public sealed record Subject
{
    /// <summary>
    /// Identifier of the unit that is inspected: the credit code where there is one, the 15-digit registration
    /// number of an old licence, or the operator's id and a suffix for a site ("91330782MA2E69DDX5-01").
    /// At most 23 characters, so that a draw hashes it in one block.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public required SubjectKind Kind { get; init; }

    /// <summary>Name as registered, 1 to 200 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Credit code; null for subjects that have none (sites, equipment, old registrations).</summary>
    public UnifiedSocialCreditCode? Uscc { get; init; }

    /// <summary>The subject that operates this site or equipment; null otherwise.</summary>
    public string? OperatorId { get; init; }

    /// <summary>Division where it operates, six digits (GB/T 2260); not the one inside the credit code.</summary>
    public required string DivisionCode { get; init; }

    /// <summary>Industry, GB/T 4754-2017: a section letter with up to four digits; empty when unknown.</summary>
    public string IndustryCode { get; init; } = "";

    /// <summary>Subject categories, such as "restaurant", sorted by ordinal; what items apply to.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Registration status.</summary>
    public SubjectStatus Status { get; init; } = SubjectStatus.Active;

    /// <summary>Business address; empty when unknown.</summary>
    public string Address { get; init; } = "";

    /// <summary>Date of registration; null when unknown.</summary>
    public DateOnly? RegisteredOn { get; init; }

    /// <summary>
    /// Credit-risk class "A" to "D" as the credit platform delivered it, or null. The own risk policy starts from it.
    /// </summary>
    public string? DeliveredRiskClass { get; init; }

    /// <summary>Whether the status lets the subject enter a draw.</summary>
    public bool IsDrawable => Status == SubjectStatus.Active;

    /// <summary>Null when the subject may be registered, else the first thing that is wrong.</summary>
    public Refusal? Check()
    {
        if (!Identifier.IsValid(Id) || Id.Length > 23)
        {
            return Refusal.Of("SUP1021", Id);
        }

        if (Name.Length is 0 or > 200)
        {
            return Refusal.Of("SUP1022", Name);
        }

        if (ResidentId.IsIn(Id) || ResidentId.IsIn(Name) || ResidentId.IsIn(Address))
        {
            return Refusal.Of("SUP6119", "subjects");
        }

        if (DivisionCode.Length != 6 || !DivisionCode.All(char.IsAsciiDigit))
        {
            return Refusal.Of("SUP1023", DivisionCode);
        }

        if ((Kind is SubjectKind.Site or SubjectKind.Equipment) != (OperatorId is not null))
        {
            return Refusal.Of("SUP1024", Id);
        }

        return DeliveredRiskClass is null or "A" or "B" or "C" or "D" ? null : Refusal.Of("SUP1025", DeliveredRiskClass);
    }
}

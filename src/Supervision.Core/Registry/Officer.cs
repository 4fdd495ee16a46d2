using Supervision.Decisions;

namespace Supervision.Registry;

/// <summary>An officer 执法人员, or an auxiliary who may never inspect. Immutable.</summary>
public sealed record Officer
{
    private static readonly LegalBasis s_certified = new("国办发〔2024〕54号", "");

    /// <summary>Identifier; may be a pseudonym in what is published.</summary>
    public required string Id { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>The agency that employs the officer.</summary>
    public required string AgencyId { get; init; }

    /// <summary>Certificate number 行政执法证; the format is provincial. Empty for an auxiliary.</summary>
    public string CertificateNumber { get; init; } = "";

    /// <summary>First day on which the certificate is valid.</summary>
    public DateOnly ValidFrom { get; init; }

    /// <summary>Last day on which the certificate is valid, inclusive.</summary>
    public DateOnly ValidTo { get; init; }

    /// <summary>Fields the officer is qualified for, such as "food".</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>Whether suspended, transferred or revoked.</summary>
    public bool IsSuspended { get; init; }

    /// <summary>
    /// Null when the officer may inspect on a civil date; else SUP1201 (no certificate: auxiliaries and grid workers
    /// never inspect), SUP1202 (certificate not valid that day) or SUP1203 (suspended).
    /// </summary>
    public Refusal? CheckDrawable(DateOnly inspectionDay)
    {
        if (CertificateNumber.Length == 0)
        {
            return Refusal.Of("SUP1201", Id).On(s_certified);
        }

        if (inspectionDay < ValidFrom || inspectionDay > ValidTo)
        {
            return Refusal.Of("SUP1202", Id, Invariant.Text(ValidFrom), Invariant.Text(ValidTo), Invariant.Text(inspectionDay));
        }

        return IsSuspended ? Refusal.Of("SUP1203", Id) : null;
    }

    /// <summary>Null when the officer may be registered, else what is wrong.</summary>
    public Refusal? Check()
    {
        if (!Identifier.IsValid(Id))
        {
            return Refusal.Of("SUP1211", Id);
        }

        if (Name.Length is 0 or > 100)
        {
            return Refusal.Of("SUP1212", Name);
        }

        return ValidTo < ValidFrom ? Refusal.Of("SUP1213", Invariant.Text(ValidFrom), Invariant.Text(ValidTo)) : null;
    }
}

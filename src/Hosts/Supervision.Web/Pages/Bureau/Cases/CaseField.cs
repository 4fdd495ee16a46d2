namespace Supervision.Web.Pages.Bureau.Cases;

/// <summary>What the form of a step asks for, besides its day and its marks.</summary>
internal enum CaseField
{
    Text = 1,
    ApprovedBy,
    ApprovedOn,
    Persons,
    Sanction,
    Benchmarks,
    Ground,
    Planned,
    Amount,
    Instalments,
    Method,
    Channel,
    Exclusion,
    Remedy,
    Reference,
}

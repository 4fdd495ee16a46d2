using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Supervision.Cases;

namespace Supervision.Storage.Mapping.Cases;

/// <summary>Until when a decision is to be published on one way, and when it was: what indicators count.</summary>
[Reach(Reach.OwnAgency)]
internal sealed record CasePublicityRow
{
    public required string CaseId { get; init; }

    public required int Kind { get; init; }

    public required string AgencyId { get; init; }

    public required string SubjectId { get; init; }

    public required string DueOn { get; init; }

    public required string? MetOn { get; init; }

    public static void Map(EntityTypeBuilder<CasePublicityRow> entity)
    {
        entity.ToTable("case_publicities").HasKey(row => new { row.CaseId, row.Kind });
        entity.HasIndex(row => row.DueOn, "ix_case_publicities_due");
    }

    public static CasePublicityRow From(PenaltyCase penaltyCase, CaseDeadline clock) => new()
    {
        CaseId = penaltyCase.Id, Kind = (int)clock.Kind, AgencyId = penaltyCase.AgencyId, SubjectId = penaltyCase.SubjectId,
        DueOn = Stored.Date(clock.Due!.Value), MetOn = clock.MetOn is { } day ? Stored.Date(day) : null,
    };
}

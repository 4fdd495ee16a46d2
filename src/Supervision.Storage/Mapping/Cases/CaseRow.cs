using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Supervision.Cases;

namespace Supervision.Storage.Mapping.Cases;

/// <summary>A case: its clue, and where its steps have brought it, for the lists.</summary>
[Reach(Reach.OwnAgency, Subject = nameof(SubjectId))]
internal sealed record CaseRow
{
    private const string Never = "9999-12-31";

    public required string Id { get; init; }

    public required string AgencyId { get; init; }

    public required string SubjectId { get; init; }

    public required string ActId { get; init; }

    public required string Clue { get; init; }

    public required int State { get; init; }

    public required int Version { get; init; }

    /// <summary>The next last day as it was counted with the last step; <see cref="Never"/> when there is none, so that it sorts last.</summary>
    public required string NextDue { get; init; }

    public static string DueOf(DateOnly? day) => Stored.Date(day) ?? Never;

    public static void Map(EntityTypeBuilder<CaseRow> entity)
    {
        entity.ToTable("cases").HasKey(row => row.Id);
        entity.HasIndex(row => row.ActId, "ix_cases_act");
        entity.HasIndex(row => row.SubjectId, "ix_cases_subject");
        entity.HasIndex(row => new { row.AgencyId, row.State }, "ix_cases_agency");
        entity.HasIndex(row => new { row.AgencyId, row.NextDue, row.Id }, "ix_cases_due");
    }

    public static CaseRow From(PenaltyCase penaltyCase, DateOnly? nextDue) => new()
    {
        Id = penaltyCase.Id, AgencyId = penaltyCase.AgencyId, SubjectId = penaltyCase.SubjectId, ActId = penaltyCase.Clue.ActId,
        Clue = StorageJson.Write(CaseClueJson.Of(penaltyCase.Clue)), State = (int)penaltyCase.State, Version = penaltyCase.Version,
        NextDue = DueOf(nextDue),
    };

    public PenaltyCase ToCase(IEnumerable<CaseStep> steps) =>
        PenaltyCase.Replay(Id, AgencyId, SubjectId, StorageJson.Read<CaseClueJson>(Clue).ToClue(ActId), steps);
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Supervision.Audit;
using Supervision.Cases;

namespace Supervision.Storage.Mapping.Cases;

/// <summary>One recorded step; rows are only added.</summary>
[Reach(Reach.OwnAgency)]
internal sealed record CaseStepRow
{
    public required string CaseId { get; init; }

    public required int Number { get; init; }

    public required string AgencyId { get; init; }

    public required int FromState { get; init; }

    public required int ToState { get; init; }

    public required string Entry { get; init; }

    public required string ActorId { get; init; }

    public required string ActorAgency { get; init; }

    public required long RecordedAt { get; init; }

    public static void Map(EntityTypeBuilder<CaseStepRow> entity) =>
        entity.ToTable("case_steps").HasKey(row => new { row.CaseId, row.Number });

    public static CaseStepRow From(PenaltyCase penaltyCase, CaseStep step) => new()
    {
        CaseId = penaltyCase.Id, Number = step.Number, AgencyId = penaltyCase.AgencyId,
        FromState = (int)step.From, ToState = (int)step.To, Entry = StorageJson.Write(CaseEntryJson.Of(step.Entry)),
        ActorId = step.By.Id, ActorAgency = step.By.AgencyId, RecordedAt = Stored.Instant(step.RecordedAt),
    };

    public CaseStep ToStep() => new(
        Number, (CaseState)FromState, (CaseState)ToState, StorageJson.Read<CaseEntryJson>(Entry).ToEntry(),
        new Actor(ActorId, ActorAgency), Stored.ToInstant(RecordedAt));
}

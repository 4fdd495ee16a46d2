using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Supervision.Coordination;

namespace Supervision.Storage.Mapping.Coordination;

/// <summary>A visit of a joint plan.</summary>
[Reach(Reach.Party)]
internal sealed record JointVisitRow
{
    public required string PlanId { get; init; }

    public required int Number { get; init; }

    public required string AgencyId { get; init; }

    public required string Parties { get; init; }

    public required string SubjectId { get; init; }

    public required string PlannedOn { get; init; }

    public required string Visit { get; init; }

    public required string? Tasks { get; init; }

    public required string? Checklists { get; init; }

    public static void Map(EntityTypeBuilder<JointVisitRow> entity)
    {
        entity.ToTable("joint_visits").HasKey(row => new { row.PlanId, row.Number });
        entity.HasIndex(row => new { row.PlanId, row.PlannedOn }, "ix_joint_visits_day");
    }

    public static JointVisitRow From(JointPlan plan, JointVisit visit, int number) => new()
    {
        PlanId = plan.Id, Number = number, AgencyId = plan.AgencyId, Parties = JointPlanRow.PartiesOf(plan), SubjectId = visit.SubjectId,
        PlannedOn = Stored.Date(visit.On), Visit = StorageJson.Write(JointVisitJson.Of(visit)), Tasks = null, Checklists = null,
    };

    public PlannedVisit ToVisit() => new(
        PlanId, Number, StorageJson.Read<JointVisitJson>(Visit).ToVisit(SubjectId, PlannedOn), Tasks is null ? [] : StorageJson.ReadTexts(Tasks))
    {
        Checklists = Checklists is null ? [] : [.. StorageJson.Read<PinnedChecklistJson[]>(Checklists).Select(one => one.ToReference())],
    };
}

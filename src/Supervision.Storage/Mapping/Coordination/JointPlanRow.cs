using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Supervision.Coordination;
using Supervision.Decisions;

namespace Supervision.Storage.Mapping.Coordination;

/// <summary>A joint plan: the joint office and the agencies whose plans were merged see it.</summary>
[Reach(Reach.Party)]
internal sealed record JointPlanRow
{
    public required string Id { get; init; }

    public required string AgencyId { get; init; }

    public required string Parties { get; init; }

    public required string Partners { get; init; }

    public required int Year { get; init; }

    public required string Rules { get; init; }

    public required int Visits { get; init; }

    public required int JointVisits { get; init; }

    public required int VisitsPlanned { get; init; }

    public required int VisitsActual { get; init; }

    public required int AttendancesPlanned { get; init; }

    public required int AttendancesActual { get; init; }

    public required string Dropped { get; init; }

    public required string Notes { get; init; }

    public required string ContentHash { get; init; }

    public required string ProposedBy { get; init; }

    public required string ProposedOn { get; init; }

    public required string? ApprovedBy { get; init; }

    public required string? ApprovedOn { get; init; }

    public static void Map(EntityTypeBuilder<JointPlanRow> entity)
    {
        entity.ToTable("joint_plans").HasKey(row => row.Id);
        entity.HasIndex(row => new { row.AgencyId, row.Year }, "ux_joint_plans_year").IsUnique().HasFilter("approved_on IS NOT NULL");
    }

    public static string PartiesOf(JointPlan plan) =>
        $"|{string.Join('|', plan.Partners.Where(partner => partner != plan.AgencyId).Prepend(plan.AgencyId))}|";

    public static JointPlanRow From(JointPlan plan) => new()
    {
        Id = plan.Id, AgencyId = plan.AgencyId, Parties = PartiesOf(plan), Year = plan.Year, Rules = StorageJson.Write(MergeRulesJson.Of(plan.Rules)),
        Visits = plan.Visits, JointVisits = (int)(plan.JointShare?.Numerator ?? 0), VisitsPlanned = plan.Savings.VisitsPlanned,
        VisitsActual = plan.Savings.VisitsActual, AttendancesPlanned = plan.Savings.AttendancesPlanned,
        AttendancesActual = plan.Savings.AttendancesActual,
        Partners = StorageJson.WriteTexts(plan.Partners), Dropped = StorageJson.Write(plan.Dropped.Select(DroppedCheckJson.Of).ToArray()),
        Notes = StorageJson.Write(plan.Notes.Select(MergeNoteJson.Of).ToArray()), ContentHash = plan.ContentHash, ProposedBy = plan.ProposedBy,
        ProposedOn = Stored.Date(plan.ProposedOn), ApprovedBy = plan.ApprovedBy, ApprovedOn = Stored.Date(plan.ApprovedOn),
    };

    public JointPlan ToPlan() => new()
    {
        Id = Id, AgencyId = AgencyId, Year = Year, Partners = StorageJson.ReadTexts(Partners), Rules = StorageJson.Read<MergeRulesJson>(Rules).ToRules(),
        Visits = Visits, JointShare = Visits == 0 ? null : new Rate(JointVisits, Visits),
        Savings = new MergeSavings(VisitsPlanned, VisitsActual, AttendancesPlanned, AttendancesActual),
        Dropped = [.. StorageJson.Read<DroppedCheckJson[]>(Dropped).Select(one => one.ToDropped())],
        Notes = [.. StorageJson.Read<MergeNoteJson[]>(Notes).Select(one => one.ToNote())], ContentHash = ContentHash, ProposedBy = ProposedBy,
        ProposedOn = Stored.ToDate(ProposedOn), ApprovedBy = ApprovedBy, ApprovedOn = Stored.ToOptionalDate(ApprovedOn),
    };
}

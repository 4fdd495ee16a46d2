using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Supervision.Catalog;
using Supervision.Sampling;

namespace Supervision.Storage.Mapping.Sampling;

[Reach(Reach.OwnAgency)]
internal sealed record PlanRow
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string AgencyId { get; init; }

    public required string ItemCode { get; init; }

    public required string Field { get; init; }

    public required string ChecklistId { get; init; }

    public required int ChecklistVersion { get; init; }

    public required string ChecklistHash { get; init; }

    public required string DivisionCode { get; init; }

    public required string SubjectCategories { get; init; }

    public required string FirstDay { get; init; }

    public required string LastDay { get; init; }

    public required string Rates { get; init; }

    public required int MinPerCell { get; init; }

    public required int CoolDownDays { get; init; }

    public required string RatioSource { get; init; }

    public int? AtMostMonths { get; init; }

    public int? AtLeastMonths { get; init; }

    public int ByIndustry { get; init; }

    public static void Map(EntityTypeBuilder<PlanRow> entity)
    {
        entity.ToTable("plans").HasKey(row => row.Id);
        entity.HasIndex(row => row.FirstDay, "ix_plans_first");
    }

    public static PlanRow From(InspectionPlan plan) => new()
    {
        Id = plan.Id,
        Name = plan.Name,
        AgencyId = plan.AgencyId,
        ItemCode = plan.ItemCode,
        Field = plan.Field,
        ChecklistId = plan.Checklist.Id,
        ChecklistVersion = plan.Checklist.Version,
        ChecklistHash = plan.Checklist.ContentHash,
        DivisionCode = plan.DivisionCode,
        SubjectCategories = StorageJson.WriteTexts(plan.SubjectCategories),
        FirstDay = Stored.Date(plan.From),
        LastDay = Stored.Date(plan.To),
        Rates = StorageJson.Write<RateJson[]>([.. plan.Rates.Select(RateJson.Of)]),
        MinPerCell = plan.MinPerCell,
        CoolDownDays = plan.CoolDownDays,
        RatioSource = plan.RatioSource,
        AtMostMonths = plan.Frequency.AtMostOnceInMonths,
        AtLeastMonths = plan.Frequency.AtLeastOnceInMonths,
        ByIndustry = plan.ByIndustry ? 1 : 0,
    };

    public InspectionPlan ToPlan() => new()
    {
        Id = Id,
        Name = Name,
        AgencyId = AgencyId,
        ItemCode = ItemCode,
        Field = Field,
        Checklist = new ChecklistReference(ChecklistId, ChecklistVersion, ChecklistHash),
        DivisionCode = DivisionCode,
        SubjectCategories = StorageJson.ReadTexts(SubjectCategories),
        From = Stored.ToDate(FirstDay),
        To = Stored.ToDate(LastDay),
        Rates = [.. StorageJson.Read<RateJson[]>(Rates).Select(rate => rate.ToRate())],
        MinPerCell = MinPerCell,
        CoolDownDays = CoolDownDays,
        RatioSource = RatioSource,
        Frequency = new VisitFrequency(AtMostMonths, AtLeastMonths),
        ByIndustry = ByIndustry != 0,
    };
}

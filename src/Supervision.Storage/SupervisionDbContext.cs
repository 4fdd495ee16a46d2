using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Supervision.Audit;
using Supervision.Registry;
using Supervision.Storage.Mapping;
using Supervision.Storage.Mapping.Audit;
using Supervision.Storage.Mapping.Calendars;
using Supervision.Storage.Mapping.Cases;
using Supervision.Storage.Mapping.Catalog;
using Supervision.Storage.Mapping.Comparison;
using Supervision.Storage.Mapping.Coordination;
using Supervision.Storage.Mapping.Credit;
using Supervision.Storage.Mapping.Data;
using Supervision.Storage.Mapping.Documents;
using Supervision.Storage.Mapping.Events;
using Supervision.Storage.Mapping.Inspections;
using Supervision.Storage.Mapping.Matters;
using Supervision.Storage.Mapping.Policies;
using Supervision.Storage.Mapping.Registry;
using Supervision.Storage.Mapping.Risk;
using Supervision.Storage.Mapping.Sampling;

namespace Supervision.Storage;

/// <summary>The tables as rows. Schema/ holds the schema itself; a test keeps both alike.</summary>
internal sealed class SupervisionDbContext : DbContext
{
    // No agency, division or subject: neither is an identifier with this sign.
    private const string Nobody = "*";

    public SupervisionDbContext(DbContextOptions<SupervisionDbContext> options)
        : base(options)
    {
        ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        ChangeTracker.AutoDetectChangesEnabled = false;
        Database.AutoSavepointsEnabled = false;
    }

    /// <summary>Who reads: sees only rows in reach. Null sees all.</summary>
    public Actor? Actor { get; set; }

    /// <summary>Part of each query on rows of agencies.</summary>
    public bool SeesAllAgencies => Actor?.SeesAllAgencies ?? true;

    /// <summary>Part of each query on rows of agencies.</summary>
    public string OwnAgency => Actor is { IsSubject: true } ? Nobody : Actor?.AgencyId ?? "";

    /// <summary>Part of each query on rows that a subject sees which acts for itself.</summary>
    public string OwnSubject => Actor is { IsSubject: true } ? Actor.AgencyId : Nobody;

    /// <summary>Part of each query on rows with a division.</summary>
    public string Division => Actor is { IsSubject: true } ? Nobody : DivisionArea.Prefix(Actor?.DivisionCode ?? "");

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<SubjectRow>(SubjectRow.Map);
        modelBuilder.Entity<SubjectHistoryRow>(SubjectHistoryRow.Map);
        modelBuilder.Entity<AgencyRow>(AgencyRow.Map);
        modelBuilder.Entity<OfficerRow>(OfficerRow.Map);
        modelBuilder.Entity<RecusalRow>(RecusalRow.Map);
        modelBuilder.Entity<PersonRow>(PersonRow.Map);
        modelBuilder.Entity<PackRow>(PackRow.Map);
        modelBuilder.Entity<DocumentNumberRow>(DocumentNumberRow.Map);
        modelBuilder.Entity<CaseRow>(CaseRow.Map);
        modelBuilder.Entity<CaseStepRow>(CaseStepRow.Map);
        modelBuilder.Entity<CasePublicityRow>(CasePublicityRow.Map);
        modelBuilder.Entity<MatterRow>(MatterRow.Map);
        modelBuilder.Entity<RiskSignalRow>(RiskSignalRow.Map);
        modelBuilder.Entity<SensorDayRow>(SensorDayRow.Map);
        modelBuilder.Entity<ItemRow>(ItemRow.Map);
        modelBuilder.Entity<CalendarNoticeRow>(CalendarNoticeRow.Map);
        modelBuilder.Entity<JointPlanRow>(JointPlanRow.Map);
        modelBuilder.Entity<JointVisitRow>(JointVisitRow.Map);
        modelBuilder.Entity<NationalItemRow>(NationalItemRow.Map);
        modelBuilder.Entity<ChecklistRow>(ChecklistRow.Map);
        modelBuilder.Entity<PlanRow>(PlanRow.Map);
        modelBuilder.Entity<AnnouncementRow>(AnnouncementRow.Map);
        modelBuilder.Entity<DrawRow>(DrawRow.Map);
        modelBuilder.Entity<DrawnSubjectRow>(DrawnSubjectRow.Map);
        modelBuilder.Entity<ReserveUseRow>(ReserveUseRow.Map);
        modelBuilder.Entity<TaskRow>(TaskRow.Map);
        modelBuilder.Entity<FindingRow>(FindingRow.Map);
        modelBuilder.Entity<DocumentRow>(DocumentRow.Map);
        modelBuilder.Entity<OperationRow>(OperationRow.Map);
        modelBuilder.Entity<CreditEventRow>(CreditEventRow.Map);
        modelBuilder.Entity<DataBatchRow>(DataBatchRow.Map);
        modelBuilder.Entity<DataRowRow>(DataRowRow.Map);
        modelBuilder.Entity<ComparisonRunRow>(ComparisonRunRow.Map);
        modelBuilder.Entity<ComparisonFindingRow>(ComparisonFindingRow.Map);
        modelBuilder.Entity<StandingRecord>(StandingRecord.Map);
        modelBuilder.Entity<StandingDecisionRow>(StandingDecisionRow.Map);
        modelBuilder.Entity<RoleGrantRow>(RoleGrantRow.Map);
        modelBuilder.Entity<SessionRow>(SessionRow.Map);
        modelBuilder.Entity<UserSecretRow>(UserSecretRow.Map);
        modelBuilder.Entity<CommandRow>(CommandRow.Map);
        modelBuilder.Entity<SubscriberRow>(SubscriberRow.Map);
        modelBuilder.Entity<ParkedEventRow>(ParkedEventRow.Map);
        modelBuilder.Entity<InboxRow>(InboxRow.Map);
        modelBuilder.Entity<JournalRow>(JournalRow.Map);
        modelBuilder.Entity<JournalNodeRow>(JournalNodeRow.Map);
        modelBuilder.Entity<JournalHeadRow>(JournalHeadRow.Map);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            RowFilters.Add(this, modelBuilder, entity.ClrType);
        }

        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            property.SetColumnName(SnakeCase(property.Name));
            property.ValueGenerated = ValueGenerated.Never;
            AlikeOnEveryEngine(property);
        }
    }

    // One mapping: whole numbers and booleans are 64-bit integers, texts compare by their bytes.
    private void AlikeOnEveryEngine(IMutableProperty property)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (type == typeof(int) || type == typeof(bool))
        {
            property.SetProviderClrType(typeof(long));
        }
        else if (type == typeof(string) && Database.IsNpgsql())
        {
            property.SetCollation("C");
        }
    }

    private static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        foreach (var character in name)
        {
            if (char.IsUpper(character) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(character));
        }

        return text.ToString();
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Supervision.Catalog;
using Supervision.Inspections;
using Supervision.Storage.Bulk;
using Supervision.Storage.Mapping.Catalog;

namespace Supervision.Storage.Mapping.Inspections;

[Reach(Reach.OwnAgency)]
internal sealed record TaskRow
{
    public required string Id { get; init; }

    public required string DrawId { get; init; }

    public required string SubjectId { get; init; }

    public required string ItemCode { get; init; }

    public required string ChecklistId { get; init; }

    public required int ChecklistVersion { get; init; }

    public required string ChecklistHash { get; init; }

    public required string AgencyId { get; init; }

    public required string OfficerIds { get; init; }

    public required string DueOn { get; init; }

    public required int State { get; init; }

    public required string Entries { get; init; }

    public required string? Signature { get; init; }

    public required long? RecordedAt { get; init; }

    /// <summary>Minutes east of UTC: the record keeps the wall clock of the place where it was made.</summary>
    public required int? RecordedOffset { get; init; }

    public required string? RecordedOn { get; init; }

    public required string? RecordHash { get; init; }

    public required string? RectifyBy { get; init; }

    public required string? TerminationReason { get; init; }

    public required int Source { get; init; }

    public required string? SourceReference { get; init; }

    public required string? SourceBasis { get; init; }

    public required string? Visit { get; init; }

    public required int Version { get; init; }

    /// <summary>The same mapping at import speed.</summary>
    public static BulkTable<TaskRow> Table { get; } = new(
        "tasks",
        [
            "id", "draw_id", "subject_id", "item_code", "checklist_id", "checklist_version", "checklist_hash", "agency_id",
            "officer_ids", "due_on", "state", "entries", "signature", "recorded_at", "recorded_offset", "recorded_on",
            "record_hash", "rectify_by", "termination_reason", "source", "source_reference", "source_basis", "visit", "version",
        ],
        task => task.Id,
        (row, task) => row
            .Text(task.Id).Text(task.DrawId).Text(task.SubjectId).Text(task.ItemCode).Text(task.ChecklistId)
            .Integer(task.ChecklistVersion).Text(task.ChecklistHash).Text(task.AgencyId).Text(task.OfficerIds)
            .Text(task.DueOn).Integer(task.State).Text(task.Entries).Text(task.Signature).Integer(task.RecordedAt)
            .Integer(task.RecordedOffset).Text(task.RecordedOn).Text(task.RecordHash).Text(task.RectifyBy)
            .Text(task.TerminationReason).Integer(task.Source).Text(task.SourceReference).Text(task.SourceBasis).Text(task.Visit)
            .Integer(task.Version));

    public static void Map(EntityTypeBuilder<TaskRow> entity)
    {
        entity.ToTable("tasks").HasKey(row => row.Id);
        entity.Property(row => row.Version).IsConcurrencyToken();
        entity.HasIndex(row => new { row.DrawId, row.Id }, "ix_tasks_draw");
        entity.HasIndex(row => new { row.DrawId, row.SubjectId }, "ix_tasks_drawn");
        entity.HasIndex(row => new { row.SubjectId, row.RecordedOn }, "ix_tasks_subject");
        entity.HasIndex(row => new { row.AgencyId, row.State, row.DueOn }, "ix_tasks_agency");
        entity.HasIndex(row => new { row.AgencyId, row.DueOn, row.Id }, "ix_tasks_open").HasFilter("state NOT IN (6, 7, 9, 10)");
        entity.HasIndex(row => row.RecordedOn, "ix_tasks_recorded");
        entity.HasIndex(row => row.DueOn, "ix_tasks_due");
        entity.HasIndex(row => row.RectifyBy, "ix_tasks_rectify");
    }

    public static TaskRow From(InspectionTask task) => new()
    {
        Id = task.Id,
        DrawId = task.DrawId ?? "",
        SubjectId = task.SubjectId,
        ItemCode = task.ItemCode,
        ChecklistId = task.Checklist.Id,
        ChecklistVersion = task.Checklist.Version,
        ChecklistHash = task.Checklist.ContentHash,
        AgencyId = task.AgencyId,
        OfficerIds = StorageJson.WriteTexts(task.OfficerIds),
        DueOn = Stored.Date(task.DueOn),
        State = (int)task.State,
        Entries = StorageJson.Write<EntryJson[]>([.. task.Entries.Select(EntryJson.Of)]),
        Signature = task.Signature is null ? null : StorageJson.Write(SignatureJson.Of(task.Signature)),
        RecordedAt = task.RecordedAt is { } at ? Stored.Instant(at) : null,
        RecordedOffset = (int?)task.RecordedAt?.TotalOffsetMinutes,
        RecordedOn = task.RecordedAt is { } local ? Stored.Date(DateOnly.FromDateTime(local.DateTime)) : null,
        RecordHash = task.RecordHash,
        RectifyBy = Stored.Date(task.RectifyBy),
        TerminationReason = task.TerminationReason,
        Source = (int)task.Source,
        SourceReference = task.SourceReference,
        SourceBasis = task.SourceBasis is null ? null : StorageJson.Write(BasisJson.Of(task.SourceBasis)),
        Visit = VisitJson.Of(task) is { } visit ? StorageJson.Write(visit) : null,
        Version = task.Version,
    };

    public InspectionTask ToTask() => Visit is null ? Bare() : StorageJson.Read<VisitJson>(Visit).AddTo(Bare());

    private InspectionTask Bare() => new()
    {
        Id = Id,
        DrawId = DrawId.Length == 0 ? null : DrawId,
        Source = (TaskSource)Source,
        SourceReference = SourceReference,
        SourceBasis = SourceBasis is null ? null : StorageJson.Read<BasisJson>(SourceBasis).ToBasis(),
        SubjectId = SubjectId,
        ItemCode = ItemCode,
        Checklist = new ChecklistReference(ChecklistId, ChecklistVersion, ChecklistHash),
        AgencyId = AgencyId,
        OfficerIds = StorageJson.ReadTexts(OfficerIds),
        DueOn = Stored.ToDate(DueOn),
        State = (TaskState)State,
        Entries = [.. StorageJson.Read<EntryJson[]>(Entries).Select(entry => entry.ToEntry())],
        Signature = Signature is null ? null : StorageJson.Read<SignatureJson>(Signature).ToSignature(),
        RecordedAt = RecordedAt is { } at
            ? Stored.ToInstant(at).ToOffset(TimeSpan.FromMinutes(RecordedOffset ?? 0))
            : null,
        RecordHash = RecordHash,
        RectifyBy = Stored.ToOptionalDate(RectifyBy),
        TerminationReason = TerminationReason,
        Version = Version,
    };
}

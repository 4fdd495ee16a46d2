using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Supervision.Matters;

namespace Supervision.Storage.Mapping.Matters;

/// <summary>A matter with its steps; the journal keeps each step as well.</summary>
[Reach(Reach.Party, Subject = nameof(SubjectId))]
internal sealed record MatterRow
{
    public required string Id { get; init; }

    public required int Kind { get; init; }

    public required string AgencyId { get; init; }

    public required string OriginAgencyId { get; init; }

    /// <summary>Ids of the agencies that take part, each between two bars: "|330700|330782|".</summary>
    public required string Parties { get; init; }

    public string? SubjectId { get; init; }

    public required string Category { get; init; }

    public required string Title { get; init; }

    public required string Cause { get; init; }

    public string? ParentId { get; init; }

    public required long OpenedAt { get; init; }

    public required int State { get; init; }

    public string? ClockKey { get; init; }

    public long? ClockStart { get; init; }

    public long? DueAt { get; init; }

    public required int Extensions { get; init; }

    public required int Rung { get; init; }

    /// <summary>1 while somebody of the agency has to act; for the work list.</summary>
    public required int Waits { get; init; }

    public required string Facts { get; init; }

    public required string Steps { get; init; }

    public required int Version { get; init; }

    public static void Map(EntityTypeBuilder<MatterRow> entity)
    {
        entity.ToTable("matters").HasKey(row => row.Id);
        entity.HasIndex(row => new { row.Kind, row.State }, "ix_matters_kind");
        entity.HasIndex(row => row.SubjectId, "ix_matters_subject");
        entity.HasIndex(row => row.ParentId, "ix_matters_parent");
        entity.HasIndex(row => row.Cause, "ix_matters_cause");
        entity.HasIndex(row => row.DueAt, "ix_matters_due");
        entity.HasIndex(row => new { row.Kind, row.OpenedAt }, "ix_matters_opened");
        entity.HasIndex(row => new { row.AgencyId, row.Waits, row.Kind }, "ix_matters_waits");
    }

    public static MatterRow From(Matter matter) => new()
    {
        Id = matter.Id, Kind = (int)matter.Kind, AgencyId = matter.AgencyId, OriginAgencyId = matter.OriginAgencyId,
        Parties = $"|{string.Join('|', matter.Parties)}|", SubjectId = matter.SubjectId, Category = matter.Category, Title = matter.Title,
        Cause = matter.Cause, ParentId = matter.ParentId, OpenedAt = Stored.Instant(matter.OpenedAt), State = (int)matter.State,
        ClockKey = matter.Clock?.Key, ClockStart = matter.Clock is { } clock ? Stored.Instant(clock.Start) : null,
        DueAt = matter.Clock?.DueAt is { } due ? Stored.Instant(due) : null,
        Extensions = matter.Clock?.Extensions ?? 0, Rung = matter.Clock?.Rung ?? 0, Waits = matter.IsWaiting ? 1 : 0,
        Facts = StorageJson.Write(new SortedDictionary<string, string>(matter.Facts.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal)),
        Steps = StorageJson.Write(matter.Steps.Select(MatterStepJson.Of).ToArray()), Version = matter.Version,
    };

    public Matter ToMatter() => new()
    {
        Id = Id, Kind = (MatterKind)Kind, AgencyId = AgencyId, OriginAgencyId = OriginAgencyId,
        Parties = Parties.Split('|', StringSplitOptions.RemoveEmptyEntries), SubjectId = SubjectId, Category = Category, Title = Title,
        Cause = Cause, ParentId = ParentId, OpenedAt = Stored.ToInstant(OpenedAt), State = (MatterState)State,
        Clock = ClockKey is null
            ? null
            : new MatterClock(ClockKey, Stored.ToInstant(ClockStart!.Value), DueAt is { } due ? Stored.ToInstant(due) : null, Extensions, Rung),
        Facts = StorageJson.Read<SortedDictionary<string, string>>(Facts),
        Steps = [.. StorageJson.Read<MatterStepJson[]>(Steps).Select(step => step.ToStep())],
    };
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Supervision.Audit;
using Supervision.Calendars;

namespace Supervision.Storage.Mapping.Calendars;

[Reach(Reach.Shared, "the notices of the State Council are public")]
internal sealed record CalendarNoticeRow
{
    public required int Year { get; init; }

    public required int Number { get; init; }

    public required string Content { get; init; }

    public required string ContentHash { get; init; }

    public required string ActorId { get; init; }

    public required string ActorAgency { get; init; }

    public required long TakenAt { get; init; }

    public static void Map(EntityTypeBuilder<CalendarNoticeRow> entity) =>
        entity.ToTable("calendar_notices").HasKey(row => new { row.Year, row.Number });

    public static CalendarNoticeRow From(CalendarNotice notice) => new()
    {
        Year = notice.Year, Number = notice.Number, Content = notice.Content, ContentHash = notice.ContentHash, ActorId = notice.By.Id,
        ActorAgency = notice.By.AgencyId, TakenAt = Stored.Instant(notice.At),
    };

    public CalendarNotice ToNotice() =>
        new(Year, Number, Content, ContentHash, new Actor(ActorId, ActorAgency), Stored.ToInstant(TakenAt));
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Supervision.Hashing;
using Supervision.Sampling;

namespace Supervision.Storage.Mapping.Sampling;

[Reach(Reach.Shared, "announcements are published")]
internal sealed record AnnouncementRow
{
    public required long Position { get; init; }

    public required string Authority { get; init; }

    public required string Programme { get; init; }

    public required int Number { get; init; }

    public required string Hash { get; init; }

    public required string Text { get; init; }

    public long? PublishedAt { get; init; }

    public int State { get; set; } = (int)AnnouncementState.Done;

    public string? Reason { get; set; }

    public string? Party { get; set; }

    public static void Map(EntityTypeBuilder<AnnouncementRow> entity)
    {
        entity.ToTable("announcements").HasKey(row => row.Position);
        entity.HasIndex(row => row.State, "ix_announcements_state");
        entity.HasIndex(row => new { row.Authority, row.Programme, row.Number }, "ix_announcements_number").IsUnique();
    }

    public static AnnouncementRow From(LoggedAnnouncement announcement, long position) => new()
    {
        Position = position,
        Authority = announcement.Authority,
        Programme = announcement.Programme,
        Number = announcement.Number,
        Hash = announcement.Hash.ToString(),
        Text = announcement.Text,
        PublishedAt = announcement.PublishedAt is { } at ? Stored.Instant(at) : null,
        State = (int)announcement.State,
        Reason = announcement.Reason,
        Party = announcement.Party,
    };

    public LoggedAnnouncement ToAnnouncement() => new(Authority, Programme, Number, Digest.Parse(Hash), Text)
    {
        PublishedAt = PublishedAt is { } at ? Stored.ToInstant(at) : null,
        State = (AnnouncementState)State,
        Reason = Reason,
        Party = Party,
    };
}

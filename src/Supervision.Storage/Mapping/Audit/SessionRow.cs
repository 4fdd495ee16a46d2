using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Supervision.Audit;

namespace Supervision.Storage.Mapping.Audit;

[Reach(Reach.Shared, "read by the host before it knows who asks; keys are hashes, tickets encrypted")]
internal sealed record SessionRow
{
    public required string KeyHash { get; init; }

    public required string PersonId { get; init; }

    public required string PartyId { get; init; }

    public required long Since { get; init; }

    public required long ExpiresAt { get; init; }

    public required byte[] Ticket { get; init; }

    public static void Map(EntityTypeBuilder<SessionRow> entity)
    {
        entity.ToTable("sessions").HasKey(row => row.KeyHash);
        entity.HasIndex(row => new { row.PersonId, row.PartyId }, "ix_sessions_person");
    }

    public static SessionRow From(UserSession session) => new()
    {
        KeyHash = session.KeyHash,
        PersonId = session.PersonId,
        PartyId = session.PartyId,
        Since = Stored.Instant(session.Since),
        ExpiresAt = Stored.Instant(session.ExpiresAt),
        Ticket = session.Ticket.ToArray(),
    };

    public UserSession ToSession() => new(KeyHash, PersonId, PartyId, Stored.ToInstant(Since), Stored.ToInstant(ExpiresAt), Ticket);
}

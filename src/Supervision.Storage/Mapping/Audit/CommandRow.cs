using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Supervision.Audit;
using Supervision.Hashing;

namespace Supervision.Storage.Mapping.Audit;

[Reach(Reach.OwnAgency)]
internal sealed record CommandRow
{
    public required string ActorId { get; init; }

    public required string AgencyId { get; init; }

    public required string Key { get; init; }

    public required string Content { get; init; }

    public required string Answer { get; init; }

    public required long At { get; init; }

    public static void Map(EntityTypeBuilder<CommandRow> entity)
    {
        entity.ToTable("commands").HasKey(row => new { row.ActorId, row.AgencyId, row.Key });
        entity.HasIndex(row => row.At, "ix_commands_at");
    }

    public static CommandRow From(PastCommand command) => new()
    {
        ActorId = command.Actor.Id,
        AgencyId = command.Actor.AgencyId,
        Key = command.Key,
        Content = command.Content.ToString(),
        Answer = command.Answer,
        At = Stored.Instant(command.At),
    };

    public PastCommand ToCommand(Actor actor) => new(actor, Key, Digest.Parse(Content), Answer, Stored.ToInstant(At));
}

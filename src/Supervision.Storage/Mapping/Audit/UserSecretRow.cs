using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Supervision.Audit;

namespace Supervision.Storage.Mapping.Audit;

[Reach(Reach.Shared, "read by the host before it knows who asks; the content is encrypted")]
internal sealed record UserSecretRow
{
    public required string UserName { get; init; }

    public required string Entry { get; init; }

    public required long LastStep { get; init; }

    public required long ChangedAt { get; init; }

    public required byte[] Content { get; init; }

    public static void Map(EntityTypeBuilder<UserSecretRow> entity) => entity.ToTable("user_secrets").HasKey(row => row.UserName);

    public static UserSecretRow From(UserSecret secret) => new()
    {
        UserName = secret.UserName,
        Entry = secret.Entry,
        LastStep = secret.LastStep,
        ChangedAt = Stored.Instant(secret.ChangedAt),
        Content = secret.Content.ToArray(),
    };

    public UserSecret ToSecret() => new(UserName, Entry, LastStep, Stored.ToInstant(ChangedAt), Content);
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Supervision.Events;

namespace Supervision.Storage.Mapping.Events;

[Reach(Reach.Shared, "webhooks are the operator's, and hold no data of subjects")]
internal sealed record SubscriberRow
{
    public required string Name { get; init; }

    /// <summary>Empty for a handler in process.</summary>
    public required string Url { get; init; }

    public required string Types { get; init; }

    public required string SecretFile { get; init; }

    public required long Position { get; init; }

    public required long LeasedUntil { get; init; }

    public static void Map(EntityTypeBuilder<SubscriberRow> entity) => entity.ToTable("subscribers").HasKey(row => row.Name);

    public Subscription ToSubscription() => new(Name, Url, StorageJson.ReadTexts(Types), SecretFile, Position);
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Policies;

namespace Supervision.Storage.Mapping.Policies;

[Reach(Reach.Shared, "what decides about people is public")]
internal sealed record PackRow
{
    public required string PolicyId { get; init; }

    public required string Version { get; init; }

    public required string ContentHash { get; init; }

    public required string File { get; init; }

    public required string Content { get; init; }

    public required string ValidFrom { get; init; }

    public required string? ValidTo { get; init; }

    public required string WriterId { get; init; }

    public required string WriterAgency { get; init; }

    public required long WrittenAt { get; init; }

    public required string? PublisherId { get; init; }

    public required string? PublisherAgency { get; init; }

    public required long? PublishedAt { get; init; }

    public required string? ReplacedFrom { get; init; }

    public static void Map(EntityTypeBuilder<PackRow> entity)
    {
        entity.ToTable("rule_packs").HasKey(row => new { row.PolicyId, row.Version, row.ContentHash });
        entity.HasIndex(row => new { row.PolicyId, row.Version }, "ix_rule_packs_published").IsUnique().HasFilter("published_at IS NOT NULL");
    }

    public static PackRow From(StoredPack pack) => new()
    {
        PolicyId = pack.Policy.Id, Version = pack.Policy.Version, ContentHash = pack.Policy.ContentHash, File = pack.File, Content = pack.Text,
        ValidFrom = Stored.Date(pack.From), ValidTo = Stored.Date(pack.To), WriterId = pack.Writer.Id, WriterAgency = pack.Writer.AgencyId,
        WrittenAt = Stored.Instant(pack.WrittenAt), PublisherId = pack.Publication?.Publisher.Id, PublisherAgency = pack.Publication?.Publisher.AgencyId,
        PublishedAt = pack.Publication is { } publication ? Stored.Instant(publication.At) : null, ReplacedFrom = Stored.Date(pack.ReplacedFrom),
    };

    // Who acted is kept by name; what the person might do at the time, the journal says.
    public StoredPack ToPack() => new(
        new PolicyReference(PolicyId, Version, ContentHash), File, Content, Stored.ToDate(ValidFrom), Stored.ToOptionalDate(ValidTo),
        new Actor(WriterId, WriterAgency), Stored.ToInstant(WrittenAt))
    {
        Publication = PublishedAt is { } at ? new PackPublication(new Actor(PublisherId!, PublisherAgency!), Stored.ToInstant(at)) : null,
        ReplacedFrom = Stored.ToOptionalDate(ReplacedFrom),
    };
}

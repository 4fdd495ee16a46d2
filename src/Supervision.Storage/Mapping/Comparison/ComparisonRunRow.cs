using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Supervision.Comparison;

namespace Supervision.Storage.Mapping.Comparison;

[Reach(Reach.OwnAgency)]
internal sealed record ComparisonRunRow
{
    public required string Id { get; init; }

    public required string AgencyId { get; init; }

    public required string AsOf { get; init; }

    public required string Policy { get; init; }

    public required long MadeAt { get; init; }

    public required int Supervised { get; init; }

    public required int Compared { get; init; }

    public required int Matched { get; init; }

    public static void Map(EntityTypeBuilder<ComparisonRunRow> entity) => entity.ToTable("comparison_runs").HasKey(row => row.Id);

    public static ComparisonRunRow From(ComparisonRun run) => new()
    {
        Id = run.Id, AgencyId = run.AgencyId, AsOf = Stored.Date(run.AsOf), Policy = run.Policy, MadeAt = Stored.Instant(run.MadeAt),
        Supervised = run.Supervised, Compared = run.Compared, Matched = run.Matched,
    };

    public ComparisonRun ToRun() => new(Id, AgencyId, Stored.ToDate(AsOf), Policy, Stored.ToInstant(MadeAt), Supervised, Compared, Matched);
}

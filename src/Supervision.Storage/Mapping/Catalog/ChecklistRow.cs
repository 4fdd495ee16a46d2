using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Supervision.Catalog;

namespace Supervision.Storage.Mapping.Catalog;

[Reach(Reach.Shared, "the catalogue is public")]
internal sealed record ChecklistRow
{
    public required string Id { get; init; }

    public required int Version { get; init; }

    public required string ContentHash { get; init; }

    public required string Title { get; init; }

    public required string Points { get; init; }

    public static void Map(EntityTypeBuilder<ChecklistRow> entity) =>
        entity.ToTable("checklists").HasKey(row => new { row.Id, row.Version });

    public static ChecklistRow From(Checklist checklist) => new()
    {
        Id = checklist.Id,
        Version = checklist.Version,
        ContentHash = checklist.Reference.ContentHash,
        Title = checklist.Title,
        Points = StorageJson.Write<PointJson[]>([.. checklist.Points.Select(PointJson.Of)]),
    };

    public Checklist ToChecklist() =>
        new(Id, Version, Title, [.. StorageJson.Read<PointJson[]>(Points).Select(point => point.ToPoint())]);
}

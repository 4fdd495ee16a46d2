using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Supervision.Registry;

namespace Supervision.Storage.Mapping.Registry;

[Reach(Reach.Shared, "numbers of documents are published")]
internal sealed record DocumentNumberRow
{
    public required string Agency { get; init; }

    public required string Kind { get; init; }

    public required int Year { get; init; }

    public required int Serial { get; init; }

    public required string Key { get; init; }

    public required string TakenOn { get; init; }

    public static void Map(EntityTypeBuilder<DocumentNumberRow> entity)
    {
        entity.ToTable("document_numbers").HasKey(row => new { row.Agency, row.Kind, row.Year, row.Serial });
        entity.HasIndex(row => new { row.Kind, row.Key }, "ix_document_numbers_key").IsUnique();
    }

    public DocumentNumber ToNumber() => new(Agency, Kind, Year, Serial);
}

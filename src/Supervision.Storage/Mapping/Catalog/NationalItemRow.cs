using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Supervision.Catalog;

namespace Supervision.Storage.Mapping.Catalog;

[Reach(Reach.Shared, "the national catalogue is public")]
internal sealed record NationalItemRow
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public static void Map(EntityTypeBuilder<NationalItemRow> entity) => entity.ToTable("national_items").HasKey(row => row.Code);

    public static NationalItemRow From(NationalItem item) => new() { Code = item.Code, Name = item.Name };

    public NationalItem ToItem() => new(Code, Name);
}

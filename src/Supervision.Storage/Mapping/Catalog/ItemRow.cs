using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Supervision.Catalog;

namespace Supervision.Storage.Mapping.Catalog;

[Reach(Reach.Shared, "the catalogue is public")]
internal sealed record ItemRow
{
    public required string Code { get; init; }

    public required string? ParentCode { get; init; }

    public required string Name { get; init; }

    public required int Kind { get; init; }

    public required string OwnerAgencyId { get; init; }

    public required string Field { get; init; }

    public required string Basis { get; init; }

    public required string SubjectCategories { get; init; }

    public required string Contents { get; init; }

    public required string? ChecklistId { get; init; }

    public required string? NationalCode { get; init; }

    public required int Version { get; init; }

    public required int State { get; init; }

    public static void Map(EntityTypeBuilder<ItemRow> entity) => entity.ToTable("items").HasKey(row => row.Code);

    public static ItemRow From(SupervisionItem item) => new()
    {
        Code = item.Code,
        ParentCode = item.ParentCode,
        Name = item.Name,
        Kind = (int)item.Kind,
        OwnerAgencyId = item.OwnerAgencyId,
        Field = item.Field,
        Basis = StorageJson.Write<BasisJson[]>([.. item.Basis.Select(BasisJson.Of)]),
        SubjectCategories = StorageJson.WriteTexts(item.SubjectCategories),
        Contents = StorageJson.Write<ContentJson[]>([.. item.Contents.Select(ContentJson.Of)]),
        ChecklistId = item.ChecklistId,
        NationalCode = item.NationalCode,
        Version = item.Version,
        State = (int)item.State,
    };

    public SupervisionItem ToItem() => new()
    {
        Code = Code,
        ParentCode = ParentCode,
        Name = Name,
        Kind = (ItemKind)Kind,
        OwnerAgencyId = OwnerAgencyId,
        Field = Field,
        Basis = [.. StorageJson.Read<BasisJson[]>(Basis).Select(basis => basis.ToBasis())],
        SubjectCategories = StorageJson.ReadTexts(SubjectCategories),
        Contents = [.. StorageJson.Read<ContentJson[]>(Contents).Select(content => content.ToContent())],
        ChecklistId = ChecklistId,
        NationalCode = NationalCode,
        Version = Version,
        State = (ItemState)State,
    };
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Supervision.Registry;

namespace Supervision.Storage.Mapping.Registry;

[Reach(Reach.Shared, "agencies are public")]
internal sealed record AgencyRow
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string DivisionCode { get; init; }

    public required string Fields { get; init; }

    public required string ReviewAuthority { get; init; }

    public required string Court { get; init; }

    public static void Map(EntityTypeBuilder<AgencyRow> entity) => entity.ToTable("agencies").HasKey(row => row.Id);

    public static AgencyRow From(Agency agency) => new()
    {
        Id = agency.Id,
        Name = agency.Name,
        DivisionCode = agency.DivisionCode,
        Fields = StorageJson.WriteTexts(agency.Fields),
        ReviewAuthority = agency.ReviewAuthority,
        Court = agency.Court,
    };

    public Agency ToAgency() =>
        new(Id, Name, DivisionCode, StorageJson.ReadTexts(Fields)) { ReviewAuthority = ReviewAuthority, Court = Court };
}

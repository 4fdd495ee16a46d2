using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Supervision.Registry;
using Supervision.Storage.Bulk;

namespace Supervision.Storage.Mapping.Registry;

[Reach(Reach.Shared, "joint inspections draw officers of other agencies")]
internal sealed record OfficerRow
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string AgencyId { get; init; }

    public required string CertificateNumber { get; init; }

    public required string ValidFrom { get; init; }

    public required string ValidTo { get; init; }

    public required string Fields { get; init; }

    public required bool IsSuspended { get; init; }

    /// <summary>The same mapping at import speed, without a row object.</summary>
    public static BulkTable<Officer> Table { get; } = new(
        "officers",
        ["id", "name", "agency_id", "certificate_number", "valid_from", "valid_to", "fields", "is_suspended"],
        officer => officer.Id,
        (row, officer) => row
            .Text(officer.Id).Text(officer.Name).Text(officer.AgencyId).Text(officer.CertificateNumber)
            .Text(Stored.Date(officer.ValidFrom)).Text(Stored.Date(officer.ValidTo))
            .Text(StorageJson.WriteTexts(officer.Fields)).Integer(officer.IsSuspended ? 1 : 0));

    public static void Map(EntityTypeBuilder<OfficerRow> entity)
    {
        entity.ToTable("officers").HasKey(row => row.Id);
        entity.HasIndex(row => row.CertificateNumber, "ix_officers_certificate");
        entity.HasIndex(row => new { row.AgencyId, row.Id }, "ix_officers_agency");
    }

    public Officer ToOfficer() => new()
    {
        Id = Id,
        Name = Name,
        AgencyId = AgencyId,
        CertificateNumber = CertificateNumber,
        ValidFrom = Stored.ToDate(ValidFrom),
        ValidTo = Stored.ToDate(ValidTo),
        Fields = StorageJson.ReadTexts(Fields),
        IsSuspended = IsSuspended,
    };
}

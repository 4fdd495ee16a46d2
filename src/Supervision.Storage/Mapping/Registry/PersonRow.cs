using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Supervision.Registry;
using Supervision.Storage.Persons;

namespace Supervision.Storage.Mapping.Registry;

[Reach(Reach.OwnAgency)]
internal sealed record PersonRow
{
    public required string Id { get; init; }

    public required string SubjectId { get; init; }

    public required string AgencyId { get; init; }

    public required byte[] IdHash { get; init; }

    public required byte[] Salt { get; init; }

    public required byte[] Sealed { get; init; }

    public required string RetainUntil { get; init; }

    public static void Map(EntityTypeBuilder<PersonRow> entity)
    {
        entity.ToTable("persons").HasKey(row => row.Id);
        entity.HasIndex(row => row.IdHash, "ix_persons_hash");
        entity.HasIndex(row => row.RetainUntil, "ix_persons_retain");
    }

    public static string PlaceOf(string id) => "person " + id;

    public static string Text(Person person) =>
        StorageJson.Write(new PersonJson(person.IdNumber.Value, person.Name, person.Phone, person.IsHead));

    public Person ToPerson(PersonKeyRing ring)
    {
        var data = StorageJson.Read<PersonJson>(ring.Open(Sealed, PlaceOf(Id)));
        return new Person(
            Id, SubjectId, AgencyId, ResidentId.Parse(data.IdNumber).OrThrow(), data.Name, data.Phone, Stored.ToDate(RetainUntil))
        {
            IsHead = data.IsHead,
        };
    }
}

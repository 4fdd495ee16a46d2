using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Supervision.Hashing;
using Supervision.Registry;
using Supervision.Storage.Mapping;
using Supervision.Storage.Mapping.Documents;
using Supervision.Storage.Mapping.Registry;

namespace Supervision.Storage.Stores.Registry;

internal sealed class PersonStore(StorageScope scope) : IPersonStore
{
    public async Task<Digest> AddAsync(Person person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        var ring = scope.RequireKeys();
        var text = PersonRow.Text(person);
        var salt = RandomNumberGenerator.GetBytes(Digest.Size);
        await scope.WriteAsync(
            $"person {person.Id}",
            session =>
            {
                session.Context.Add(new PersonRow
                {
                    Id = person.Id, SubjectId = person.SubjectId, AgencyId = person.AgencyId,
                    IdHash = ring.SearchHash(person.IdNumber.Value), Salt = salt,
                    Sealed = ring.Seal(text, PersonRow.PlaceOf(person.Id)), RetainUntil = Stored.Date(person.RetainUntil),
                });
                return session.FlushAsync(cancellationToken);
            },
            cancellationToken).ConfigureAwait(false);
        return Hash.Of(HashKind.Sha256, [.. salt, .. Encoding.UTF8.GetBytes(text)]);
    }

    public async Task<Person?> FindAsync(string id, CancellationToken cancellationToken) =>
        (await scope.Read().Context.Set<PersonRow>().SingleOrDefaultAsync(row => row.Id == id, cancellationToken).ConfigureAwait(false))
            ?.ToPerson(scope.RequireKeys());

    public async Task<IReadOnlyList<string>> FindIdsAsync(ResidentId idNumber, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(idNumber);
        var hash = scope.RequireKeys().SearchHash(idNumber.Value);
        return await scope.Read().Context.Set<PersonRow>().Where(row => row.IdHash == hash).OrderBy(row => row.Id)
            .Select(row => row.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<string>> ListExpiredAsync(DateOnly before, int limit, CancellationToken cancellationToken)
    {
        var day = Stored.Date(before);
        return await scope.Read().Context.Set<PersonRow>().Where(row => row.RetainUntil.CompareTo(day) < 0).OrderBy(row => row.Id)
            .Take(limit).Select(row => row.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    public Task<bool> EraseAsync(string id, CancellationToken cancellationToken) => scope.WriteAsync(
        $"person {id}",
        async session => await session.Context.Set<PersonRow>().Where(row => row.Id == id)
            .ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false) == 1,
        cancellationToken);

    public Task<int> ReencryptAsync(CancellationToken cancellationToken) => scope.WriteAsync(
        "personal data",
        async session => await PersonsAsync(session, cancellationToken).ConfigureAwait(false)
            + await DocumentsAsync(session, cancellationToken).ConfigureAwait(false),
        cancellationToken);

    // In pages by key: all of a table is never in memory.
    private async Task<int> PersonsAsync(StorageSession session, CancellationToken cancellationToken)
    {
        var ring = scope.RequireKeys();
        var count = 0;
        for (var after = ""; ;)
        {
            var page = await session.Context.Set<PersonRow>().IgnoreQueryFilters().Where(row => row.Id.CompareTo(after) > 0)
                .OrderBy(row => row.Id).Take(500).ToListAsync(cancellationToken).ConfigureAwait(false);
            if (page.Count == 0)
            {
                return count;
            }

            foreach (var row in page.Where(row => Persons.PersonKeyRing.KeyOf(row.Sealed) != ring.CurrentKey))
            {
                var place = PersonRow.PlaceOf(row.Id);
                session.Context.Update(row with { Sealed = ring.Seal(ring.Open(row.Sealed, place), place) });
                count++;
            }

            await session.FlushAsync(cancellationToken).ConfigureAwait(false);
            after = page[^1].Id;
        }
    }

    private async Task<int> DocumentsAsync(StorageSession session, CancellationToken cancellationToken)
    {
        var ring = scope.RequireKeys();
        var count = 0;
        for (var after = ""; ;)
        {
            var page = await session.Context.Set<DocumentRow>().IgnoreQueryFilters().Where(row => row.ContentHash.CompareTo(after) > 0)
                .OrderBy(row => row.ContentHash).Take(100).ToListAsync(cancellationToken).ConfigureAwait(false);
            if (page.Count == 0)
            {
                return count;
            }

            foreach (var row in page.Where(row => !row.IsSealedBy(ring.CurrentKey)))
            {
                session.Context.Update(row with { Facts = row.Seal(ring, row.Open(ring)) });
                count++;
            }

            await session.FlushAsync(cancellationToken).ConfigureAwait(false);
            after = page[^1].ContentHash;
        }
    }
}

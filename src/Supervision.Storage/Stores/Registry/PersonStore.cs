using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Supervision.Documents;
using Supervision.Hashing;
using Supervision.Registry;
using Supervision.Storage.Mapping;
using Supervision.Storage.Mapping.Documents;
using Supervision.Storage.Mapping.Registry;
using Supervision.Storage.Persons;

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
        var ring = scope.RequireKeys();
        var (hash, older) = (ring.SearchHash(idNumber.Value), ring.OlderSearchHash(idNumber.Value));
        return await scope.Read().Context.Set<PersonRow>().Where(row => row.IdHash == hash || row.IdHash == older).OrderBy(row => row.Id)
            .Select(row => row.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<string>> ListExpiredAsync(DateOnly before, int limit, CancellationToken cancellationToken)
    {
        var day = Stored.Date(before);
        return await scope.Read().Context.Set<PersonRow>().Where(row => row.RetainUntil.CompareTo(day) < 0).OrderBy(row => row.Id)
            .Take(limit).Select(row => row.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    public Task<Erasure> EraseAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var ring = scope.RequireKeys();
        return scope.WriteAsync(
            "personal data",
            async session =>
            {
                var rows = await session.Context.Set<PersonRow>().Where(row => ids.Contains(row.Id)).OrderBy(row => row.Id)
                    .ToListAsync(cancellationToken).ConfigureAwait(false);
                var gone = rows.ConvertAll(row => row.ToPerson(ring));
                var documents = await RedactAsync(session, gone, cancellationToken).ConfigureAwait(false);
                string[] found = [.. gone.Select(person => person.Id)];
                await session.Context.Set<PersonRow>().Where(row => found.Contains(row.Id)).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
                return new Erasure(found, documents);
            },
            cancellationToken);
    }

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

            foreach (var row in page.Where(row => ring.HasOlderSearchKey || PersonKeyRing.KeyOf(row.Sealed) != ring.CurrentKey))
            {
                var (place, hash) = (PersonRow.PlaceOf(row.Id), ring.SearchHash(row.ToPerson(ring).IdNumber.Value));
                if (PersonKeyRing.KeyOf(row.Sealed) != ring.CurrentKey || !hash.AsSpan().SequenceEqual(row.IdHash))
                {
                    session.Context.Update(row with { IdHash = hash, Sealed = ring.Seal(ring.Open(row.Sealed, place), place) });
                    count++;
                }
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

    // All documents of the own agency pass by, for what they say is encrypted; in pages by key.
    private async Task<List<ErasedDocument>> RedactAsync(StorageSession session, List<Person> gone, CancellationToken cancellationToken)
    {
        var redacted = new List<ErasedDocument>();
        for (var after = ""; gone.Count > 0;)
        {
            var page = await session.Context.Set<DocumentRow>().Where(row => row.ContentHash.CompareTo(after) > 0)
                .OrderBy(row => row.ContentHash).Take(100).ToListAsync(cancellationToken).ConfigureAwait(false);
            if (page.Count == 0)
            {
                break;
            }

            foreach (var row in page)
            {
                var document = row.ToDocument(scope.Keys);
                string[] texts = [.. gone.Where(person => Names(document, person)).SelectMany(TextsOf)];
                if (texts.Length > 0)
                {
                    session.Context.Update(row with { Facts = DocumentRow.From(document.Without(texts), scope.Keys).Facts });
                    redacted.Add(new ErasedDocument(row.Key, row.Number, row.ContentHash));
                }
            }

            await session.FlushAsync(cancellationToken).ConfigureAwait(false);
            after = page[^1].ContentHash;
        }

        return redacted;
    }

    private static IEnumerable<string> TextsOf(Person person) =>
        new[] { person.IdNumber.Value, person.Phone, person.Name }.Where(text => text.Length > 0);

    // People share names: a name alone says nothing.
    private static bool Names(IssuedDocument document, Person person)
    {
        string[] texts = [.. document.Facts.Values.Values, .. document.Facts.Lists.Values.SelectMany(rows => rows).SelectMany(row => row.Values)];
        return Has(person.IdNumber.Value) || Has(person.Phone) || (Has(person.Name) && Has(person.SubjectId));

        bool Has(string text) => text.Length > 0 && texts.Any(one => one.Contains(text, StringComparison.Ordinal));
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Supervision.Documents;
using Supervision.Storage.Persons;

namespace Supervision.Storage.Mapping.Documents;

[Reach(Reach.OwnAgency)]
internal sealed record DocumentRow
{
    private const string Mark = "sealed:";

    public required int Kind { get; init; }

    public required string Key { get; init; }

    public required string AgencyId { get; init; }

    public required string Number { get; init; }

    public required string Template { get; init; }

    public required string Facts { get; init; }

    public required string IssuedOn { get; init; }

    public required string? VerificationBase { get; init; }

    public required string ContentHash { get; init; }

    private string Place => "document " + ContentHash;

    public static void Map(EntityTypeBuilder<DocumentRow> entity)
    {
        entity.ToTable("documents").HasKey(row => new { row.Kind, row.Key });
        entity.HasIndex(row => row.ContentHash, "ix_documents_hash").IsUnique();
        entity.HasIndex(row => row.Key, "ix_documents_key");
    }

    public static DocumentRow From(IssuedDocument document, PersonKeyRing? ring) => Plain(document).SealedBy(ring);

    private static DocumentRow Plain(IssuedDocument document) => new()
    {
        Kind = (int)document.Kind,
        Key = document.Key,
        AgencyId = document.AgencyId,
        Number = document.Number,
        Template = document.TemplateText,
        Facts = StorageJson.Write(new FactsJson(
            new(document.Facts.Values, StringComparer.Ordinal),
            document.Facts.Lists.ToDictionary(
                list => list.Key,
                list => list.Value.Select(row => new Dictionary<string, string>(row, StringComparer.Ordinal)).ToArray(),
                StringComparer.Ordinal),
            document.Salt, document.OriginalHash is not null)),
        IssuedOn = Stored.Date(document.IssuedOn),
        VerificationBase = document.VerificationBase?.AbsoluteUri,
        ContentHash = document.ContentHash,
    };

    private DocumentRow SealedBy(PersonKeyRing? ring) => ring is null ? this : this with { Facts = Seal(ring, Facts) };

    /// <summary>Whether the facts are encrypted by a key, or by none.</summary>
    public bool IsSealedBy(int key) =>
        Facts.StartsWith(Mark, StringComparison.Ordinal) && PersonKeyRing.KeyOf(Convert.FromBase64String(Facts[Mark.Length..])) == key;

    /// <summary>The facts as JSON.</summary>
    public string Open(PersonKeyRing? ring) => !Facts.StartsWith(Mark, StringComparison.Ordinal) ? Facts
        : (ring ?? throw new StorageException(
            "SUP9024: the facts of this document are encrypted, and no key ring was given. Name it in SUPERVISION_PERSON_KEYS "
            + "(AddSupervisionPersonKeys in a program).")).Open(Convert.FromBase64String(Facts[Mark.Length..]), Place);

    /// <summary>The facts encrypted, for this document only.</summary>
    public string Seal(PersonKeyRing ring, string facts) => Mark + Convert.ToBase64String(ring.Seal(facts, Place));

    public IssuedDocument ToDocument(PersonKeyRing? ring)
    {
        var facts = StorageJson.Read<FactsJson>(Open(ring));
        return new IssuedDocument(
            (DocumentKind)Kind, Key, AgencyId, Number, Template,
            new DocumentFacts(facts.Values, facts.Lists.ToDictionary(
                list => list.Key, list => (IReadOnlyList<IReadOnlyDictionary<string, string>>)list.Value, StringComparer.Ordinal)),
            Stored.ToDate(IssuedOn), VerificationBase is null ? null : new Uri(VerificationBase))
        {
            Salt = facts.Salt ?? "", OriginalHash = facts.IsRedacted ? ContentHash : null,
        };
    }
}

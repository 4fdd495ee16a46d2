using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Supervision.Documents;

namespace Supervision.Storage.Mapping.Documents;

[Reach(Reach.OwnAgency)]
internal sealed record DocumentRow
{
    public required int Kind { get; init; }

    public required string Key { get; init; }

    public required string AgencyId { get; init; }

    public required string Number { get; init; }

    public required string Template { get; init; }

    public required string Facts { get; init; }

    public required string IssuedOn { get; init; }

    public required string? VerificationBase { get; init; }

    public required string ContentHash { get; init; }

    public static void Map(EntityTypeBuilder<DocumentRow> entity)
    {
        entity.ToTable("documents").HasKey(row => new { row.Kind, row.Key });
        entity.HasIndex(row => row.ContentHash, "ix_documents_hash").IsUnique();
    }

    public static DocumentRow From(IssuedDocument document) => new()
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
                StringComparer.Ordinal))),
        IssuedOn = Stored.Date(document.IssuedOn),
        VerificationBase = document.VerificationBase?.AbsoluteUri,
        ContentHash = document.ContentHash,
    };

    public IssuedDocument ToDocument()
    {
        var facts = StorageJson.Read<FactsJson>(Facts);
        return new IssuedDocument(
            (DocumentKind)Kind, Key, AgencyId, Number, Template,
            new DocumentFacts(facts.Values, facts.Lists.ToDictionary(
                list => list.Key, list => (IReadOnlyList<IReadOnlyDictionary<string, string>>)list.Value, StringComparer.Ordinal)),
            Stored.ToDate(IssuedOn), VerificationBase is null ? null : new Uri(VerificationBase));
    }
}

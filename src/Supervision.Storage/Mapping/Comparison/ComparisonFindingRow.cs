using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Supervision.Comparison;
using Supervision.Storage.Bulk;

namespace Supervision.Storage.Mapping.Comparison;

[Reach(Reach.OwnAgency)]
internal sealed record ComparisonFindingRow
{
    public required string Id { get; init; }

    public required string RunId { get; init; }

    public required string AgencyId { get; init; }

    public required int Kind { get; init; }

    public required string Listings { get; init; }

    public required string? MatchedWith { get; init; }

    public required int Confidence { get; init; }

    public required int Judgement { get; init; }

    public required string Reason { get; init; }

    public required string? JudgedBy { get; init; }

    public required long? JudgedAt { get; init; }

    /// <summary>The same mapping at import speed, for findings at which nobody has looked.</summary>
    public static BulkTable<(ComparisonRun Run, ComparisonFinding Finding)> Table { get; } = new(
        "comparison_findings",
        ["id", "run_id", "agency_id", "kind", "listings", "matched_with", "confidence", "judgement", "reason", "judged_by", "judged_at"],
        pair => pair.Finding.Id,
        (row, pair) => row
            .Text(pair.Finding.Id).Text(pair.Run.Id).Text(pair.Run.AgencyId).Integer((int)pair.Finding.Kind)
            .Text(StorageJson.Write<ListingJson[]>([.. pair.Finding.Listings.Select(listing => new ListingJson((int)listing.Side, listing.Id))]))
            .Text(pair.Finding.Match is { } match
                ? StorageJson.Write(new MatchJson(match.Id, (int)match.Basis, match.Confidence, match.Name, match.Address, match.SamePhone))
                : null)
            .Integer(pair.Finding.Confidence).Integer((int)FindingJudgement.Open).Text("").Text(null).Integer(null));

    public static void Map(EntityTypeBuilder<ComparisonFindingRow> entity)
    {
        entity.ToTable("comparison_findings").HasKey(row => row.Id);
        entity.HasIndex(row => new { row.RunId, row.Judgement, row.Id }, "ix_comparison_findings_run");
    }

    public JudgedFinding ToFinding() => new(RunId, AgencyId, new ComparisonFinding(
        Id, (ComparisonFindingKind)Kind,
        [.. StorageJson.Read<ListingJson[]>(Listings).Select(listing => new Listing((ComparisonSide)listing.Side, listing.Id))],
        MatchedWith is null ? null : StorageJson.Read<MatchJson>(MatchedWith).ToMatch(), Confidence))
    {
        Judgement = (FindingJudgement)Judgement,
        Reason = Reason,
        JudgedBy = JudgedBy,
        JudgedAt = JudgedAt is { } at ? Stored.ToInstant(at) : null,
    };
}

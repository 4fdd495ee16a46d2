using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Supervision.Credit;
using Supervision.Decisions;
using Supervision.Risk;
using Supervision.Storage.Bulk;

namespace Supervision.Storage.Mapping.Risk;

[Reach(Reach.Shared, "credit is judged over all agencies")]
internal sealed record StandingRecord
{
    /// <summary>The columns that <see cref="Read"/> expects.</summary>
    public static readonly string[] Columns =
    [
        "subject_id", "as_of", "points", "steps", "composite_score", "grade", "person_linked", "class", "weight",
        "credit_policy_id", "credit_policy_version", "credit_policy_hash",
        "risk_policy_id", "risk_policy_version", "risk_policy_hash",
    ];

    public required string SubjectId { get; init; }

    public required string AsOf { get; init; }

    public required long Points { get; init; }

    public required int Steps { get; init; }

    public required long CompositeScore { get; init; }

    public required int Grade { get; init; }

    public required bool PersonLinked { get; init; }

    public required int Class { get; init; }

    public required int Weight { get; init; }

    public required string CreditPolicyId { get; init; }

    public required string CreditPolicyVersion { get; init; }

    public required string CreditPolicyHash { get; init; }

    public required string RiskPolicyId { get; init; }

    public required string RiskPolicyVersion { get; init; }

    public required string RiskPolicyHash { get; init; }

    /// <summary>The same mapping at import speed, without a row object.</summary>
    public static BulkTable<SubjectStanding> Table { get; } = new(
        "standings",
        Columns,
        standing => standing.SubjectId,
        (row, standing) => row
            .Text(standing.SubjectId).Text(Stored.Date(standing.AsOf)).Integer(Stored.Points(standing.Points))
            .Integer(standing.Steps).Integer(Stored.Points(standing.CompositeScore)).Integer((int)standing.Grade)
            .Integer(standing.PersonLinked ? 1 : 0).Integer((int)standing.Class).Integer(standing.Weight)
            .Text(standing.CreditPolicy.Id).Text(standing.CreditPolicy.Version).Text(standing.CreditPolicy.ContentHash)
            .Text(standing.RiskPolicy.Id).Text(standing.RiskPolicy.Version).Text(standing.RiskPolicy.ContentHash));

    public static void Map(EntityTypeBuilder<StandingRecord> entity) =>
        entity.ToTable("standings").HasKey(row => row.SubjectId);

    /// <summary>The standing in the reader's current row, whose columns start at <paramref name="at"/>.</summary>
    public static SubjectStanding Read(DbDataReader row, int at) => new(
        row.GetString(at),
        Stored.ToDate(row.GetString(at + 1)),
        Stored.ToPoints(row.GetInt64(at + 2)),
        row.GetInt32(at + 3),
        Stored.ToPoints(row.GetInt64(at + 4)),
        (CompositeCreditGrade)row.GetInt32(at + 5),
        row.GetInt64(at + 6) != 0,
        (CreditRiskClass)row.GetInt32(at + 7),
        row.GetInt32(at + 8),
        new PolicyReference(row.GetString(at + 9), row.GetString(at + 10), row.GetString(at + 11)),
        new PolicyReference(row.GetString(at + 12), row.GetString(at + 13), row.GetString(at + 14)));
}

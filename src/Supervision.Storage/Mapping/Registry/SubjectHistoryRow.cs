using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Supervision.Registry;

namespace Supervision.Storage.Mapping.Registry;

/// <summary>A registration before it was changed; written by the database itself.</summary>
[Reach(Reach.Division)]
internal sealed record SubjectHistoryRow
{
    public required string SubjectId { get; init; }

    public required int Number { get; init; }

    /// <summary>Size of the journal when it was changed: the entry at this position says when.</summary>
    public required long Position { get; init; }

    public required int Kind { get; init; }

    public required string Name { get; init; }

    public required string? Uscc { get; init; }

    public required string? OperatorId { get; init; }

    public required string DivisionCode { get; init; }

    public required string IndustryCode { get; init; }

    public required string Categories { get; init; }

    public required int Status { get; init; }

    public required string Address { get; init; }

    public required string? RegisteredOn { get; init; }

    public required string? DeliveredRiskClass { get; init; }

    public static void Map(EntityTypeBuilder<SubjectHistoryRow> entity) =>
        entity.ToTable("subject_history").HasKey(row => new { row.SubjectId, row.Number });

    public Subject ToSubject() => new SubjectRow
    {
        Id = SubjectId, Kind = Kind, Name = Name, Uscc = Uscc, OperatorId = OperatorId, DivisionCode = DivisionCode, IndustryCode = IndustryCode,
        Categories = Categories, Status = Status, Address = Address, RegisteredOn = RegisteredOn, DeliveredRiskClass = DeliveredRiskClass,
    }.ToSubject();
}

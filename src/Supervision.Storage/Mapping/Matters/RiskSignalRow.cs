using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Supervision.Warnings;

namespace Supervision.Storage.Mapping.Matters;

/// <summary>A signal; rows are only added.</summary>
[Reach(Reach.Shared, "a model looks at all signals of a subject, from whichever system they come")]
internal sealed record RiskSignalRow
{
    public required string Id { get; init; }

    public required string Model { get; init; }

    public required string SubjectId { get; init; }

    public required string Kind { get; init; }

    public required long At { get; init; }

    public required string Content { get; init; }

    public required string Source { get; init; }

    public required bool IsGood { get; init; }

    public required long Sequence { get; init; }

    public static void Map(EntityTypeBuilder<RiskSignalRow> entity)
    {
        entity.ToTable("risk_signals").HasKey(row => row.Id);
        entity.HasIndex(row => new { row.SubjectId, row.Model }, "ix_risk_signals_subject");
    }

    public static RiskSignalRow From(RiskSignal signal, long sequence) => new()
    {
        Id = signal.Id, Model = signal.Model, SubjectId = signal.SubjectId, Kind = signal.Kind, At = Stored.Instant(signal.At),
        Content = StorageJson.Write(new SortedDictionary<string, string>(signal.Values.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal)),
        Source = signal.Source, IsGood = signal.IsGood, Sequence = sequence,
    };

    public RiskSignal ToSignal() => new(
        Id, Model, SubjectId, Kind, Stored.ToInstant(At), StorageJson.Read<SortedDictionary<string, string>>(Content))
    {
        Source = Source, IsGood = IsGood, Sequence = Sequence,
    };
}

using Supervision.Audit;
using Supervision.Matters;

namespace Supervision.Storage.Mapping.Matters;

internal sealed record MatterStepJson
{
    public required int Number { get; init; }

    public required int From { get; init; }

    public required int To { get; init; }

    public required int Trigger { get; init; }

    public required long At { get; init; }

    public required string Text { get; init; }

    public string[]? Agencies { get; init; }

    public string[]? Officers { get; init; }

    public string? Reference { get; init; }

    public string? Category { get; init; }

    public string? Item { get; init; }

    public SortedDictionary<string, string>? Facts { get; init; }

    public required string ActorId { get; init; }

    public required string ActorAgency { get; init; }

    public required long RecordedAt { get; init; }

    public static MatterStepJson Of(MatterStep step) => new()
    {
        Number = step.Number, From = (int)step.From, To = (int)step.To, Trigger = (int)step.Entry.Trigger, At = Stored.Instant(step.Entry.At),
        Text = step.Entry.Text, Agencies = [.. step.Entry.AgencyIds], Officers = [.. step.Entry.OfficerIds], Reference = step.Entry.Reference,
        Category = step.Entry.Category, Item = step.Entry.ItemCode,
        Facts = new SortedDictionary<string, string>(step.Entry.Facts.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal),
        ActorId = step.By.Id, ActorAgency = step.By.AgencyId, RecordedAt = Stored.Instant(step.RecordedAt),
    };

    public MatterStep ToStep() => new(
        Number, (MatterState)From, (MatterState)To,
        new MatterEntry((MatterTrigger)Trigger, Stored.ToInstant(At))
        {
            Text = Text, AgencyIds = Agencies ?? [], OfficerIds = Officers ?? [], Reference = Reference, Category = Category, ItemCode = Item,
            Facts = Facts ?? [],
        },
        new Actor(ActorId, ActorAgency), Stored.ToInstant(RecordedAt));
}

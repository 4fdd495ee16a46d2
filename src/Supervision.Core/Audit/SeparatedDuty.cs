using System.Text.Json;

namespace Supervision.Audit;

/// <summary>
/// Two acts in one matter that two people must do. The journal itself says who did the first: whom the record names under
/// <c>persons</c>, else its actor. The second is done by whom it names and, unless somebody else may write it down, by its actor; where
/// somebody approves it, by the <c>approver</c>.
/// </summary>
/// <param name="First">Type of the journal record of the first act.</param>
/// <param name="Second">Type of the record that the same person may not add for the same matter.</param>
public sealed record SeparatedDuty(string First, string Second)
{
    /// <summary>The duties that are separated, whoever has which roles.</summary>
    /// <legal source="行政处罚法" article="第五十八条、第六十四条第（四）项" inForceFrom="2021-07-15" />
    public static IReadOnlyList<SeparatedDuty> All { get; } =
    [
        new("draw.made", "draw.reserve"),
        new("officers.drawn", "officer.redrawn") { Matter = "draw" },
        new("case.assign-handlers", "case.notify-hearing") { IsByNamedOnly = true },
        new("case.assign-handlers", "case.pass-review"),
        new("case.assign-handlers", "case.return-from-review"),
        new("case.assign-handlers", "case.review-hearing"),
        new("joint-plan.proposed", "joint-plan.approved"),
        new("pack.written", "pack.published"),
        new("access.glass-broken", "access.reviewed"),
    ];

    /// <summary>Member of the second record's payload that names the first record's key; null when both have one key.</summary>
    public string? Matter { get; init; }

    /// <summary>Whether the second act is that of the persons it names, whoever writes it down: a handler invites to the hearing that another chairs.</summary>
    public bool IsByNamedOnly { get; init; }

    /// <summary>Key of the first act that a record of the second one belongs to.</summary>
    public string MatterOf(JournalRecord second)
    {
        ArgumentNullException.ThrowIfNull(second);
        return Matter is null ? second.Key : Texts(second, Matter).FirstOrDefault() ?? second.Key;
    }

    /// <summary>Who did the first act, by its record.</summary>
    public static IReadOnlyList<string> FirstBy(JournalRecord first)
    {
        ArgumentNullException.ThrowIfNull(first);
        return Texts(first, "persons") is { Count: > 0 } named ? named : [first.Actor.Id];
    }

    /// <summary>Who does the second act, by its record.</summary>
    public IReadOnlyList<string> SecondBy(JournalRecord second)
    {
        ArgumentNullException.ThrowIfNull(second);
        var persons = Texts(second, "persons");
        return Texts(second, "approver") is { Count: > 0 } approver ? approver
            : IsByNamedOnly && persons.Count > 0 ? persons
            : [second.Actor.Id, .. persons];
    }

    /// <summary>Whether records of this type must name the persons of the act.</summary>
    internal static bool Names(string type) => All.Any(duty => duty.First == type || duty.Second == type);

    private static IReadOnlyList<string> Texts(JournalRecord record, string member)
    {
        using var payload = JsonDocument.Parse(record.Payload);
        return !payload.RootElement.TryGetProperty(member, out var value) ? []
            : value.ValueKind == JsonValueKind.String ? [value.GetString()!]
            : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(one => one.GetString()!)]
            : [];
    }
}

namespace Supervision.Audit;

/// <summary>One state change as it is handed to the journal, before it has a place in it. Immutable.</summary>
/// <param name="Type">What happened: noun, dot, past participle, such as "draw.made".</param>
/// <param name="Key">The thing it happened to: a subject, draw, task or officer id.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="At">When, with offset; kept to the microsecond.</param>
/// <param name="Payload">The facts, a JSON object with a fixed order of members; no personal data in clear.</param>
public sealed record JournalRecord(string Type, string Key, Actor Actor, DateTimeOffset At, string Payload);

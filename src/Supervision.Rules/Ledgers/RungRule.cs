using Supervision.Rules.Packs;

namespace Supervision.Rules.Ledgers;

/// <summary>A ladder of consequences: the next rung when full again soon enough, else the first. Immutable.</summary>
/// <param name="Names">The rungs from the bottom.</param>
/// <param name="Within">Full again in less than this climbs.</param>
/// <param name="FromLastEntry">Whether the time counts from the last entry before, not from the last step.</param>
/// <param name="AfterLast">stop, repeat or restart.</param>
internal sealed record RungRule(IReadOnlyList<string> Names, Period Within, bool FromLastEntry, string AfterLast);

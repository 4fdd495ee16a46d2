using Supervision.Rules.Packs;

namespace Supervision.Rules.Ledgers;

/// <summary>Fires an event when something did not happen for so long, or when a calendar period ends. Immutable.</summary>
/// <param name="Fire">Kind of the event that it fires; it has no fields of its own.</param>
/// <param name="Since">Kinds that start it, and start it anew.</param>
/// <param name="After">How long after.</param>
/// <param name="Unless">Kinds that stop it.</param>
/// <param name="Repeats">Whether it starts again when it has fired.</param>
/// <param name="EveryMonths">Length of the calendar periods at whose end it fires; 0 for the other form.</param>
internal sealed record TimerRule(
    string Fire, IReadOnlyList<string> Since, Period After, IReadOnlyList<string> Unless, bool Repeats, int EveryMonths);

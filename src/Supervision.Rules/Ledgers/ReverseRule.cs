namespace Supervision.Rules.Ledgers;

/// <summary>An event undoes another one, or a repair. Immutable.</summary>
/// <param name="When">The event.</param>
/// <param name="Names">Its field that names the id of the event to undo.</param>
/// <param name="FromReversal">Whether it ends on that day only, instead of never having been.</param>
internal sealed record ReverseRule(string When, string Names, bool FromReversal);

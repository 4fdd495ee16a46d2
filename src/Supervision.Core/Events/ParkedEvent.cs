namespace Supervision.Events;

/// <summary>An event that could not be delivered, or waits behind one of the same key. Immutable.</summary>
/// <param name="Subscriber">Name of the webhook or handler.</param>
/// <param name="Position">Index of the journal entry.</param>
/// <param name="Key">Key of the entry: later events of this key wait.</param>
/// <param name="Attempts">How often it was tried; 0 when it only waits.</param>
/// <param name="NextAt">When it is tried again.</param>
/// <param name="Error">Why it failed last, empty when it only waits.</param>
/// <param name="IsDead">Whether it was given up until somebody replays it.</param>
public sealed record ParkedEvent(
    string Subscriber, long Position, string Key, int Attempts, DateTimeOffset NextAt, string Error, bool IsDead);

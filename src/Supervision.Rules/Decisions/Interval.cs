namespace Supervision.Rules.Decisions;

/// <summary>Numbers between two bounds, each in or out.</summary>
internal readonly record struct Interval(decimal Low, bool LowIn, decimal High, bool HighIn)
{
    public bool Contains(decimal number) =>
        (number > Low || (LowIn && number == Low)) && (number < High || (HighIn && number == High));

    /// <summary>Whether all of the other, which is not empty, lies in this one.</summary>
    public bool Covers(Interval other) =>
        (Low < other.Low || (Low == other.Low && (LowIn || !other.LowIn)))
        && (High > other.High || (High == other.High && (HighIn || !other.HighIn)));
}

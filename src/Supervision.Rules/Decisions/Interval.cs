namespace Supervision.Rules.Decisions;

/// <summary>Numbers between two bounds, each in or out.</summary>
internal readonly record struct Interval(decimal Low, bool LowIn, decimal High, bool HighIn)
{
    public bool Contains(decimal number) =>
        (number > Low || (LowIn && number == Low)) && (number < High || (HighIn && number == High));

    public bool Meets(Interval other)
    {
        var low = Math.Max(Low, other.Low);
        var high = Math.Min(High, other.High);
        return low < high || (low == high && Contains(low) && other.Contains(low));
    }
}

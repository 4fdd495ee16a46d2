namespace Supervision.DecisionSupport;

/// <summary>Several questions at once.</summary>
internal static class Holm
{
    /// <summary>The tests that fall below a significance that holds for all of them together.</summary>
    public static IReadOnlyList<FairnessTest> Suspicious(IEnumerable<FairnessTest> all, double significance)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(significance);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(significance, 1);
        FairnessTest[] tests = [.. all.Where(test => test.PValue is not null).OrderBy(test => test.PValue)];
        return [.. tests.TakeWhile((test, at) => test.PValue <= significance / (tests.Length - at))];
    }
}

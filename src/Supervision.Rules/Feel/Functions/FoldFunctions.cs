namespace Supervision.Rules.Feel.Functions;

/// <summary>Functions that fold a list, or all their arguments, to one value.</summary>
internal static class FoldFunctions
{
    public static BuiltInForm[] Forms { get; } =
    [
        BuiltInForm.Parse("count(list: list) -> number", call => FeelValue.Of((decimal)call[0].List.Count)),
        .. Both("min", "any", items => Extreme(items, -1)),
        .. Both("max", "any", items => Extreme(items, 1)),
        .. Both("sum", "any", Sum),
        .. Both("mean", "number", items => Numbers(items) is { Length: > 0 } numbers ? FeelValue.Of(Total(numbers) / numbers.Length) : null),
        .. Both("product", "number", items => Numbers(items) is { Length: > 0 } numbers ? FeelValue.Of(numbers.Aggregate(1m, (a, b) => a * b)) : null),
        .. Both("median", "number", Median),
        .. Both("stddev", "number", Deviation),
        .. Both("mode", "list", Mode),
        .. Both("all", "boolean", items => Truth(items, decides: false)),
        .. Both("any", "boolean", items => Truth(items, decides: true)),
    ];

    // Each of these takes one list, or the items as arguments.
    private static BuiltInForm[] Both(string name, string result, Func<FeelValue[], FeelValue?> fold) =>
    [
        BuiltInForm.Parse($"{name}(list: list) -> {result}", call => Folded(call, call[0].List.Items, fold)),
        BuiltInForm.Parse($"{name}(items...: any?) -> {result}", call => call.Count == 1 && call[0].IsNull ? call.Null() : Folded(call, call.Arguments, fold)),
    ];

    private static FeelValue Folded(BuiltInCall call, FeelValue[] items, Func<FeelValue[], FeelValue?> fold)
    {
        call.Charge(items.Length);
        return fold(items) is { } value ? value : call.Null();
    }

    private static decimal[]? Numbers(FeelValue[] items) =>
        Array.TrueForAll(items, item => item.IsNumber) ? Array.ConvertAll(items, item => item.Number) : null;

    private static decimal Total(decimal[] numbers) => numbers.Aggregate(0m, (a, b) => a + b);

    private static FeelValue? Extreme(FeelValue[] items, int sign)
    {
        FeelValue? best = null;
        foreach (var item in items)
        {
            if (FeelOrder.Compare(item, best ?? item) is not { } order)
            {
                return null;
            }

            best = best is null || Math.Sign(order) == sign ? item : best;
        }

        return best;
    }

    private static FeelValue? Sum(FeelValue[] items)
    {
        if (items.Length == 0 || items[0].Kind is not (FeelKind.Number or FeelKind.DayTimeDuration or FeelKind.YearMonthDuration)
            || !Array.TrueForAll(items, item => item.Kind == items[0].Kind))
        {
            return null;
        }

        var total = Total(Array.ConvertAll(items, item => item.Number));
        return items[0].Kind switch
        {
            FeelKind.Number => FeelValue.Of(total),
            FeelKind.DayTimeDuration => FeelValue.DayTime(total),
            _ => FeelValue.YearMonth(total),
        };
    }

    private static FeelValue? Median(FeelValue[] items)
    {
        if (Numbers(items) is not { Length: > 0 } numbers)
        {
            return null;
        }

        Array.Sort(numbers);
        var middle = numbers.Length / 2;
        return FeelValue.Of(numbers.Length % 2 == 1 ? numbers[middle] : (numbers[middle - 1] + numbers[middle]) / 2);
    }

    // Of a sample: divided by one less than there are.
    private static FeelValue? Deviation(FeelValue[] items)
    {
        if (Numbers(items) is not { Length: > 1 } numbers)
        {
            return null;
        }

        var mean = Total(numbers) / numbers.Length;
        return FeelValue.Of(FeelMath.Sqrt(numbers.Sum(number => (number - mean) * (number - mean)) / (numbers.Length - 1)));
    }

    private static FeelValue? Mode(FeelValue[] items)
    {
        if (Numbers(items) is not { } numbers)
        {
            return null;
        }

        var counts = numbers.GroupBy(number => number).Select(group => (group.Key, Count: group.Count())).ToArray();
        var most = counts.Select(count => count.Count).DefaultIfEmpty().Max();
        return FeelValue.ListOf(counts.Where(count => count.Count == most).Select(count => count.Key).Order().Select(FeelValue.Of));
    }

    private static FeelValue? Truth(FeelValue[] items, bool decides)
    {
        if (Array.Exists(items, item => item.Kind == FeelKind.Boolean && item.IsTrue == decides))
        {
            return FeelValue.Of(decides);
        }

        return Array.TrueForAll(items, item => item.Kind == FeelKind.Boolean) ? FeelValue.Of(!decides) : null;
    }
}

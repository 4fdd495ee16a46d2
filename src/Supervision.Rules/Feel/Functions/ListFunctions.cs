namespace Supervision.Rules.Feel.Functions;

/// <summary>Functions that look into lists or make lists of lists.</summary>
internal static class ListFunctions
{
    public static BuiltInForm[] Forms { get; } =
    [
        BuiltInForm.Parse("list contains(list: list, element: any?) -> boolean", call =>
        {
            call.Charge(call[0].List.Count);
            return FeelValue.Of(call[0].List.Items.Any(item => FeelOrder.AreEqual(item, call[1]) is true));
        }),
        BuiltInForm.Parse("sublist(list: list, start position: number, length?: number) -> list", Sublist),
        BuiltInForm.Parse("append(list: list, items...: any?) -> list", call => List(call, [.. call[0].List.Items, .. call.Arguments[1..]])),
        BuiltInForm.Parse("concatenate(lists...: list) -> list", Concatenate),
        BuiltInForm.Parse("insert before(list: list, position: number, newItem: any?) -> list", call => Place(call, 0) is { } at
            ? List(call, [.. call[0].List.Items[..at], call[2], .. call[0].List.Items[at..]])
            : call.Null()),
        BuiltInForm.Parse("remove(list: list, position: number) -> list", call => Place(call, 0) is { } at
            ? List(call, [.. call[0].List.Items[..at], .. call[0].List.Items[(at + 1)..]])
            : call.Null()),
        BuiltInForm.Parse("list replace(list: list, position: number, newItem: any?) -> list", call => Place(call, 0) is { } at
            ? List(call, [.. call[0].List.Items[..at], call[2], .. call[0].List.Items[(at + 1)..]])
            : call.Null()),
        BuiltInForm.Parse("list replace(list: list, match: function, newItem: any?) -> list", ReplaceMatches),
        BuiltInForm.Parse("reverse(list: list) -> list", call => List(call, [.. call[0].List.Items.AsEnumerable().Reverse()])),
        BuiltInForm.Parse("index of(list: list, match: any?) -> list", call => List(
            call, [.. call[0].List.Items.Index().Where(item => FeelOrder.AreEqual(item.Item, call[1]) is true).Select(item => FeelValue.Of(item.Index + 1m))])),
        BuiltInForm.Parse("union(lists...: list) -> list", call => Distinct(call, Concatenate(call).List.Items)),
        BuiltInForm.Parse("distinct values(list: list) -> list", call => Distinct(call, call[0].List.Items)),
        BuiltInForm.Parse("flatten(list: list) -> list", call =>
        {
            var flat = new List<FeelValue>();
            Flatten(call, call[0].List, flat);
            return List(call, [.. flat]);
        }),
        BuiltInForm.Parse("sort(list: list, precedes: function) -> list", call => Sort(call)),
        BuiltInForm.Parse("sort(list: list) -> list", call => Sort(call)),
    ];

    private static FeelValue List(BuiltInCall call, FeelValue[] items)
    {
        call.Charge(items.Length);
        return call.Run.List(call.At, items);
    }

    // The 0-based place that a position means: from 1, or from the end with -1.
    private static int? Place(BuiltInCall call, int beyond)
    {
        var count = call[0].List.Count + beyond;
        return call.TryWhole(1, out var position) && position != 0 && Math.Abs(position) <= count ? position > 0 ? position - 1 : count + position : null;
    }

    private static FeelValue Sublist(BuiltInCall call)
    {
        if (Place(call, 0) is not { } from)
        {
            return call.Null();
        }

        var rest = call[0].List.Count - from;
        var length = rest;
        if (!call[2].IsNull && (!call.TryWhole(2, out length) || length < 1 || length > rest))
        {
            return call.Null();
        }

        return List(call, call[0].List.Items[from..(from + length)]);
    }

    private static FeelValue Concatenate(BuiltInCall call) => List(call, [.. call.Arguments.SelectMany(list => list.List.Items)]);

    private static FeelValue ReplaceMatches(BuiltInCall call)
    {
        var items = call[0].List.Items.ToArray();
        for (var at = 0; at < items.Length; at++)
        {
            var answer = call[1].Function.Call(call.Run, call.At, [items[at], call[2]]);
            if (answer.Kind != FeelKind.Boolean)
            {
                return call.Null();
            }

            items[at] = answer.IsTrue ? call[2] : items[at];
        }

        return List(call, items);
    }

    private static FeelValue Distinct(BuiltInCall call, FeelValue[] items)
    {
        var kept = new List<FeelValue>();
        foreach (var item in items)
        {
            call.Charge(1 + kept.Count);
            if (!kept.Exists(other => FeelOrder.AreEqual(item, other) is true))
            {
                kept.Add(item);
            }
        }

        return List(call, [.. kept]);
    }

    private static void Flatten(BuiltInCall call, FeelList list, List<FeelValue> flat)
    {
        foreach (var item in list.Items)
        {
            call.Charge(1);
            if (item.Kind == FeelKind.List)
            {
                Flatten(call, item.List, flat);
            }
            else
            {
                flat.Add(item);
            }
        }
    }

    // A merge sort: it is stable, and an order that contradicts itself cannot make it run on or fail.
    private static FeelValue Sort(BuiltInCall call)
    {
        var items = call[0].List.Items.ToArray();
        var spare = new FeelValue[items.Length];
        for (var width = 1; width < items.Length; width *= 2)
        {
            for (var from = 0; from < items.Length; from += 2 * width)
            {
                if (!Merge(call, items, spare, from, Math.Min(from + width, items.Length), Math.Min(from + (2 * width), items.Length)))
                {
                    return call.Null();
                }
            }

            (items, spare) = (spare, items);
        }

        return List(call, items);
    }

    private static bool Merge(BuiltInCall call, FeelValue[] items, FeelValue[] into, int left, int middle, int end)
    {
        var right = middle;
        for (var at = left; at < end; at++)
        {
            var takesRight = left >= middle;
            if (!takesRight && right < end)
            {
                if (Precedes(call, items[right], items[left]) is not { } precedes)
                {
                    return false;
                }

                takesRight = precedes;
            }

            into[at] = takesRight ? items[right++] : items[left++];
        }

        return true;
    }

    private static bool? Precedes(BuiltInCall call, FeelValue one, FeelValue other)
    {
        call.Charge(1);
        if (call[1].IsNull)
        {
            return FeelOrder.Compare(one, other) is { } order ? order < 0 : null;
        }

        var answer = call[1].Function.Call(call.Run, call.At, [one, other]);
        return answer.Kind == FeelKind.Boolean ? answer.IsTrue : null;
    }
}

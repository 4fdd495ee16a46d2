namespace Supervision.Rules.Feel.Functions;

/// <summary>How points and intervals lie to each other. A point counts as the interval from itself to itself.</summary>
internal static class RangeFunctions
{
    public static BuiltInForm[] Forms { get; } =
    [
        .. Any("before", (a, b) => Before(a, b)),
        .. Any("after", (a, b) => Before(b, a)),
        Ranges("meets", (a, b) => Meets(a, b)),
        Ranges("met by", (a, b) => Meets(b, a)),
        Ranges("overlaps", (a, b) => !Before(a, b) & !Before(b, a)),
        Ranges("overlaps before", (a, b) => StartsEarlier(a, b) & !Before(a, b) & EndsNotLater(a, b)),
        Ranges("overlaps after", (a, b) => StartsEarlier(b, a) & !Before(b, a) & EndsNotLater(b, a)),
        .. PointAndRange("finishes", (a, b) => b.HasHigh & Same(a.Low, b.High), (a, b) => SameEnd(a, b) & !StartsEarlier(a, b)),
        .. RangeAndPoint("finished by", (a, b) => a.HasHigh & Same(a.High, b.Low), (a, b) => SameEnd(a, b) & !StartsEarlier(b, a)),
        .. RangeAndPoint("includes", (a, b) => a.Contains(b.Low), (a, b) => Includes(a, b)),
        .. PointAndRange("during", (a, b) => b.Contains(a.Low), (a, b) => Includes(b, a)),
        .. PointAndRange("starts", (a, b) => b.HasLow & Same(a.Low, b.Low), (a, b) => SameStart(a, b) & !EndsLater(a, b)),
        .. RangeAndPoint("started by", (a, b) => a.HasLow & Same(a.Low, b.Low), (a, b) => SameStart(a, b) & !EndsLater(b, a)),
        BuiltInForm.Parse("coincides(range1: range, range2: range) -> boolean", call => Answer(call, (a, b) => SameStart(a, b) & SameEnd(a, b))),
        BuiltInForm.Parse("coincides(point1: any, point2: any) -> boolean", call =>
            call[0].Kind != FeelKind.Range && call[1].Kind != FeelKind.Range ? Answer(call, (a, b) => Same(a.Low, b.Low)) : call.Null()),
    ];

    private static BuiltInForm[] Any(string name, Func<FeelRange, FeelRange, bool?> relation) =>
    [
        BuiltInForm.Parse($"{name}(range1: range, range2: range) -> boolean", call => Answer(call, relation)),
        BuiltInForm.Parse($"{name}(range: range, point: any) -> boolean", call => Answer(call, relation)),
        BuiltInForm.Parse($"{name}(point: any, range: range) -> boolean", call => Answer(call, relation)),
        BuiltInForm.Parse($"{name}(point1: any, point2: any) -> boolean", call => Answer(call, relation)),
    ];

    private static BuiltInForm Ranges(string name, Func<FeelRange, FeelRange, bool?> relation) =>
        BuiltInForm.Parse($"{name}(range1: range, range2: range) -> boolean", call => Answer(call, relation));

    private static BuiltInForm[] PointAndRange(
        string name, Func<FeelRange, FeelRange, bool?> ofPoint, Func<FeelRange, FeelRange, bool?> ofRange) =>
    [
        BuiltInForm.Parse($"{name}(range1: range, range2: range) -> boolean", call => Answer(call, ofRange)),
        BuiltInForm.Parse($"{name}(point: any, range: range) -> boolean", call => Answer(call, ofPoint)),
    ];

    private static BuiltInForm[] RangeAndPoint(
        string name, Func<FeelRange, FeelRange, bool?> ofPoint, Func<FeelRange, FeelRange, bool?> ofRange) =>
    [
        BuiltInForm.Parse($"{name}(range1: range, range2: range) -> boolean", call => Answer(call, ofRange)),
        BuiltInForm.Parse($"{name}(range: range, point: any) -> boolean", call => Answer(call, ofPoint)),
    ];

    private static FeelValue Answer(BuiltInCall call, Func<FeelRange, FeelRange, bool?> relation) =>
        relation(Range(call[0]), Range(call[1])) is { } truth ? FeelValue.Of(truth) : call.Null();

    private static FeelRange Range(FeelValue value) => value.Kind == FeelKind.Range ? value.Range : new FeelRange(value, true, value, true);

    // An end that is missing lies beyond everything; the sign says on which side.
    private static int? Order(FeelValue one, int oneSide, FeelValue other, int otherSide)
    {
        if (one.IsNull || other.IsNull)
        {
            return one.IsNull && other.IsNull ? oneSide.CompareTo(otherSide) : one.IsNull ? oneSide : -otherSide;
        }

        return FeelOrder.Compare(one, other);
    }

    private static bool? Same(FeelValue one, FeelValue other) => FeelOrder.Compare(one, other) is { } order ? order == 0 : null;

    private static bool? Before(FeelRange a, FeelRange b) =>
        Order(a.High, 1, b.Low, -1) is { } order ? order < 0 || (order == 0 && !(a.HasHigh && b.HasLow)) : null;

    private static bool? Meets(FeelRange a, FeelRange b) => a.HasHigh & b.HasLow & Same(a.High, b.Low);

    private static bool? SameStart(FeelRange a, FeelRange b) =>
        Order(a.Low, -1, b.Low, -1) is { } order ? order == 0 && a.HasLow == b.HasLow : null;

    private static bool? SameEnd(FeelRange a, FeelRange b) =>
        Order(a.High, 1, b.High, 1) is { } order ? order == 0 && a.HasHigh == b.HasHigh : null;

    private static bool? StartsEarlier(FeelRange a, FeelRange b) =>
        Order(a.Low, -1, b.Low, -1) is { } order ? order < 0 || (order == 0 && a.HasLow && !b.HasLow) : null;

    private static bool? EndsLater(FeelRange a, FeelRange b) =>
        Order(a.High, 1, b.High, 1) is { } order ? order > 0 || (order == 0 && a.HasHigh && !b.HasHigh) : null;

    private static bool? EndsNotLater(FeelRange a, FeelRange b) => !EndsLater(a, b);

    private static bool? Includes(FeelRange a, FeelRange b) => !StartsEarlier(b, a) & !EndsLater(b, a);
}

using Supervision.Rules.Feel.Tree;

namespace Supervision.Rules.Feel.Functions;

/// <summary>One call of a built-in function: its arguments, already of the types that its form declares.</summary>
internal readonly struct BuiltInCall(FeelRun run, FeelNode at, string name, FeelValue[] arguments)
{
    public FeelRun Run => run;

    public FeelNode At => at;

    /// <summary>How many arguments were given.</summary>
    public int Count => arguments.Length;

    public FeelValue[] Arguments => arguments;

    /// <summary>An argument; null where an optional one was not given.</summary>
    public FeelValue this[int place] => place < arguments.Length ? arguments[place] : default;

    /// <summary>The function has no answer for these arguments.</summary>
    public FeelValue Null() => run.Null(at, "SUP5124", name, "", string.Join(", ", arguments.Select(FeelDescription.Of)));

    public void Charge(int steps) => run.Charge(at, steps);

    public FeelValue List(IEnumerable<FeelValue> items) => run.List(at, [.. items]);

    /// <summary>A whole number of the size that places and scales have.</summary>
    public bool TryWhole(int place, out int number)
    {
        var value = this[place];
        var isWhole = value.IsNumber && value.Number == decimal.Truncate(value.Number) && Math.Abs(value.Number) <= 1_000_000_000;
        number = isWhole ? (int)value.Number : 0;
        return isWhole;
    }

    /// <summary>A text, if it is not longer than may still be made.</summary>
    public FeelValue Text(string text)
    {
        run.Charge(at, text.Length);
        return FeelValue.Of(text);
    }
}

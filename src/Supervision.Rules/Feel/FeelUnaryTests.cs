using Supervision.Rules.Feel.Syntax;
using Supervision.Rules.Feel.Tree;

namespace Supervision.Rules.Feel;

/// <summary>
/// The tests of a cell, such as <c>&gt;= 3, [10..12)</c>, <c>not("A")</c> or <c>-</c>; <c>?</c> is the value that they are about.
/// Immutable; thread-safe.
/// </summary>
public sealed class FeelUnaryTests
{
    private readonly FeelScope _scope;
    private readonly FeelMode _mode;
    private readonly FeelLimits _limits;

    private FeelUnaryTests(FeelSource source, UnaryTestsNode node, FeelScope scope, FeelMode mode, FeelLimits limits)
    {
        Text = source.Text;
        Node = node;
        _scope = scope;
        _mode = mode;
        _limits = limits;
    }

    /// <summary>The tests as written.</summary>
    public string Text { get; }

    /// <summary>Whether every value passes: the cell "-".</summary>
    public bool IsAnything => Node.Tests.Count == 0;

    internal UnaryTestsNode Node { get; }

    /// <summary>Reads the tests of a cell.</summary>
    /// <param name="text">The cell.</param>
    /// <param name="input">What the values are that it tests.</param>
    /// <param name="scope">The names that it may use besides.</param>
    /// <param name="mode">What happens where FEEL has no answer.</param>
    /// <param name="limits">What it may cost; null for the default.</param>
    /// <exception cref="FeelException">It cannot be read; in strict mode also: a name is unknown, a type is wrong.</exception>
    public static FeelUnaryTests Parse(
        string text, FeelType input, FeelScope scope, FeelMode mode = FeelMode.Strict, FeelLimits? limits = null) =>
        Parse(new FeelSource(text), input, scope, mode, limits);

    /// <summary>Whether a value passes.</summary>
    /// <param name="value">The value.</param>
    /// <param name="values">The values of the scope's names.</param>
    /// <param name="now">What <c>now()</c> and <c>today()</c> give.</param>
    /// <exception cref="FeelException">A limit was reached; in strict mode also: FEEL has no answer.</exception>
    public bool Passes(FeelValue value, IReadOnlyDictionary<string, FeelValue> values, DateTimeOffset? now = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        var roots = new FeelValue[_scope.Names.Count];
        for (var at = 0; at < roots.Length; at++)
        {
            values.TryGetValue(_scope.Names[at].Key, out roots[at]);
        }

        var run = new FeelRun(_mode, _limits, roots, now is { } instant ? FeelDateTime.Of(instant) : null);
        run.Enter(Node, Node.Height);
        return Passes(run, value, frame: null);
    }

    internal static FeelUnaryTests Parse(FeelSource source, FeelType input, FeelScope scope, FeelMode mode, FeelLimits? limits)
    {
        ArgumentNullException.ThrowIfNull(source.Text);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(scope);
        limits ??= FeelLimits.Default;
        limits.Check();
        return Parse(source, input, NameScope.Root(scope.Names, NameWorld.Plain), scope, mode, limits);
    }

    internal static FeelUnaryTests Parse(FeelSource source, FeelType input, NameScope outer, FeelScope scope, FeelMode mode, FeelLimits limits)
    {
        var names = outer.Inner();
        names.Add("?", input);
        return new FeelUnaryTests(source, new FeelParser(source, names, mode, limits).ParseUnaryTests(input), scope, mode, limits);
    }

    internal bool Passes(FeelRun run, FeelValue value, FeelFrame? frame) => Node.Evaluate(run, new FeelFrame([value], frame)).IsTrue;
}

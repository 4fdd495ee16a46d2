using System.Diagnostics.CodeAnalysis;
using Supervision.Rules.Feel.Syntax;
using Supervision.Rules.Feel.Tree;

namespace Supervision.Rules.Feel;

/// <summary>
/// An expression that was read and checked once and is evaluated often. It has no clock, no input but what it is given, and no way to
/// the outside. Immutable; thread-safe.
/// </summary>
public sealed class FeelExpression
{
    private readonly FeelNode _node;
    private readonly FeelScope _scope;
    private readonly FeelMode _mode;
    private readonly FeelLimits _limits;

    private FeelExpression(FeelSource source, FeelNode node, FeelScope scope, FeelMode mode, FeelLimits limits)
    {
        Text = source.Text;
        _node = node;
        _scope = scope;
        _mode = mode;
        _limits = limits;
    }

    /// <summary>The expression as written.</summary>
    public string Text { get; }

    /// <summary>What it gives, as far as that is known before it is evaluated.</summary>
    public FeelType Type => _node.Type;

    /// <summary>Reads an expression.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="scope">The names that it may use.</param>
    /// <param name="mode">What happens where FEEL has no answer.</param>
    /// <param name="limits">What it may cost; null for the default.</param>
    /// <exception cref="FeelException">It cannot be read; in strict mode also: a name is unknown, a type is wrong.</exception>
    public static FeelExpression Parse(string text, FeelScope scope, FeelMode mode = FeelMode.Strict, FeelLimits? limits = null) =>
        Parse(new FeelSource(text), scope, mode, limits);

    /// <summary>Reads an expression, with its errors as a value.</summary>
    public static bool TryParse(
        string text, FeelScope scope, FeelMode mode, [NotNullWhen(true)] out FeelExpression? expression, out IReadOnlyList<FeelError> errors)
    {
        try
        {
            expression = Parse(text, scope, mode);
            errors = [];
            return true;
        }
        catch (FeelException exception)
        {
            expression = null;
            errors = exception.Errors;
            return false;
        }
    }

    /// <summary>Evaluates it.</summary>
    /// <param name="values">The values of the scope's names, in the scope's order.</param>
    /// <param name="now">What <c>now()</c> and <c>today()</c> give; without it they have no answer.</param>
    /// <exception cref="FeelException">A limit was reached; in strict mode also: FEEL has no answer.</exception>
    public FeelValue Evaluate(ReadOnlySpan<FeelValue> values, DateTimeOffset? now = null)
    {
        if (values.Length != _scope.Names.Count)
        {
            throw new ArgumentException($"{_scope.Names.Count} values are needed.", nameof(values));
        }

        return Evaluate(values.ToArray(), now, frame: null, out _);
    }

    /// <summary>Evaluates it with values by name; one that is not given is null.</summary>
    /// <exception cref="FeelException">A limit was reached; in strict mode also: FEEL has no answer.</exception>
    public FeelValue Evaluate(IReadOnlyDictionary<string, FeelValue> values, DateTimeOffset? now = null) =>
        Evaluate(values, now, out _);

    /// <summary>Evaluates it with values by name, and says where FEEL had no answer and gave null.</summary>
    /// <exception cref="FeelException">A limit was reached; in strict mode also: FEEL has no answer.</exception>
    public FeelValue Evaluate(IReadOnlyDictionary<string, FeelValue> values, DateTimeOffset? now, out IReadOnlyList<FeelError> warnings)
    {
        ArgumentNullException.ThrowIfNull(values);
        var roots = new FeelValue[_scope.Names.Count];
        for (var at = 0; at < roots.Length; at++)
        {
            values.TryGetValue(_scope.Names[at].Key, out roots[at]);
        }

        return Evaluate(roots, now, frame: null, out warnings);
    }

    internal static FeelExpression Parse(FeelSource source, FeelScope scope, FeelMode mode, FeelLimits? limits)
    {
        ArgumentNullException.ThrowIfNull(source.Text);
        ArgumentNullException.ThrowIfNull(scope);
        limits ??= FeelLimits.Default;
        limits.Check();
        var node = new FeelParser(source, NameScope.Root(scope.Names, NameWorld.Plain), mode, limits).ParseExpression();
        return new FeelExpression(source, node, scope, mode, limits);
    }

    internal FeelValue Evaluate(FeelValue[] roots, DateTimeOffset? now, FeelFrame? frame, out IReadOnlyList<FeelError> warnings)
    {
        var run = new FeelRun(_mode, _limits, roots, now is { } instant ? FeelDateTime.Of(instant) : null);
        run.Enter(_node, _node.Height);
        var value = _node.Evaluate(run, frame);
        warnings = run.Warnings;
        return value;
    }
}

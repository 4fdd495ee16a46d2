namespace Supervision.Rules.Expressions;

/// <summary>Ends the reading of one expression; the reader turns it into an error with a place.</summary>
internal sealed class ExpressionException(int offset, string code, params string[] arguments) : Exception
{
    /// <summary>Sign of the expression, from 0.</summary>
    public int Offset { get; } = offset;

    public string Code { get; } = code;

    public string[] Arguments { get; } = arguments;
}

namespace Supervision.Rules;

/// <summary>
/// A policy has no answer for a case, and says so: it never falls back to null, zero or the nearest row. The pack (or
/// the data given to it) has a gap that its author must close.
/// </summary>
public sealed class RuleEvaluationException : Exception
{
    internal RuleEvaluationException(string code, params string[] arguments)
        : this(null, code, arguments)
    {
    }

    internal RuleEvaluationException(Exception? cause, string code, params string[] arguments)
        : base($"{code}: {Supervision.Decisions.Message.Of(code, arguments)}", cause)
    {
        Code = code;
        Reason = Supervision.Decisions.Message.Of(code, arguments);
    }

    internal RuleEvaluationException(Feel.FeelException cause, string path)
        : base($"{cause.Errors[0]} ({path})", cause)
    {
        var error = cause.Errors[0];
        (Code, Reason) = (error.Code, error.Message);
        Place = $"{error.Source}({Packs.Invariant.Text(error.Line)},{Packs.Invariant.Text(error.Column)}): {path}";
    }

    /// <summary>Where in the pack: file, line, column and path, with row and cell; "" where the data is at fault and not a place.</summary>
    public string Place { get; } = "";

    /// <summary>Stable code: SUP505x, SUP525x, or that of the expression language, SUP51xx.</summary>
    public string Code { get; }

    /// <summary>What is missing, with the case, in zh-CN or English.</summary>
    public Supervision.Decisions.Message Reason { get; }
}

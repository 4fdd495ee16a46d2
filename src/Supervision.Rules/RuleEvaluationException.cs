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

    /// <summary>Stable code, SUP505x or SUP540x.</summary>
    public string Code { get; }

    /// <summary>What is missing, with the case, in zh-CN or English.</summary>
    public Supervision.Decisions.Message Reason { get; }
}

using Supervision.Decisions;
using Supervision.Rules.Facts;

namespace Supervision.Rules.Expressions;

/// <summary>What an expression can see while it is evaluated. Lives inside one evaluation; not thread-safe.</summary>
internal abstract class RuleScope(DateOnly on)
{
    /// <summary>The civil date that dated values are read on.</summary>
    public DateOnly On { get; } = on;

    /// <summary>The provision behind the first parameter that was read, for the line that is explained.</summary>
    public LegalBasis? Basis { get; set; }

    /// <summary>A name that stands alone: a gathered number, the key, an output of a decision above.</summary>
    public abstract Fact Value(string name);

    /// <summary>A field of a record: <c>event.code</c>, <c>subject.kind</c>, <c>监管积分.active</c>.</summary>
    public abstract Fact Field(string root, string field);

    /// <summary>Whether a line posted in the same event.</summary>
    public virtual bool HasPosted(string line) => false;
}

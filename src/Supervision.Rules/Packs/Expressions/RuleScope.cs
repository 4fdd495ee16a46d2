using Supervision.Decisions;
using Supervision.Rules.Facts;

namespace Supervision.Rules.Packs.Expressions;

/// <summary>Where an expression of a pack finds what its names mean, on one day. Not thread-safe.</summary>
internal abstract class RuleScope(DateOnly on)
{
    private PackRun? _run;

    /// <summary>The civil date that dated values are read on.</summary>
    public DateOnly On { get; } = on;

    /// <summary>The provision behind the first parameter that was read, for the line that is explained.</summary>
    public LegalBasis? Basis { get; set; }

    /// <summary>The run of the next expression.</summary>
    public PackRun Run => _run is null ? _run = new PackRun(this) : _run.Next();

    /// <summary>A name that stands alone: a gathered number, the key, an output of a decision above.</summary>
    public abstract Fact Value(string name);

    /// <summary>A field of a record: <c>event.code</c>, <c>subject.kind</c>, <c>监管积分.active</c>.</summary>
    public abstract Fact Field(string root, string field);

    /// <summary>Whether a line posted in the same event.</summary>
    public virtual bool HasPosted(string line) => false;
}

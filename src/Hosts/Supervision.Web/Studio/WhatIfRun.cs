using Supervision.Decisions;
using Supervision.Rules.WhatIf;

namespace Supervision.Web.Studio;

/// <summary>A comparison while it is computed, and until it was shown. Goes on as long as somebody looks; whoever left has it given up. Thread-safe.</summary>
internal sealed class WhatIfRun : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);
    private readonly CancellationTokenSource _left = new(s_patience);
    private long _judged;

    public WhatIfRun(PolicyReference policy, DateOnly asOf, long subjects, Func<WhatIfRun, CancellationToken, Task<PolicyComparison>> compute)
    {
        (Policy, AsOf, Subjects) = (policy, asOf, subjects);
        Result = Task.Run(() => compute(this, _left.Token));
    }

    public PolicyReference Policy { get; }

    public DateOnly AsOf { get; }

    /// <summary>Subjects that there are to judge.</summary>
    public long Subjects { get; }

    /// <summary>Subjects that have been judged.</summary>
    public long Judged
    {
        get => Interlocked.Read(ref _judged);
        set => Interlocked.Exchange(ref _judged, value);
    }

    /// <summary>What came of it, or why nothing did.</summary>
    public Task<PolicyComparison> Result { get; }

    /// <summary>Whether it answers this question.</summary>
    public bool IsOf(PackItem item, DateOnly asOf) => Policy == item.Policy && AsOf == asOf;

    /// <summary>Somebody looks: it goes on.</summary>
    public void Look() => _left.CancelAfter(s_patience);

    /// <summary>Tells when nobody has looked for too long.</summary>
    public void OnLeft(Action left) => _left.Token.Register(left);

    /// <summary>Gives up what is not finished.</summary>
    public void Dispose() => _left.Cancel(); // of a source without a handle nothing else is left
}

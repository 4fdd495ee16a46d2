using Supervision.Rules.Publishing;

namespace Supervision.Rules.Packs;

/// <summary>The compiled versions of one policy; compiled anew when other packs go live. Thread-safe.</summary>
/// <typeparam name="T">A compiled version.</typeparam>
internal sealed class DatedPolicies<T>
{
    private readonly LiveRulePacks _packs;
    private readonly string _policyId;
    private readonly Func<RulePackRegistry, RulePack, T> _compile;
    private volatile Compiled _compiled;

    public DatedPolicies(LiveRulePacks packs, string policyId, Func<RulePackRegistry, RulePack, T> compile)
    {
        ArgumentNullException.ThrowIfNull(packs);
        (_packs, _policyId, _compile) = (packs, policyId, compile);
        _compiled = Compile(packs.Current);
    }

    /// <summary>The version in force on a date, or the registry's error.</summary>
    public T On(DateOnly date)
    {
        // Two threads may both compile what has just gone live; they get equal results.
        var registry = _packs.Current;
        var compiled = _compiled;
        if (compiled.Registry != registry)
        {
            _compiled = compiled = Compile(registry);
        }

        foreach (var (effective, version) in compiled.Versions)
        {
            if (effective.Contains(date))
            {
                return version;
            }
        }

        registry.On(_policyId, date);
        throw new InvalidOperationException();
    }

    private Compiled Compile(RulePackRegistry registry) =>
        new(registry, [.. registry.All(_policyId).Select(pack => (pack.Effective, _compile(registry, pack)))]);

    private sealed record Compiled(RulePackRegistry Registry, (EffectivePeriod Effective, T Version)[] Versions);
}

namespace Supervision.Rules.Packs;

/// <summary>The compiled versions of one policy.</summary>
/// <typeparam name="T">A compiled version.</typeparam>
internal sealed class DatedPolicies<T>
{
    private readonly RulePackRegistry _registry;
    private readonly string _policyId;
    private readonly (EffectivePeriod Effective, T Compiled)[] _versions;

    public DatedPolicies(RulePackRegistry registry, string policyId, Func<RulePack, T> compile)
    {
        ArgumentNullException.ThrowIfNull(registry);
        _registry = registry;
        _policyId = policyId;
        _versions = [.. registry.All(policyId).Select(pack => (pack.Effective, compile(pack)))];
    }

    /// <summary>The version in force on a date, or the registry's error.</summary>
    public T On(DateOnly date)
    {
        foreach (var (effective, compiled) in _versions)
        {
            if (effective.Contains(date))
            {
                return compiled;
            }
        }

        _registry.On(_policyId, date);
        throw new InvalidOperationException();
    }
}

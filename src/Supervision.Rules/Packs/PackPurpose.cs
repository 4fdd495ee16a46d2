namespace Supervision.Rules.Packs;

/// <summary>Demands that a pack answers the question that a policy asks.</summary>
internal static class PackPurpose
{
    /// <exception cref="RuleEvaluationException">SUP5056: the pack answers another question.</exception>
    public static T Demand<T>(RulePack pack, T? binding, string section)
        where T : class =>
        binding ?? throw new RuleEvaluationException("SUP5056", pack.Reference.Id, pack.Reference.Version, section);
}

using Supervision.Decisions;
using Supervision.Rules.Policies;

namespace Supervision.Rules.Packs;

/// <summary>
/// All packs of a bureau: a policy id and a date give the version in force. Immutable, so running work keeps its
/// versions while a host swaps in a newer registry. Thread-safe.
/// </summary>
public sealed class RulePackRegistry
{
    private readonly Dictionary<string, List<RulePack>> _policies = new(StringComparer.Ordinal);
    private readonly Dictionary<RulePack, PackVersion> _versions = [];

    /// <summary>Collects packs.</summary>
    /// <exception cref="RulePackException">Two versions of a policy overlap in time, or have the same name; or one of several does not say
    /// which of them prices an event (SUP5213); or a pack uses a result that no other has, or its own, by whatever way (SUP5214 to SUP5217).</exception>
    public RulePackRegistry(IEnumerable<RulePack> packs)
    {
        ArgumentNullException.ThrowIfNull(packs);
        var problems = new List<RulePackError>();
        foreach (var pack in packs)
        {
            var versions = Versions(pack.Reference.Id);
            problems.AddRange(versions.Where(other => Clash(pack, other)).Select(other => Error(pack, other)));
            versions.Add(pack);
        }

        problems.AddRange(_policies.Values.Where(versions => versions.Count > 1).SelectMany(versions => versions)
            .Where(pack => pack.Ledgers is { VersionBy: null, PostsEvents: true })
            .Select(pack => new RulePackError(pack.File, 1, 1, "versionBy", "SUP5213", Message.Of("SUP5213", pack.Reference.Id, pack.Reference.Version))));
        problems.AddRange(UseChecks.Of(_policies));
        if (problems.Count > 0)
        {
            throw new RulePackException(problems);
        }

        foreach (var versions in _policies.Values)
        {
            versions.Sort((left, right) => left.Effective.From.CompareTo(right.Effective.From));
        }

        foreach (var pack in Packs)
        {
            _versions.Add(pack, new PackVersion(pack, Timeline(pack), this));
        }
    }

    /// <summary>Every pack, by policy id and then by date.</summary>
    public IEnumerable<RulePack> Packs =>
        _policies.OrderBy(policy => policy.Key, StringComparer.Ordinal).SelectMany(policy => policy.Value);

    /// <summary>The version of a policy that is in force on a date.</summary>
    /// <exception cref="RuleEvaluationException">SUP5054: no such policy. SUP5055: no version in force that day.</exception>
    public RulePack On(string policyId, DateOnly date) => Find(policyId, date)?.Pack ?? throw new RuleEvaluationException(
        "SUP5055", policyId, Invariant.Text(date),
        string.Join(", ", All(policyId).Select(pack => $"{pack.Reference.Version} {pack.Effective}")));

    /// <summary>The id of the one policy that answers a question.</summary>
    /// <exception cref="RuleEvaluationException">SUP5057: no policy answers it, or several do.</exception>
    public string PolicyFor(RulePackPurpose purpose)
    {
        var ids = Packs.Where(pack => pack.Purpose == purpose).Select(pack => pack.Reference.Id)
            .Distinct(StringComparer.Ordinal).ToList();
        return ids.Count == 1
            ? ids[0]
            : throw new RuleEvaluationException("SUP5057", purpose.ToString(), string.Join(", ", ids));
    }

    /// <summary>All versions of a policy, oldest first.</summary>
    /// <exception cref="RuleEvaluationException">SUP5054: no such policy.</exception>
    internal IReadOnlyList<RulePack> All(string policyId) =>
        _policies.TryGetValue(policyId, out var versions)
            ? versions
            : throw new RuleEvaluationException("SUP5054", policyId, string.Join(", ", _policies.Keys));

    /// <summary>The version of a policy on a date, or null where none is in force.</summary>
    /// <exception cref="RuleEvaluationException">SUP5054: no such policy.</exception>
    internal PackVersion? Find(string policyId, DateOnly date) =>
        All(policyId).FirstOrDefault(pack => pack.Effective.Contains(date)) is { } pack ? _versions[pack] : null;

    /// <summary>A pack of this registry with what stands around it.</summary>
    internal PackVersion Version(RulePack pack) => _versions[pack];

    /// <summary>A pack and every version of the policies that it uses, however far.</summary>
    internal IReadOnlyList<RulePack> Closure(RulePack pack)
    {
        var found = new List<RulePack> { pack };
        for (var at = 0; at < found.Count; at++)
        {
            found.AddRange(found[at].Uses.SelectMany(use => All(use.Policy)).Except(found).ToList());
        }

        return found;
    }

    /// <summary>The version and those before it, when it chooses versions by event; else the version alone.</summary>
    internal Ledgers.PackTimeline Timeline(RulePack pack) => pack.Ledgers.VersionBy is null or Ledgers.LedgerSet.AsOf
        ? pack.Timeline
        : new Ledgers.PackTimeline([.. All(pack.Reference.Id)
            .Where(version => version.Effective.From <= pack.Effective.From).Select(version => version.Ledgers)]);

    private static bool Clash(RulePack pack, RulePack other) =>
        pack.Effective.Overlaps(other.Effective)
        || string.Equals(pack.Reference.Version, other.Reference.Version, StringComparison.Ordinal);

    private static RulePackError Error(RulePack pack, RulePack other) => new(
        pack.File, 0, 0, "effective", "SUP5032", Message.Of(
            "SUP5032", pack.Reference.Id, $"{pack.Reference.Version} {pack.Effective}",
            $"{other.Reference.Version} {other.Effective}", other.File));

    private List<RulePack> Versions(string policyId)
    {
        if (!_policies.TryGetValue(policyId, out var versions))
        {
            _policies.Add(policyId, versions = []);
        }

        return versions;
    }
}

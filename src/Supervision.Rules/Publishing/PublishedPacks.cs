using System.Text;
using Supervision.Policies;
using Supervision.Rules.Packs;

namespace Supervision.Rules.Publishing;

/// <summary>The packs of a bureau as its own database has them.</summary>
public static class PublishedPacks
{
    /// <summary>The registry of what was published; drafts decide nothing. A version that another took over ends where that begins.</summary>
    /// <exception cref="RulePackException">A pack cannot be read, or two versions of a policy share a day.</exception>
    public static RulePackRegistry Registry(IEnumerable<StoredPack> packs)
    {
        ArgumentNullException.ThrowIfNull(packs);
        return new RulePackRegistry(packs.Where(pack => pack.Publication is not null).Select(Load));
    }

    /// <summary>
    /// What was published, and beside it the packs of another registry for policies and questions that nothing published answers.
    /// </summary>
    /// <exception cref="RulePackException">A pack cannot be read, or two versions of a policy share a day.</exception>
    public static RulePackRegistry Registry(IEnumerable<StoredPack> packs, RulePackRegistry others)
    {
        ArgumentNullException.ThrowIfNull(others);
        List<RulePack> published = [.. Registry(packs).Packs];
        return new RulePackRegistry([.. published, .. others.Packs.Where(other => !published.Exists(pack =>
            pack.Reference.Id == other.Reference.Id || (pack.Purpose == other.Purpose && pack.Purpose != RulePackPurpose.Outputs)))]);
    }

    private static RulePack Load(StoredPack stored)
    {
        var pack = RulePackLoader.Load(stored.File, Encoding.UTF8.GetBytes(stored.Text));
        return stored.ReplacedFrom is { } next && pack.Effective.To is null ? pack.Until(next) : pack;
    }
}

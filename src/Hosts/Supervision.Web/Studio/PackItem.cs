using System.Text;
using Supervision.Decisions;
using Supervision.Policies;
using Supervision.Rules.Packs;

namespace Supervision.Web.Studio;

/// <summary>One version of a policy, as the studio shows it.</summary>
/// <param name="Policy">Policy id, version, hash.</param>
/// <param name="File">Name for error texts.</param>
/// <param name="Text">The pack.</param>
/// <param name="From">First day in force.</param>
/// <param name="End">First day after it, or null.</param>
/// <param name="Stored">What the database knows of it; null for a pack that ships.</param>
internal sealed record PackItem(PolicyReference Policy, string File, string Text, DateOnly From, DateOnly? End, StoredPack? Stored)
{
    public byte[] Bytes => Encoding.UTF8.GetBytes(Text);

    public bool IsDraft => Stored is { Publication: null };

    /// <summary>Key of the text that says how it stands on a day.</summary>
    public string StateOn(DateOnly day) => IsDraft ? "rules.state.draft"
        : day < From ? "rules.state.later"
        : End <= day ? "rules.state.ended"
        : "rules.state.inforce";

    /// <summary>The query that names it: a hash says which text was read.</summary>
    public string Query => $"policy={Uri.EscapeDataString(Policy.Id)}&version={Uri.EscapeDataString(Policy.Version)}&hash={Policy.ContentHash}";

    /// <summary>The page that shows it.</summary>
    public string Address => $"/bureau/rules/pack?{Query}";

    public static PackItem Of(StoredPack stored) => new(stored.Policy, stored.File, stored.Text, stored.From, stored.End, stored);

    public static PackItem Of(RulePack pack, string file, string text) => new(pack.Reference, file, text, pack.Effective.From, pack.Effective.To, null);
}

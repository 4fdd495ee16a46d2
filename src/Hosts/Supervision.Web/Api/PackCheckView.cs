using Supervision.Decisions;
using Supervision.Rules.Packs;
using Supervision.Rules.Testing;
using Supervision.Web.Studio;

namespace Supervision.Web.Api;

/// <summary>What a check of a pack found.</summary>
/// <param name="Policy">Policy id, version, hash; null where the text cannot be read.</param>
/// <param name="IsGood">Whether it could be published: no errors, and examples that all hold.</param>
/// <param name="Errors">Errors with their places.</param>
/// <param name="Gaps">Tables with a case that no row decides: table, and the case.</param>
/// <param name="Examples">Examples, each with its failures.</param>
internal sealed record PackCheckView(PolicyReference? Policy, bool IsGood, IReadOnlyList<RulePackError> Errors, IReadOnlyDictionary<string, string> Gaps, IReadOnlyList<ExampleResult> Examples)
{
    public static PackCheckView Of(DraftCheck check) => new(
        check.Pack?.Reference, check.IsGood, check.Errors, check.Gaps.GroupBy(gap => gap.Table, StringComparer.Ordinal).ToDictionary(table => table.Key, table => table.First().Case, StringComparer.Ordinal),
        check.Examples);
}

using System.Text;
using Supervision.Rules.Decisions;
using Supervision.Rules.Differences;
using Supervision.Rules.Packs;
using Supervision.Rules.Testing;

namespace Supervision.Web.Studio;

/// <summary>What is to be said of the text of a pack: its errors, or its gaps, its examples and how it differs from another. Immutable.</summary>
internal sealed record DraftCheck(
    RulePack? Pack, IReadOnlyList<RulePackError> Errors, IReadOnlyList<TableGap> Gaps, IReadOnlyList<ExampleResult> Examples, IReadOnlyList<PackDifference> Differences)
{
    /// <summary>Whether it could be published as far as the text goes.</summary>
    public bool IsGood => Errors.Count == 0 && Examples.Count > 0 && Examples.All(example => example.Passed);

    /// <param name="file">Name for error texts.</param>
    /// <param name="text">The pack.</param>
    /// <param name="before">The version it is compared with, or null.</param>
    public static DraftCheck Of(string file, string text, PackItem? before)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        try
        {
            var pack = RulePackLoader.Load(file, bytes);
            return new DraftCheck(
                pack, [], TableGap.Of(pack), RulePackExamples.Run(pack),
                before is null ? [] : PackDiff.Of(before.File, before.Bytes, file, bytes));
        }
        catch (RulePackException broken)
        {
            return new DraftCheck(null, broken.Errors, [], [], []);
        }
    }
}

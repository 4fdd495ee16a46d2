namespace Supervision.Rules.Decisions;

/// <summary>The words A to D as one of the scales that share them. Each scale numbers A to D from 1.</summary>
internal static class Letter
{
    public static IReadOnlyList<string> All { get; } = ["A", "B", "C", "D"];

    /// <summary>A is 1.</summary>
    public static int Number(RuleValue letter) => letter.Word![0] - 'A' + 1;
}

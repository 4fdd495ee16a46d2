using Supervision.Decisions;

namespace Supervision.Rules.Testing;

/// <summary>How an example of a pack came out. Immutable.</summary>
/// <param name="Name">Name of the example.</param>
/// <param name="Line">Its line in the pack.</param>
/// <param name="Column">Its column in the pack.</param>
/// <param name="Failures">What differed: "name: expected x, was y"; empty when it passed.</param>
public sealed record ExampleResult(string Name, int Line, int Column, IReadOnlyList<string> Failures)
{
    /// <summary>The same for a person, in the language of the reader.</summary>
    public IReadOnlyList<Message> Differences { get; init; } = [];

    /// <summary>Whether everything came out as expected.</summary>
    public bool Passed => Failures.Count == 0;
}

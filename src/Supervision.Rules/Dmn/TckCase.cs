namespace Supervision.Rules.Dmn;

/// <summary>One case of the compatibility kit, run.</summary>
/// <param name="File">The test file.</param>
/// <param name="Id">The case's id there.</param>
/// <param name="Failures">What differed, one line a result; empty when it passed.</param>
public sealed record TckCase(string File, string Id, IReadOnlyList<string> Failures)
{
    /// <summary>Whether every result of the case was as expected.</summary>
    public bool Passed => Failures.Count == 0;
}

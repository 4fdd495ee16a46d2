using Supervision.Testing.Laws;

namespace Supervision.Testing;

/// <summary>
/// What the case system of a department has to keep, whoever connected it ("1+N"): a parcel has one effect and one receipt, reports come whole
/// and in order, reading takes nothing away, and a case can be followed to its archive by them. One law is one test case of any framework;
/// <c>FolderCaseSystem</c> passes all of them. Thread-safe, as long as each law has a system of its own.
/// </summary>
public static class CaseSystemLaws
{
    /// <summary>A row [law] for each law, in a fixed order.</summary>
    public static IReadOnlyList<object[]> All { get; } = [.. CaseSystemSuite.Names.Select(name => new object[] { name })];

    /// <summary>Passes when a system keeps a law.</summary>
    /// <param name="law">A law of <see cref="All"/>.</param>
    /// <param name="open">Opens the system; called again when a law asks what is still there. The first time it is empty.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentException">There is no such law.</exception>
    /// <exception cref="Exception">The law is broken: an assertion of xUnit with what was expected and what came.</exception>
    public static Task CheckAsync(
        string law, Func<CancellationToken, Task<CaseSystemUnderTest>> open, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(law);
        ArgumentNullException.ThrowIfNull(open);
        return CaseSystemSuite.Names.Contains(law, StringComparer.Ordinal)
            ? CaseSystemSuite.CheckAsync(law, open, cancellationToken)
            : throw new ArgumentException($"There is no law '{law}'. CaseSystemLaws.All has them.", nameof(law));
    }
}

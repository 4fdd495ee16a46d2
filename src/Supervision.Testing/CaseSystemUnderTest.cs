using Supervision.CaseExchange;
using Supervision.Cases;

namespace Supervision.Testing;

/// <summary>A case system of a department that <see cref="CaseSystemLaws"/> looks at, with the department's own side of it.</summary>
/// <param name="System">The system as Supervision sees it.</param>
/// <param name="ReportAsync">Lets the department report: what it gets here, the system must show to whoever reads.</param>
public sealed record CaseSystemUnderTest(ICaseSystem System, Func<CaseReport, CancellationToken, Task> ReportAsync);

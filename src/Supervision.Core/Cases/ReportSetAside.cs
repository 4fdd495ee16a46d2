namespace Supervision.Cases;

/// <summary>A report of another department's system that could not be taken and waits until it comes mended. Immutable.</summary>
/// <param name="Number">Its number, see <see cref="CaseReport.Number"/>.</param>
/// <param name="On">Civil day on which it was set aside.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record ReportSetAside(int Number, DateOnly On, string Reason);

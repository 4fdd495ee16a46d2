using System.Globalization;
using Supervision.Credit;

namespace Supervision.Rules.Tests;

/// <summary>Short forms for credit events.</summary>
internal static class Happened
{
    public const string Subject = "S-1";

    public static DateOnly Day(string date) => DateOnly.Parse(date, CultureInfo.InvariantCulture);

    public static CreditHistory History(params IEnumerable<CreditEvent> events) =>
        new(Subject, [.. events.Select((one, at) => one with { Sequence = at, Id = $"E-{at}" })]);

    public static CreditEvent Notice(string date, params IEnumerable<OffenceSeverity> faults) => new(
        "", Subject, CreditEventKind.PointNoticeServed, Day(date), 0,
        [.. faults.Select((severity, at) => new CreditFault($"F{at}", severity))]);

    public static CreditEvent Breach(string date) =>
        new("", Subject, CreditEventKind.CommitmentBreached, Day(date), 0, []);

    public static CreditEvent Repair(string date, decimal points) =>
        new("", Subject, CreditEventKind.RepairApproved, Day(date), 0, [], points);
}

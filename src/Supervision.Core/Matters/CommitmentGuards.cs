using Supervision.Decisions;
using Supervision.Inspections;
using Supervision.Lifecycles;

namespace Supervision.Matters;

/// <summary>Conditions on the steps of a promise: what was signed, and what its check found.</summary>
internal static class CommitmentGuards
{
    private static readonly LegalBasis s_notified = new("国办发〔2020〕42号", "", new DateOnly(2020, 10, 27));

    /// <summary>The applicant signs the very terms that the check will ask for.</summary>
    public static readonly Guard<MatterFacts> TermsRead = new("terms read", facts =>
        facts.Entry.Facts.GetValueOrDefault("terms") == facts.Matter.Fact("terms")
            ? null
            : Refusal.Of("SUP3105", facts.Matter.Id, facts.Matter.Fact("terms") ?? "").On(s_notified));

    /// <summary>An e-signature or the hash of the signed paper.</summary>
    public static readonly Guard<MatterFacts> Signed = new("signed", facts =>
        string.IsNullOrWhiteSpace(facts.Entry.Reference) ? Refusal.Of("SUP3106", facts.Matter.Id).On(s_notified) : null);

    /// <summary>There is a check, and it is recorded.</summary>
    public static readonly Guard<MatterFacts> CheckRecorded = new("its check is recorded", facts =>
        facts.Task is { RecordedAt: not null, State: not TaskState.Recorded and not TaskState.Terminated }
            ? null
            : Refusal.Of("SUP3107", facts.Matter.Id, facts.Matter.Fact("task") ?? "-"));

    /// <summary>No term was found broken.</summary>
    public static readonly Guard<MatterFacts> EveryTermKept = new("every term kept", facts =>
        Broken(facts).FirstOrDefault() is { } broken ? Refusal.Of("SUP3108", facts.Matter.Id, broken.PointId) : null);

    /// <summary>A breach needs a finding.</summary>
    public static readonly Guard<MatterFacts> SomeTermBroken = new("a term broken", facts =>
        Broken(facts).Any() ? null : Refusal.Of("SUP3109", facts.Matter.Id));

    /// <summary>The task's recheck found everything corrected; without an order of the task, in words.</summary>
    public static readonly Guard<MatterFacts> RecheckPassed = new("recheck passed", facts => Rechecked(facts, TaskState.Closed));

    /// <summary>The task's recheck found something still wrong, and this is recorded once.</summary>
    public static readonly Guard<MatterFacts> RecheckFailed = new("recheck failed", facts =>
        facts.Matter.Fact("recheck") is null ? Rechecked(facts, TaskState.Escalated) : Refusal.Of("SUP3111", facts.Matter.Id, "-"));

    /// <summary>A licence is withdrawn only after a failed recheck.</summary>
    public static readonly Guard<MatterFacts> RecheckHasFailed = new("recheck has failed", facts =>
        facts.Matter.Fact("recheck") == "failed" ? null : Refusal.Of("SUP3112", facts.Matter.Id));

    /// <summary>The last check ended without a record, so it takes another.</summary>
    public static readonly Guard<MatterFacts> CheckEndedWithoutRecord = new("no other check open", facts =>
        facts.Matter.Fact("task") is null || facts.Task is { State: TaskState.Terminated }
            ? null
            : Refusal.Of("SUP3113", facts.Matter.Id, facts.Matter.Fact("task")!));

    private static Refusal? Rechecked(MatterFacts facts, TaskState end) =>
        facts.Task is { Order: null }
            ? MatterGuards.TextGiven.Check(facts)
            : facts.Task is { Recheck: not null } task && task.State == end ? null
            : Refusal.Of("SUP3111", facts.Matter.Id, facts.Matter.Fact("task") ?? "-");

    private static IEnumerable<CheckEntry> Broken(MatterFacts facts) =>
        facts.Task?.Entries.Where(entry => entry.Answer == CheckAnswer.NonConform) ?? [];
}

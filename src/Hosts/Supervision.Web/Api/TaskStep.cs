using Supervision.Audit;
using Supervision.Inspections;

namespace Supervision.Web.Api;

/// <summary>One step of a task as a phone sends it. A signature is always that of whoever is signed in.</summary>
/// <param name="Trigger">The step.</param>
internal sealed record TaskStep(TaskTrigger Trigger)
{
    /// <summary>For a countersignature: hash of the record that was on the screen.</summary>
    public string? RecordHash { get; init; }

    /// <summary>For a countersignature: when, by the device's clock.</summary>
    public DateTimeOffset SignedAt { get; init; }

    /// <summary>For an order to correct: its last day.</summary>
    public DateOnly? RectifyBy { get; init; }

    /// <summary>For an order to correct: points it names; empty means all found wanting.</summary>
    public IReadOnlyList<string> PointIds { get; init => field = value ?? []; } = [];

    /// <summary>For a termination, a clue or an escalation: the reason, the facts, where it goes.</summary>
    public string? Text { get; init; }

    public InspectionSubmission SubmissionOf(string taskId, Actor actor) =>
        new(taskId, [], [], null, RectifyBy, Trigger == TaskTrigger.Terminate ? Text : null)
        {
            OfficerSignatures = Trigger == TaskTrigger.Countersign ? [new OfficerSignature(actor.Id, RecordHash ?? "", SignedAt)] : [],
            OrderedPointIds = Trigger == TaskTrigger.OrderRectification ? PointIds : [],
            ClueFacts = Trigger == TaskTrigger.ReportClue ? Text : null,
            CluePointIds = Trigger == TaskTrigger.ReportClue ? PointIds : [],
            EscalateTo = Trigger == TaskTrigger.Escalate ? Text : null,
        };
}

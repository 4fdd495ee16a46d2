using System.Security.Cryptography;
using Supervision.Audit;
using Supervision.Inspections;

namespace Supervision.Web.Pages.Bureau.Tasks;

/// <summary>A step of a task as it was typed. Set by the request alone.</summary>
internal sealed class TaskForm
{
    /// <summary>Version of the task that was on the screen.</summary>
    public int Version { get; set; }

    /// <summary>Reason, facts, or where it goes.</summary>
    public string? Text { get; set; }

    public DateOnly? RectifyBy { get; set; }

    /// <summary>Points that an order or a clue names.</summary>
    public string[] Points { get; set; } = [];

    /// <summary>Officers who are there.</summary>
    public string[] Present { get; set; } = [];

    /// <summary>What the subject's code says.</summary>
    public string? Code { get; set; }

    /// <summary>Where the pictures of a recheck were taken.</summary>
    public string? Place { get; set; }

    /// <summary>Answers to a recheck by point, with what was seen.</summary>
    public Dictionary<string, CheckAnswer> Answers { get; set; } = [];

    public Dictionary<string, string?> Notes { get; set; } = [];

    /// <summary>What the step hands in. A signature is that of whoever is signed in, under the record as it stands.</summary>
    /// <param name="trigger">The step.</param>
    /// <param name="task">The task as it is.</param>
    /// <param name="pictures">Pictures of a recheck; the field's name is "picture." and the point.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="now">The instant.</param>
    /// <param name="device">What is written down as the device: a desk.</param>
    public InspectionSubmission Submission(
        TaskTrigger trigger, InspectionTask task, IFormFileCollection pictures, Actor actor, DateTimeOffset now, string device) =>
        new(
            task.Id, Present,
            trigger == TaskTrigger.Recheck ? [.. Answers.Select(answer => new CheckEntry(
                answer.Key, answer.Value, Notes.GetValueOrDefault(answer.Key) ?? "",
                [.. pictures.GetFiles("picture." + answer.Key).Select(picture => new Evidence(HashOf(picture), now, device, Place ?? ""))]))] : [],
            null, RectifyBy, trigger == TaskTrigger.Terminate ? Text : null)
        {
            Entry = trigger == TaskTrigger.PresentCertificates ? new EntryScan((Code ?? "").Trim(), now, device) : null,
            OfficerSignatures = trigger == TaskTrigger.Countersign ? [new OfficerSignature(actor.Id, task.RecordHash ?? "", now)] : [],
            OrderedPointIds = trigger == TaskTrigger.OrderRectification ? Points : [],
            ClueFacts = trigger == TaskTrigger.ReportClue ? Text : null,
            CluePointIds = trigger == TaskTrigger.ReportClue ? Points : [],
            EscalateTo = trigger == TaskTrigger.Escalate ? Text : null,
        };

    private static string HashOf(IFormFile picture)
    {
        using var stream = picture.OpenReadStream();
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}

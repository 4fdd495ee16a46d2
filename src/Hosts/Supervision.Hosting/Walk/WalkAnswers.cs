using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Supervision.Catalog;
using Supervision.Hosting.Inspections;
using Supervision.Inspections;
using Supervision.Time;

namespace Supervision.Hosting.Walk;

/// <summary>Made-up answers for the story: mostly good, a few faults, and the faults of the worked examples.</summary>
internal static class WalkAnswers
{
    // About one point in eighty fails, so that roughly one visit in ten has a finding.
    private const int FaultsIn256 = 3;

    private static readonly Dictionary<string, string[]> s_examples = new(StringComparer.Ordinal)
    {
        [WalkData.NoodleShop] = ["9.2", "5.1"],
        [WalkData.PackagingPrinter] = ["1"],
        [WalkData.TrainingCentre] = ["1", "2", "3", "4", "5"],
    };

    public static AnswersFile For(IEnumerable<InspectionTask> tasks, Checklist checklist, string seed) => new()
    {
        Inspections = [.. tasks.Select(task => VisitOf(task, checklist, seed))],
    };

    private static AnswersFile.Visit VisitOf(InspectionTask task, Checklist checklist, string seed)
    {
        var answers = checklist.Points.Select(point => AnswerOf(task, point, seed)).ToList();
        return new AnswersFile.Visit
        {
            Task = task.Id,
            Present = task.OfficerIds,
            Scan = new EntryScan(task.SubjectId, At(9, 0), "demo-01"),
            Answers = answers,
            SignedBy = task.OfficerIds,
            Signature = new RecordSignature("当事人（示例）", null, null),
            RectifyBy = answers.Exists(a => a.Result == CheckAnswer.NonConform) ? WalkDays.Inspect.AddDays(15) : null,
        };
    }

    private static AnswersFile.Answer AnswerOf(InspectionTask task, CheckPoint point, string seed)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"answer\n{seed}\n{task.SubjectId}\n{task.Checklist.Id}\n{point.Id}"));
        var fails = s_examples.TryGetValue(task.SubjectId, out var faults)
            ? task.Checklist.Id != "market-general" && faults.Contains(point.Id, StringComparer.Ordinal)
            : hash[0] < FaultsIn256;
        return new AnswersFile.Answer
        {
            Point = point.Id,
            Result = fails ? CheckAnswer.NonConform : CheckAnswer.Conform,
            Note = fails ? "示例：" + point.Text : "",
            Evidence = fails ? [EvidenceOf(hash)] : [],
        };
    }

    private static Evidence EvidenceOf(byte[] hash) => new(
        Convert.ToHexStringLower(hash),
        At(9, hash[1] % 60),
        "demo-" + (hash[2] % 20).ToString("00", CultureInfo.InvariantCulture),
        string.Create(CultureInfo.InvariantCulture, $"29.{hash[3]:000},119.{hash[4]:000}"));

    private static DateTimeOffset At(int hour, int minute) => new(
        WalkDays.Inspect.ToDateTime(new TimeOnly(hour, minute)), AuthorityClock.ChinaStandardTime.BaseUtcOffset);
}

using Supervision.Catalog;
using Supervision.Decisions;

namespace Supervision.Inspections;

/// <summary>
/// The answers of a record, counted by importance: what a rule such as the catering result rule decides from. Points that do
/// not apply (合理缺项) count neither as checked nor as failed.
/// </summary>
/// <param name="KeyChecked">Key points that apply.</param>
/// <param name="KeyFailed">Key points found wanting.</param>
/// <param name="GeneralChecked">General points that apply.</param>
/// <param name="GeneralFailed">General points found wanting.</param>
/// <param name="NotApplicable">Points that do not apply.</param>
public sealed record AnswerTally(int KeyChecked, int KeyFailed, int GeneralChecked, int GeneralFailed, int NotApplicable)
{
    /// <summary>General points that conform, of those that apply; null when none applies.</summary>
    public Rate? GeneralPassRate => GeneralChecked == 0 ? null : new Rate(GeneralChecked - GeneralFailed, GeneralChecked);

    /// <summary>Counts the answers of a record by its checklist.</summary>
    /// <param name="entries">Answers; points that the checklist lacks are left out.</param>
    /// <param name="checklist">The checklist, in the version that was answered.</param>
    public static AnswerTally Of(IEnumerable<CheckEntry> entries, Checklist checklist)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(checklist);
        var tally = new AnswerTally(0, 0, 0, 0, 0);
        foreach (var entry in entries)
        {
            var failed = entry.Answer == CheckAnswer.NonConform ? 1 : 0;
            tally = (checklist.Find(entry.PointId)?.Importance, entry.Answer) switch
            {
                (null, _) => tally,
                (_, CheckAnswer.NotApplicable) => tally with { NotApplicable = tally.NotApplicable + 1 },
                (PointImportance.Key, _) => tally with { KeyChecked = tally.KeyChecked + 1, KeyFailed = tally.KeyFailed + failed },
                _ => tally with { GeneralChecked = tally.GeneralChecked + 1, GeneralFailed = tally.GeneralFailed + failed },
            };
        }

        return tally;
    }
}

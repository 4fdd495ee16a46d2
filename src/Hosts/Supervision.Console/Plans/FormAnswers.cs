using Supervision.Coordination;
using Supervision.Inspections;
using Supervision.Registry;

namespace Supervision.Console.Plans;

/// <summary>Parts the answers of one form into the files that each agency's officers hand in.</summary>
internal static class FormAnswers
{
    /// <summary>By the agency that does the checks: its tasks with their own answers, its own officers and their signatures.</summary>
    public static IReadOnlyDictionary<string, AnswersFile> Split(JointForm form, AnswersFile filled, IReadOnlyList<Officer> staff)
    {
        var visit = filled.Inspections.Single();
        var answers = visit.Answers.ToDictionary(answer => answer.Point, StringComparer.Ordinal);
        var agencies = staff.ToDictionary(officer => officer.Id, officer => officer.AgencyId, StringComparer.Ordinal);
        return form.Planned.Visit.Checks
            .Select((check, i) => (Agency: form.Planned.Visit.DoneBy(check), Visit: Of(i)))
            .GroupBy(part => part.Agency, StringComparer.Ordinal)
            .ToDictionary(
                parts => parts.Key,
                parts => new AnswersFile { Inspections = [.. parts.Select(part => part.Visit with { Present = Own(visit.Present, parts.Key), SignedBy = Own(visit.SignedBy, parts.Key) })] },
                StringComparer.Ordinal);

        IReadOnlyList<string> Own(IReadOnlyList<string> officers, string agency) =>
            [.. officers.Where(officer => agencies.GetValueOrDefault(officer) == agency)];

        AnswersFile.Visit Of(int index)
        {
            // The form answers a point by its line; each task records it under the point of its own checklist.
            List<AnswersFile.Answer> own =
            [
                .. answers.Keys.SelectMany(line => form.AnswersFor(index, [new CheckEntry(line, answers[line].Result, "", [])])
                    .Select(entry => answers[line] with { Point = entry.PointId })),
            ];
            var faulty = own.Exists(answer => answer.Result == CheckAnswer.NonConform);
            return visit with
            {
                Task = form.Planned.TaskIds[index], Answers = own, Clue = faulty ? visit.Clue : null, RectifyBy = faulty ? visit.RectifyBy : null,
                Order = [], CluePoints = [],
            };
        }
    }
}

using System.Globalization;
using Supervision.Catalog;
using Supervision.Inspections;

namespace Supervision.Coordination;

/// <summary>
/// One form for a joint visit 一表通查: the union of the agencies' checklists with an owner for each line. General points that ask the
/// same are asked once; key points stay with their agency. Immutable.
/// </summary>
public sealed record OneForm
{
    private OneForm(IReadOnlyList<FormLine> lines, int points) => (Lines, Points) = (lines, points);

    /// <summary>Lines in order of the sources.</summary>
    public IReadOnlyList<FormLine> Lines { get; }

    /// <summary>Points of all checklists; what was merged is the difference to the lines.</summary>
    public int Points { get; }

    /// <summary>
    /// The form of some checklists. Two general points ask the same when they check the same content line of the catalogue, or have the
    /// same words apart from blanks and marks.
    /// </summary>
    /// <param name="sources">Checklists, the leading agency's first; an agency brings a checklist once.</param>
    /// <exception cref="ArgumentException">A checklist stands twice for an agency.</exception>
    public static OneForm Of(IReadOnlyList<FormSource> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        if (sources.GroupBy(source => (source.AgencyId, source.Checklist.Id)).Any(group => group.Count() > 1))
        {
            throw new ArgumentException("An agency brings a checklist twice.", nameof(sources));
        }

        var lines = new List<FormLine>();
        var byContent = new Dictionary<string, int>(StringComparer.Ordinal);
        var byWords = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var source in sources)
        {
            foreach (var point in source.Checklist.Points)
            {
                var owner = new FormOwner(source.AgencyId, source.Checklist.Id, point.Id);
                if (point.Importance == PointImportance.General
                    && (byContent.TryGetValue(point.ContentCode, out var same) || byWords.TryGetValue(Words(point.Text), out same))
                    && lines[same].Owners.All(other => (other.AgencyId, other.ChecklistId) != (owner.AgencyId, owner.ChecklistId)))
                {
                    lines[same] = lines[same] with { Owners = [.. lines[same].Owners, owner] };
                    continue;
                }

                var checkedBy = point.Importance == PointImportance.General ? source.DelegatedTo ?? source.AgencyId : source.AgencyId;
                if (point.Importance == PointImportance.General)
                {
                    byContent.TryAdd(point.ContentCode, lines.Count);
                    byWords.TryAdd(Words(point.Text), lines.Count);
                }

                lines.Add(new FormLine(
                    (lines.Count + 1).ToString(CultureInfo.InvariantCulture), point.Text, point.Importance, checkedBy, [owner]));
            }
        }

        return new OneForm(lines, sources.Sum(source => source.Checklist.Points.Count));
    }

    /// <summary>The answers of the form as answers to one agency's checklist: what its own task records.</summary>
    /// <param name="answers">Answers by the lines of this form; a line without one is left open.</param>
    /// <param name="agencyId">Agency.</param>
    /// <param name="checklistId">Its checklist.</param>
    public IReadOnlyList<CheckEntry> AnswersFor(IEnumerable<CheckEntry> answers, string agencyId, string checklistId)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var owners = Lines.SelectMany(line => line.Owners.Select(owner => (line.Id, owner)))
            .Where(pair => pair.owner.AgencyId == agencyId && pair.owner.ChecklistId == checklistId)
            .ToLookup(pair => pair.Id, pair => pair.owner.PointId, StringComparer.Ordinal);
        return [.. answers.SelectMany(answer => owners[answer.PointId].Select(point => answer with { PointId = point }))];
    }

    private static string Words(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}

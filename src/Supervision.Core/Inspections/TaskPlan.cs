using System.Globalization;
using Supervision.Decisions;
using Supervision.Hashing;
using Supervision.Registry;
using Supervision.Sampling;

namespace Supervision.Inspections;

/// <summary>
/// Which tasks the drawn subjects get, and of which agency: the nearest one with power in the item's field, or with
/// cross-station inspection another of its kind. Pure.
/// </summary>
internal sealed class TaskPlan(
    Draw draw, IReadOnlyList<PlannedItem> items, IReadOnlyList<Agency> agencies, IReadOnlyDictionary<string, int> staff)
{
    /// <summary>
    /// The tasks by subject and item. SUP4123: no agency with power in the field covers a division; SUP4260: there is no
    /// other station.
    /// </summary>
    public Outcome<IReadOnlyList<(MatchTask Task, PlannedItem Item)>> Of(
        IEnumerable<DrawnSubject> drawn, HashKind? crossStations)
    {
        var cross = new CrossStations();
        var list = new List<(MatchTask Task, PlannedItem Item)>();
        foreach (var (number, subject) in drawn.Index())
        {
            var division = CellKey.FactorAt(subject.Cell, 1) ?? subject.Cell;
            for (var i = 0; i < items.Count; i++)
            {
                if (Nearest(items[i].Field, division) is not { } home)
                {
                    return Refusal.Of("SUP4123", subject.SubjectId, division, items[i].Field);
                }

                var serial = $"{draw.Id}-{(number + 1).ToString("00000", CultureInfo.InvariantCulture)}";
                var id = i == 0 ? serial : $"{serial}.{Invariant.Text(i + 1)}";
                list.Add((new MatchTask(id, home.Id, items[i].Field) { SubjectId = subject.SubjectId }, items[i]));
                if (crossStations is not null)
                {
                    string[] others = [.. agencies.Where(other => IsSister(other, home, items[i].Field)).Select(other => other.Id)];
                    if (others.Length == 0)
                    {
                        return Refusal.Of("SUP4260", home.Id, items[i].Field);
                    }

                    cross.Add(id, others);
                }
            }
        }

        if (crossStations is not { } kind)
        {
            return list;
        }

        var chosen = cross.Choose(kind, draw.Seed, staff);
        return list.ConvertAll(task => (task.Task with { Department = chosen[task.Task.Id] }, task.Item));
    }

    // A county bureau before the city's, the city's before the province's.
    private Agency? Nearest(string field, string division) => agencies
        .Where(agency => agency.Fields.Contains(field, StringComparer.Ordinal) && agency.Covers(division))
        .OrderByDescending(Level)
        .ThenBy(agency => agency.Id, StringComparer.Ordinal)
        .FirstOrDefault();

    // Of the same level, below the same city (or province), with power in the field and somebody to send.
    private bool IsSister(Agency other, Agency home, string field) =>
        other.Id != home.Id
        && Level(other) == Level(home)
        && Level(home) > 2
        && other.DivisionCode.AsSpan(0, Level(home) - 2).SequenceEqual(home.DivisionCode.AsSpan(0, Level(home) - 2))
        && other.Fields.Contains(field, StringComparer.Ordinal)
        && staff.GetValueOrDefault(other.Id) > 0;

    private static int Level(Agency agency) => DivisionArea.Prefix(agency.DivisionCode).Length;
}

using Supervision.Audit;
using Supervision.Dossiers;
using Supervision.Inspections;

namespace Supervision.Core.Tests.Dossiers;

// Goal: a task shows the officers that it had on the day, not those who came since.
public sealed class DossierLensTests
{
    private static readonly DateTimeOffset s_monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    [Theory]
    [InlineData("p-1-00007", 0, "")]
    [InlineData("p-1-00007", 1, "O1 O2")]
    [InlineData("p-1-00007", 2, "O1 O3")]
    [InlineData("p-1-00007", 3, "O4 O3")]
    [InlineData("p-1-00007r1", 1, "O1 O2")]
    [InlineData("p-1-00007r1", 3, "O4 O3")]
    public void Visits_OfficersWhoWereRedrawn_AreThoseOfTheDay(string taskId, int day, string expected)
    {
        var task = new InspectionTask
        {
            Id = taskId, DrawId = "p-1", SubjectId = "S", ItemCode = "I", Checklist = new("c", 1, new string('a', 64)), AgencyId = "A", OfficerIds = ["O4", "O3"],
            DueOn = new DateOnly(2026, 4, 1),
        };
        List<JournalEntry> journal =
        [
            Entry(0, "task.accepted", taskId, "{}"), Entry(1, TaskJournal.AssignedType, taskId, "{}"),
            Entry(2, TaskJournal.RedrawnType, "p-1-00007", """{"left":"O2","newcomer":"O3"}"""),
            Entry(3, TaskJournal.RedrawnType, "p-1-00007", """{"left":"O1","newcomer":"O4"}"""),
        ];
        var on = DateOnly.FromDateTime(s_monday.DateTime).AddDays(day);
        var lens = new DossierLens(on, on, at => DateOnly.FromDateTime(at.DateTime), journal);
        Assert.Equal(expected, string.Join(' ', Assert.Single(lens.Visits([task])).OfficerIds));
    }

    private static JournalEntry Entry(int day, string type, string key, string payload) =>
        JournalEntry.At(day, new JournalRecord(type, key, new Actor("clerk", "A"), s_monday.AddDays(day), payload));
}

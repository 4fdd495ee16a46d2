using Supervision.Inspections;
using Supervision.Registry;
using Supervision.Risk;
using Supervision.Sampling;

namespace Supervision.Testing.Laws;

// Goal: a frame holds exactly the asked subjects, in byte order, with what a draw must know of each.
internal sealed class FrameLaws : StoreSuite
{
    [Law("330782", "", "S-B S-a S_x")]
    [Law("330700", "", "S-B S-a S-c S_x")]
    [Law("330000", "", "S-B S-a S-c S-d S_x")]
    [Law("330782", "餐饮", "S-B S_x")]
    [Law("330000", "餐饮,retail", "S-B S-c S_x")]
    [Law("330000", "餐", "")]
    [Law("110000", "", "")]
    public async Task StreamFrame_DivisionAndCategories_GivesThoseInByteOrder(string division, string categories, string expected)
    {
        // One by one and backwards: a batch is sorted on its way in, and would hide a missing order.
        Subject[] subjects =
        [
            Given.Subject("S_x", "330782", "餐饮"), Given.Subject("S-e", "340782", "餐饮"), Given.Subject("S-d", "330102", "x"),
            Given.Subject("S-c", "330702", "retail"), Given.Subject("S-a", "330782"), Given.Subject("S-B", "330782", "a", "餐饮"),
        ];
        foreach (var subject in subjects)
        {
            await CommitAsync<ISubjectStore>(s => s.SaveAsync([subject], Token));
        }

        var frame = await FrameAsync(division, categories.Split(',', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(expected, string.Join(' ', frame.Select(subject => subject.Id)));
    }

    [Law]
    public async Task StreamFrame_AssessedAndInspected_CarriesWeightAndCivilDateOfTheLastRecord()
    {
        var early = new DateTimeOffset(2026, 3, 3, 1, 0, 0, TimeSpan.FromHours(8)); // still 2 March in UTC
        await CommitAsync<ISubjectStore>(s => s.SaveAsync(
            [Given.Subject("a") with { DeliveredRiskClass = "B", Status = SubjectStatus.Deregistered }, Given.Subject("b")], Token));
        await CommitAsync<IStandingStore>(s => s.SaveAsync([Given.Standing("b")], Token));
        await CommitAsync<ITaskStore>(async store =>
        {
            InspectionTask[] tasks = [Given.Task("t1", "b"), Given.Task("t2", "b"), Given.Task("t3", "b"), Given.Task("t4", "a")];
            await store.AddAsync(tasks, Token);
            await store.UpdateAsync([Given.Recorded(tasks[0], early), Given.Recorded(tasks[1], early.AddDays(-9))], Token);
        });

        // A later step of a task that was read back must not move the date.
        var read = await ReadAsync<ITaskStore, InspectionTask?>(s => s.FindAsync("t1", Token));
        await CommitAsync<ITaskStore>(s => s.UpdateAsync([read! with { State = TaskState.Closed, Version = 3 }], Token));

        Assert.Equal(
            [
                new FrameSubject("a", "330782", SubjectStatus.Deregistered, "B", null, null),
                new FrameSubject("b", "330782", SubjectStatus.Active, null, new SubjectWeight("C", 4), new DateOnly(2026, 3, 3)),
            ],
            await FrameAsync("330782", []));
    }

    private Task<List<FrameSubject>> FrameAsync(string division, string[] categories) =>
        ReadAsync<IDrawStore, List<FrameSubject>>(s => ListAsync(s.StreamFrameAsync(division, categories, Token)));
}

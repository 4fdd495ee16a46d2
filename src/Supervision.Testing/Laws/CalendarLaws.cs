using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Calendars;

namespace Supervision.Testing.Laws;

// Goal: a notice of working days stays as it was taken in, every version of each year, since deadlines name the calendar they were counted by.
internal sealed class CalendarLaws : StoreSuite
{
    [Law]
    public async Task Notices_ComeBackByYearAndNumber_AsTheyWentIn()
    {
        CalendarNotice[] notices = [Notice(2026, 1), Notice(2026, 2), Notice(2027, 1)];
        await CommitAsync<ICalendarStore>(store => store.AddAsync(notices[2], Token), Record("2027"));
        await CommitAsync<ICalendarStore>(store => store.AddAsync(notices[0], Token), Record("2026"));
        await CommitAsync<ICalendarStore>(store => store.AddAsync(notices[1], Token), Record("2026"));
        await ReopenAsync();
        Assert.Equal(notices, await ListAsync());
    }

    [Law]
    public async Task Number_ThatIsTaken_IsAConflictAndKeepsTheFirst()
    {
        await CommitAsync<ICalendarStore>(store => store.AddAsync(Notice(2026, 1), Token), Record("2026"));
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => CommitAsync<ICalendarStore>(
            store => store.AddAsync(Notice(2026, 1) with { Content = "{}" }, Token), Record("2026")));
        Assert.Equal([Notice(2026, 1)], await ListAsync());
    }

    [Law]
    public async Task Notice_WithoutACommit_IsNotKept()
    {
        await using (var scope = Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<ICalendarStore>().AddAsync(Notice(2026, 1), Token);
        }

        Assert.Empty(await ListAsync());
    }

    private Task<IReadOnlyList<CalendarNotice>> ListAsync() =>
        ReadAsync<ICalendarStore, IReadOnlyList<CalendarNotice>>(store => store.ListAsync(Token));

    private static CalendarNotice Notice(int year, int number) =>
        new(year, number, $"{{\"paper\":\"{Given.RareName.Replace("\"", "", StringComparison.Ordinal)}\"}}", new string('a', 64), Clerk, Noon);
}

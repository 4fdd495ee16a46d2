using Microsoft.Extensions.DependencyInjection;
using Supervision.Registry;
using Supervision.Storage;

namespace Supervision.Testing.Tests.Documented;

public sealed class RegisterCopyTests
{
    // The guide's promise: what differs is written, a wrong row is reported and spoils no other.
    [Fact]
    public async Task Copy_TwiceWithAWrongRow_WritesWhatDiffersAndReportsTheRow()
    {
        using var database = new ThrowAwayDatabase();
        await using var services = new ServiceCollection().AddSingleton<TimeProvider>(new ManualTimeProvider())
            .AddSupervision().AddSupervisionSqlite(database.FilePath).BuildServiceProvider(validateScopes: true);
        await services.GetRequiredService<SupervisionDatabase>().OpenAsync(TestContext.Current.CancellationToken);
        RegisterCopy.Company[] companies = [new("C-1", "甲", "330782", true), new("C-2", "乙", "33", true), new("C-3", "丙", "330782", true)];
        var reports = new List<string>();
        var desk = services.GetRequiredService<CommandDesk>();

        await RegisterCopy.CopyAsync(desk, companies, reports.Add, TestContext.Current.CancellationToken);
        companies[0] = companies[0] with { IsOpen = false };
        var again = await RegisterCopy.CopyAsync(desk, companies, _ => { }, TestContext.Current.CancellationToken);

        Assert.StartsWith("row 2: SUP1023", Assert.Single(reports), StringComparison.Ordinal);
        Assert.Equal(new SaveCount(0, 1, 1), again.Saved);
        await using var scope = services.CreateAsyncScope();
        Assert.Equal(SubjectStatus.Deregistered, (await scope.ServiceProvider.GetRequiredService<ISubjectStore>().FindAsync("C-1", TestContext.Current.CancellationToken))!.Status);
    }
}

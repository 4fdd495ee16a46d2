using System.Globalization;
using Supervision.Audit;
using Supervision.Cases;
using Supervision.Decisions;
using Supervision.Hosting;
using Supervision.Hosting.Policies;
using Supervision.Hosting.Walk;
using Supervision.Inspections;
using Supervision.Time;

namespace Supervision.Web.Demo;

/// <summary>The data of the demonstration: the walk, told once into a folder.</summary>
internal static class DemoData
{
    /// <summary>Name of the environment in which the host makes its own data.</summary>
    public const string Environment = "Demo";

    public static async Task EnsureAsync(WebSettings settings, CancellationToken cancellationToken)
    {
        if (File.Exists(settings.Database))
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(settings.Database))!);
        var time = new SimulatedTime(WalkDays.Draw);
        var services = new ServiceCollection().AddSingleton<TimeProvider>(time).AddSupervision(supervision => supervision.UseRulePacks(RulePackFiles.Load(null)));
        StorageChoice.ByName.Register(services, settings.Database);
        await using var provider = services.BuildServiceProvider();
        await StorageChoice.ByName.OpenAsync(provider, cancellationToken);
        var all = new Actor("console", "local") { Roles = Roles.All };
        await new WalkStory(provider, all, time, settings.Published, "supervision", new SilentWalk()).TellAsync(null, null, cancellationToken);
    }

    /// <summary>Gives the people of the demonstration their duties, and the case officer a case: once, in the open database.</summary>
    public static async Task StaffAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using (var scope = services.CreateAsyncScope())
        {
            if ((await scope.ServiceProvider.GetRequiredService<IRoleStore>().ListAsync(cancellationToken)).Count > 0)
            {
                return;
            }
        }

        var desk = services.GetRequiredService<CommandDesk>();
        var all = new Actor("console", "local") { Roles = Roles.All };
        foreach (var one in DemoUsers.Officers)
        {
            var granted = await desk.RunAsync<GrantRoles, Outcome<RoleGrant>>(
                all, grant => grant.RunAsync(new RoleGrant(one.Person, one.Agency, one.Roles, ""), all, cancellationToken), cancellationToken);
            granted.OrThrow();
        }

        // Cases for the work list: the clue of one has just come in, that of the other should have been verified weeks ago.
        var officer = new Actor("case-officer", DemoUsers.Agency) { Roles = Roles.CaseOfficer };
        var today = services.GetRequiredService<AuthorityClock>().Today;
        foreach (var (id, received, facts) in ((string, DateOnly, string)[])
            [("demo-1", today, "擅自印刷他人注册商标标识（示例）"), ("demo-2", today.AddDays(-60), "未按规定保存印刷委托书（示例）")])
        {
            var clue = new CaseClue { Source = ClueSource.Inspection, ReceivedOn = received, ActId = id, ViolationOn = received, Facts = facts };
            (await desk.RunAsync<OpenCase, Outcome<PenaltyCase>>(
                officer, open => open.RunAsync(id, DemoUsers.Businesses[1].Subject, clue, officer, cancellationToken), cancellationToken)).OrThrow();
        }

        await DemoWork.AddAsync(services, cancellationToken);
        await DemoPenalty.AddAsync(services, cancellationToken);
        await OpenVisitsAsync(services, desk, cancellationToken);
    }

    // For the phone: two visits that nobody has made yet, each with both inspectors.
    private static async Task OpenVisitsAsync(IServiceProvider services, CommandDesk desk, CancellationToken cancellationToken)
    {
        var planner = new Actor("yiwu", DemoUsers.OtherAgency) { Roles = Roles.Planner };
        await using var scope = services.CreateAsyncScope();
        var past = (await scope.ServiceProvider.GetRequiredService<ITaskStore>()
            .ListPageAsync(DemoUsers.OtherAgency, null, 1000, cancellationToken)).Where(task => task.DrawId == "catering-2026-1").Take(2);
        foreach (var (task, number) in past.Select((task, index) => (task, index + 1)))
        {
            var reference = string.Create(CultureInfo.InvariantCulture, $"phone-{number}");
            var visit = new TaskRequest(TaskSource.Complaint, reference, task.SubjectId, task.ItemCode, DemoUsers.OtherAgency, ["JH057", "JH058"], null);
            (await desk.RunAsync<OpenTask, Outcome<InspectionTask>>(planner, open => open.RunAsync(visit, planner, cancellationToken), cancellationToken)).OrThrow();
        }
    }
}

using Supervision.Matters;
using Supervision.SelfGovernance;
using Supervision.Time;

namespace Supervision.Web.Api;

/// <summary>What a subject does of its own to get points back: self-check, self-report, study, exam.</summary>
internal static class SelfTasksApi
{
    private static readonly ApiThing s_task = ApiThing.Matter(MatterKind.SelfTask);

    public static void MapSelfTasks(this RouteGroupBuilder api)
    {
        var tasks = api.MapGroup("/self-tasks").WithTags("self-tasks");
        tasks.MapFind<IReadOnlyList<SelfTaskMaterial>>("materials", "what self-tasks can be about today", call =>
            Task.FromResult<IReadOnlyList<SelfTaskMaterial>?>(SelfTaskMaterials.Shipped.On(call.Get<AuthorityClock>().Today)));
        tasks.MapMatters("", MatterKind.SelfTask, "self-tasks");
        tasks.MapCommand<AssignSelfTask, SelfTaskAssignment, Matter>("", "gives a task to the subject of a notice", (assign, call) =>
            assign.RunAsync(call.Body.Id, call.Body.NoticeId, call.Body.MaterialId, SelfTaskMaterials.Shipped, call.Actor, call.Stopped));
        tasks.MapCommand<CallSelfTasks, SelfTaskCall, Matter[]>("calls", "asks subjects to check themselves by a day", async (ask, call) =>
            (await ask.RunAsync(
                call.Body.Id, call.Body.MaterialId, SelfTaskMaterials.Shipped, call.Body.AgencyId, call.Body.SubjectIds, call.Body.DueOn, call.Actor, call.Stopped))
            .TryGet(out var called, out var refusal) ? called.ToArray() : refusal);
        tasks.MapCommand<SubmitSelfTask, SelfTaskAnswers, Matter>("{id}/answers", "hands in the subject's answers", (submit, call) =>
            submit.RunAsync(call.Id, call.Body.Answers, call.Body.Evidence, SelfTaskMaterials.Shipped, call.Actor, call.Stopped), s_task);
        tasks.MapCommand<VerifySelfTask, SelfTaskVerdict, Matter>("{id}/verdict", "says whether it is as the subject says", (verify, call) =>
            verify.RunAsync(call.Id, call.Body.Holds, call.Body.Text, call.Actor, call.Stopped), s_task);
    }
}

using Supervision.Credit;
using Supervision.Lists;
using Supervision.Matters;
using Supervision.Notices;

namespace Supervision.Web.Api;

/// <summary>Credit of subjects: notices of points and objections to them, lists, joint measures and their receipts, pushes.</summary>
internal static class CreditApi
{
    private static readonly ApiThing s_notice = ApiThing.Matter(MatterKind.PointNotice);

    public static void MapCredit(this RouteGroupBuilder api)
    {
        var credit = api.MapGroup("/credit").WithTags("credit");
        credit.MapMatters("notices", MatterKind.PointNotice, "notices of points");
        credit.MapCommand<ServePointNotices, NoBody, CreditEvent[]>("notices", "serves a notice for every finding that none names yet", async (serve, call) =>
            (await serve.RunAsync(call.Actor, call.Stopped)).ToArray());
        credit.MapCommand<ObjectToNotice, Reason, Matter>("notices/{id}/objection", "records an objection", (objection, call) =>
            objection.RunAsync(call.Id, call.Body.Text, call.Actor, call.Stopped), s_notice);
        credit.MapCommand<DecideObjection, ObjectionDecision, Matter>("notices/{id}/decision", "decides an objection", (decide, call) =>
            decide.RunAsync(call.Id, call.Body.Step, call.Body.Reason, call.Actor, call.Stopped), s_notice);

        credit.MapMatters("lists", MatterKind.ListEntry, "entries of lists");
        credit.MapCommand<ProposeListing, ListingProposal, Matter>("lists", "proposes to put a subject on a list", (propose, call) => propose.RunAsync(call.Body, call.Actor, call.Stopped));
        credit.MapCommand<AdvanceListing, MatterEntry, Matter[]>("lists/{id}/listing", "takes one step of a listing: plea, confirmation, removal asked for", async (advance, call) =>
            (await advance.RunAsync(call.Id, call.Body, call.Actor, call.Stopped)).TryGet(out var changed, out var refusal) ? changed.ToArray() : refusal, ApiThing.Matter(MatterKind.ListEntry));
        credit.MapCommand<LiftListEntry, MatterEntry, Matter>("lists/{id}/steps", "lifts an entry", (lift, call) =>
            lift.RunAsync(call.Id, call.Body, call.Actor, call.Stopped), ApiThing.Matter(MatterKind.ListEntry));
        credit.MapCommand<ImposeMeasure, JointMeasure, IReadOnlyList<Matter>>("measures", "imposes a joint measure; each department gets a receipt to acknowledge", (impose, call) =>
            impose.RunAsync(call.Body, call.Actor, call.Stopped));
        credit.MapCommand<RepairPenalty, RepairRequest, RepairedPenalty>("repairs", "repairs the credit that a penalty cost: the penalty is shown no longer, and entries that rest on it are lifted", (repair, call) =>
            repair.RunAsync(call.Body, call.Actor, call.Stopped));
        credit.MapMatters("receipts", MatterKind.Receipt, "receipts");
        credit.MapCommand<AcknowledgeReceipt, Reason, Matter>("receipts/{id}/acknowledgement", "acknowledges a receipt", (acknowledge, call) =>
            acknowledge.RunAsync(call.Id, call.Body.Text, call.Actor, call.Stopped), ApiThing.Matter(MatterKind.Receipt));
        credit.MapMatters("pushes", MatterKind.Push, "pushes");
        credit.MapCommand<PushToSubjects, PushNotice, IReadOnlyList<Matter>>("pushes", "pushes a notice to subjects", (push, call) =>
            push.RunAsync(call.Body.Id, call.Body.Title, call.Body.AgencyId, call.Body.SubjectIds, call.Body.Text, call.Actor, call.Stopped));
    }
}

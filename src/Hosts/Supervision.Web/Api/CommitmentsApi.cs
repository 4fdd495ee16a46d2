using Supervision.Commitments;
using Supervision.Matters;
using Supervision.Time;

namespace Supervision.Web.Api;

/// <summary>Promises by which a subject gets what it applies for before it is checked.</summary>
internal static class CommitmentsApi
{
    private static readonly ApiThing s_promise = ApiThing.Matter(MatterKind.Commitment);

    public static void MapCommitments(this RouteGroupBuilder api)
    {
        var commitments = api.MapGroup("/commitments").WithTags("commitments");
        commitments.MapFind<IReadOnlyList<CommitmentItem>>("items", "what can be had by a promise today, with its terms", call =>
            Task.FromResult<IReadOnlyList<CommitmentItem>?>(CommitmentItems.Shipped.On(call.Get<AuthorityClock>().Today)));
        commitments.MapMatters("", MatterKind.Commitment, "commitments");
        commitments.MapCommand<ApplyForCommitment, CommitmentApplication, CommitmentOffer>("", "applies, and gives the terms to sign or why there are none", (apply, call) =>
            apply.RunAsync(call.Body, CommitmentItems.Shipped, call.Actor, call.Stopped));
        commitments.MapCommand<SignCommitment, CommitmentSignature, Matter>("{id}/signature", "signs the terms that were read", (sign, call) =>
            sign.RunAsync(call.Id, call.Body.Terms, call.Body.Signature, call.Actor, call.Stopped), s_promise);
        commitments.MapCommand<SignCommitment, Reason, Matter>("{id}/decline", "declines the terms: the ordinary way is taken", (sign, call) =>
            sign.DeclineAsync(call.Id, call.Body.Text, call.Actor, call.Stopped), s_promise);
        commitments.MapCommand<AdvanceCommitment, MatterEntry, Matter>("{id}/steps", "takes one step", (advance, call) =>
            advance.RunAsync(call.Id, call.Body, call.Actor, call.Stopped), s_promise);
        commitments.MapCommand<ConcludeCommitment, NoBody, ConcludedCommitment>("{id}/conclusion", "says whether the promise was kept, by its recorded check", (conclude, call) =>
            conclude.RunAsync(call.Id, call.Actor, call.Stopped), s_promise);
    }
}

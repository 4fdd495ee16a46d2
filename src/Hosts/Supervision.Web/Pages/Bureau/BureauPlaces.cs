using System.Reflection;
using Supervision.Audit;
using Supervision.Cases;
using Supervision.Commitments;
using Supervision.Coordination;
using Supervision.DecisionSupport;
using Supervision.Inspections;
using Supervision.Lists;
using Supervision.Notices;
using Supervision.Policies;
using Supervision.Sampling;
using Supervision.SelfGovernance;
using Supervision.Warnings;

namespace Supervision.Web.Pages.Bureau;

/// <summary>The pages of a bureau in the order of the work. Those on which a person may act come first; the rest is one press away.</summary>
internal static class BureauPlaces
{
    // A page without a use case is everybody's.
    private static readonly (string Path, string Text, Type[] UseCases)[] s_all =
    [
        ("/bureau", "nav.work", []),
        ("/bureau/tasks", "nav.tasks", [typeof(AdvanceTask), typeof(OpenTask)]),
        ("/bureau/cases", "nav.cases", [typeof(AdvanceCase), typeof(OpenCase)]),
        ("/bureau/subjects", "nav.subjects", []),
        ("/bureau/plans", "nav.plans", [typeof(ApprovePlan)]),
        ("/bureau/joint-plans", "nav.joint", [typeof(ProposeJointPlan), typeof(ApproveJointPlan)]),
        ("/bureau/draws", "nav.rooms", [typeof(RunDraw)]),
        ("/bureau/warnings", "nav.warnings", [typeof(AdvanceWarning)]),
        ("/bureau/events", "nav.events", [typeof(AdvanceEvent)]),
        ("/bureau/commitments", "nav.commitments", [typeof(AdvanceCommitment)]),
        ("/bureau/notices", "nav.notices", [typeof(DecideObjection)]),
        ("/bureau/self-tasks", "nav.selftasks", [typeof(VerifySelfTask)]),
        ("/bureau/lists", "nav.lists", [typeof(ProposeListing)]),
        ("/bureau/receipts", "nav.receipts", [typeof(AcknowledgeReceipt)]),
        ("/bureau/indicators", "nav.indicators", [typeof(ShowIndicators)]),
        ("/bureau/rules", "nav.rules", [typeof(WritePack), typeof(PublishPack)]),
        ("/bureau/journal", "nav.journal", [typeof(AuditVisits)]),
    ];

    private static readonly (string Path, string Text, Roles? Roles)[] s_places = [.. s_all.Select(place => (place.Path, place.Text, RolesOf(place.UseCases)))];

    /// <summary>The address of each page and the key of its name: those of a person's work, and the others.</summary>
    public static (IReadOnlyList<(string Path, string Text)> Own, IReadOnlyList<(string Path, string Text)> Others) Of(Roles roles)
    {
        var isOwn = s_places.ToLookup(place => place.Roles is not { } needed || (needed & roles) != Roles.None);
        return ([.. isOwn[true].Select(place => (place.Path, place.Text))], [.. isOwn[false].Select(place => (place.Path, place.Text))]);
    }

    private static Roles? RolesOf(Type[] useCases) => useCases.Length == 0 ? null
        : useCases.Aggregate(Roles.None, (roles, useCase) => roles | useCase.GetCustomAttribute<AllowedToAttribute>()!.Roles);
}

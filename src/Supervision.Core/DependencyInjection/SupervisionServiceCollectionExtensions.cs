using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Supervision.Audit;
using Supervision.Calendars;
using Supervision.CaseExchange;
using Supervision.Cases;
using Supervision.Catalog;
using Supervision.Commitments;
using Supervision.Comparison;
using Supervision.Coordination;
using Supervision.Data;
using Supervision.DecisionSupport;
using Supervision.Documents;
using Supervision.Dossiers;
using Supervision.Events;
using Supervision.Inspections;
using Supervision.Lists;
using Supervision.Matters;
using Supervision.Notices;
using Supervision.Policies;
using Supervision.Registry;
using Supervision.Risk;
using Supervision.Sampling;
using Supervision.SelfGovernance;
using Supervision.Time;
using Supervision.Warnings;

namespace Supervision;

/// <summary>Puts Supervision into a host's container.</summary>
public static class SupervisionServiceCollectionExtensions
{
    /// <summary>
    /// Adds the clock and the use cases, each in the scope of one unit of work. A storage package and the three policies
    /// must be added by their own verbs. Safe to call twice; whatever is registered before is kept.
    /// </summary>
    /// <remarks>
    /// The host registers its <see cref="TimeProvider"/>: the library never picks the system clock by itself.
    /// </remarks>
    public static IServiceCollection AddSupervision(
        this IServiceCollection services, Action<SupervisionBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var builder = new SupervisionBuilder(services);
        configure?.Invoke(builder);
        services.TryAddSingleton(provider =>
            new AuthorityClock(provider.GetRequiredService<TimeProvider>(), builder.AuthorityTimeZone));
        services.TryAddScoped<CurrentActor>();
        services.TryAddSingleton<CommandDesk>();
        services.TryAddScoped<GrantRoles>();
        services.TryAddScoped<EndSessions>();
        services.TryAddScoped<ReviewGlass>();
        services.TryAddScoped<SubscribeWebhook>();
        services.TryAddScoped<ReplayEvents>();
        services.TryAddSingleton<OutboxDispatcher>();
        services.TryAddSingleton(_ => new LiveCalendar(WorkingCalendar.Shipped));
        services.TryAddSingleton(provider => new LegalClock(provider.GetRequiredService<LiveCalendar>(), PeriodConventions.Shipped));
        services.TryAddSingleton(_ => TaskRules.Shipped);
        services.TryAddSingleton(provider => new CaseLaw(
            provider.GetRequiredService<LegalClock>(), PenaltyProcedure.Shipped, DiscretionBenchmarks.Shipped));
        services.TryAddScoped<WritePack>();
        services.TryAddScoped<PublishPack>();
        services.TryAddScoped<RegisterCatalog>();
        services.TryAddScoped<ImportOfficers>();
        services.TryAddScoped<ImportSubjects>();
        services.TryAddScoped<ImportSensorDays>();
        services.TryAddScoped<DecideRecusal>();
        services.TryAddScoped<RecordPerson>();
        services.TryAddScoped<ViewPerson>();
        services.TryAddScoped<ErasePersons>();
        services.TryAddScoped<ReencryptPersons>();
        services.TryAddScoped<IInitialWeighing, InitialWeighing>();
        services.TryAddSingleton(_ => ListPolicy.Shipped);
        services.TryAddScoped<IFrameMarks, ListMarks>();
        services.TryAddScoped<PlanFrame>();
        services.TryAddScoped<ApprovePlan>();
        services.TryAddScoped<RunDraw>();
        services.TryAddScoped<AnnounceDraw>();
        services.TryAddScoped<PublishDraw>();
        services.TryAddScoped<MakeDraw>();
        services.TryAddScoped<VoidDraw>();
        services.TryAddScoped<OpenDraw>();
        services.TryAddScoped<AssignOfficers>();
        services.TryAddScoped<RedrawOfficer>();
        services.TryAddScoped<ReplaceSubject>();
        services.TryAddScoped<AdvanceItem>();
        services.TryAddScoped<CaseRecount>();
        services.TryAddScoped<TaskRecount>();
        services.TryAddScoped<MatterRecount>();
        services.TryAddScoped<ImportCalendar>();
        services.TryAddScoped<OpenTask>();
        services.TryAddScoped<AdvanceTask>();
        services.TryAddScoped<MergeOperations>();
        services.TryAddScoped<RecordOperations>();
        services.TryAddScoped<SubmitInspection>();
        services.TryAddSingleton(_ => MatterPolicy.Shipped);
        services.TryAddSingleton<MatterClocks>();
        services.TryAddSingleton(_ => WarningRoutes.Shipped);
        services.TryAddSingleton(_ => EventCategories.Shipped);
        services.TryAddScoped<MatterWork>();
        services.TryAddScoped<SweepOverdue>();
        services.TryAddScoped<RaiseWarning>();
        services.TryAddScoped<AdvanceWarning>();
        services.TryAddScoped<ReportEvent>();
        services.TryAddScoped<AdvanceEvent>();
        services.TryAddScoped<ProposeJointPlan>();
        services.TryAddScoped<ApproveJointPlan>();
        services.TryAddScoped<OpenJointVisits>();
        services.TryAddScoped<ShowJointForm>();
        services.TryAddScoped<OpenCase>();
        services.TryAddScoped<AdvanceCase>();
        services.TryAddScoped<SendCase>();
        services.TryAddScoped<TakeCaseReport>();
        services.TryAddScoped<FollowCases>();
        services.TryAddScoped<IssueDocument>();
        services.TryAddSingleton(_ => DocumentTemplates.Shipped);
        services.TryAddScoped<TakeDocumentedStep>();
        services.TryAddScoped<ServePointNotices>();
        services.TryAddScoped<ObjectToNotice>();
        services.TryAddScoped<ShowPersonalCredit>();
        services.TryAddScoped<DecideObjection>();
        services.TryAddScoped<AssignSelfTask>();
        services.TryAddScoped<CallSelfTasks>();
        services.TryAddScoped<SubmitSelfTask>();
        services.TryAddScoped<VerifySelfTask>();
        services.TryAddScoped<ImposeMeasure>();
        services.TryAddScoped<PushToSubjects>();
        services.TryAddScoped<FindTargets>();
        services.TryAddScoped<AcknowledgeReceipt>();
        services.TryAddScoped<SubjectLists>();
        services.TryAddScoped<LiftListEntry>();
        services.TryAddScoped<RepairPenalty>();
        services.TryAddScoped<ProposeListing>();
        services.TryAddScoped<AdvanceListing>();
        services.TryAddScoped<ApplyForCommitment>();
        services.TryAddScoped<SignCommitment>();
        services.TryAddScoped<AdvanceCommitment>();
        services.TryAddScoped<ConcludeCommitment>();
        services.TryAddScoped<ReweighSubjects>();
        services.TryAddScoped<ShowDossier>();
        services.TryAddSingleton(_ => IndicatorSet.Shipped);
        services.TryAddScoped<ShowIndicators>();
        services.TryAddSingleton(_ => OversightPolicy.Shipped);
        services.TryAddScoped<AuditVisits>();
        services.TryAddScoped<TakeDelivery>();
        services.TryAddScoped<ExportActs>();
        services.TryAddScoped<SaveComparison>();
        services.TryAddScoped<JudgeFinding>();
        UseCaseGate.Close(services);
        return services;
    }
}

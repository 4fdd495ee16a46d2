using Supervision.Audit;
using Supervision.Cases;
using Supervision.Catalog;
using Supervision.Decisions;
using Supervision.Inspections;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.Data;

/// <summary>
/// Hands out the acts of an agency as a batch of the national act tables: what is new, what changed, what is gone since the last one. A
/// repeated export without a new act makes no batch. Acts that a rule rejects stay behind, with the reason in the report.
/// </summary>
[AllowedTo(Roles.Registrar | Roles.Head)]
public sealed class ExportActs(
    IBatchStore batches, ITaskStore tasks, ICaseStore cases, ISubjectStore subjects, ICatalogStore catalog, IOfficerStore officers,
    IUnitOfWork work, AuthorityClock clock, LegalClock periods)
{
    private const int PageSize = 500;

    private readonly DeliveryDesk _desk = new(batches, work, clock, periods);

    /// <summary>
    /// Saves and journals the batch; its files can be written from the store as often as needed. SUP7431: the channel's name is malformed;
    /// SUP7432: no number is left today; SUP7433: the agency is not registered.
    /// </summary>
    /// <param name="channel">Channel, an identifier such as "national".</param>
    /// <param name="profile">What no register holds.</param>
    /// <param name="actor">Who exports; the acts are those of this agency.</param>
    /// <param name="cancellationToken">Gives up; nothing is kept.</param>
    public async Task<Outcome<DeliveryResult>> RunAsync(
        string channel, ExportProfile profile, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(actor);
        var agencies = await officers.ListAgenciesAsync(cancellationToken).ConfigureAwait(false);
        if (agencies.FirstOrDefault(known => known.Id == actor.AgencyId) is not { } agency)
        {
            return Refusal.Of("SUP7433", actor.AgencyId);
        }

        var sources = new ActSources(
            agency, profile, null, null,
            (await officers.ListOfficersAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(officer => officer.Id, StringComparer.Ordinal));
        var acts = new ActTables(DataStandard.National);
        await AddTasksAsync(acts, sources, cancellationToken).ConfigureAwait(false);
        await AddCasesAsync(acts, sources, cancellationToken).ConfigureAwait(false);
        var delivery = new Delivery(channel, DataStandard.National, acts.Contents()) { IsComplete = true };
        return await _desk.RunAsync(
            delivery, (table, rows) => Task.FromResult<IReadOnlyList<BatchRow>>([.. rows.Select(row => row with { SubjectId = acts.SubjectOf(table, row) })]),
            "data.exported", actor, cancellationToken).ConfigureAwait(false);
    }

    private async Task AddTasksAsync(ActTables acts, ActSources sources, CancellationToken cancellationToken)
    {
        var items = (await catalog.ListItemsAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(item => item.Code, StringComparer.Ordinal);
        string? after = null;
        while (await tasks.ListPageAsync(sources.Agency.Id, after, PageSize, cancellationToken).ConfigureAwait(false) is { Count: > 0 } page)
        {
            foreach (var task in page.Where(task => task.RecordedAt is not null))
            {
                var own = sources with
                {
                    Subject = await subjects.FindAsync(task.SubjectId, cancellationToken).ConfigureAwait(false),
                    Item = items.GetValueOrDefault(task.ItemCode),
                };
                acts.Add("inspection", task.SubjectId, ActRows.Inspection(task, own));
                if (task.Order is not null)
                {
                    acts.Add("other", task.SubjectId, ActRows.Order(task, own));
                }
            }

            after = page[^1].Id;
        }
    }

    private async Task AddCasesAsync(ActTables acts, ActSources sources, CancellationToken cancellationToken)
    {
        string? after = null;
        while (await cases.ListPageAsync(new CaseQuery { AgencyId = sources.Agency.Id, AfterId = after, Limit = PageSize }, cancellationToken).ConfigureAwait(false) is { Count: > 0 } page)
        {
            foreach (var made in page)
            {
                var own = sources with { Subject = await subjects.FindAsync(made.SubjectId, cancellationToken).ConfigureAwait(false) };
                if (made.Decision is not null || made.Steps.Any(step => step.To == CaseState.NoPenalty))
                {
                    acts.Add("penalty", made.SubjectId, ActRows.Penalty(made, own));
                }

                for (var i = 0; i < made.Seizures.Count; i++)
                {
                    acts.Add("compulsion", made.SubjectId, ActRows.Compulsion(made, i, own));
                }
            }

            after = page[^1].Id;
        }
    }
}

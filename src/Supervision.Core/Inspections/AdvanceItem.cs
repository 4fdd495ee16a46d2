using System.Text.Json;
using Supervision.Audit;
using Supervision.Catalog;
using Supervision.Decisions;
using Supervision.Time;

namespace Supervision.Inspections;

/// <summary>Takes a step of an item of the catalogue: submit, return, publish, suspend, republish, retire.</summary>
[AllowedTo(Roles.Registrar, IsShared = true)]
public sealed class AdvanceItem(ICatalogStore catalog, ITaskStore tasks, IUnitOfWork work, AuthorityClock clock)
{
    /// <summary>Open tasks that are looked through for those of the item.</summary>
    private const int MostTasks = 10_000;

    /// <summary>
    /// Saves and journals the step, with the open tasks that it affects: they keep the version that they pinned. SUP2201: there is no such
    /// item; SUP1121 to SUP1125: see <see cref="ItemLifecycle"/>.
    /// </summary>
    /// <param name="code">Item code.</param>
    /// <param name="trigger">What happens.</param>
    /// <param name="actor">Who takes the step.</param>
    /// <param name="cancellationToken">Gives up; nothing is kept.</param>
    public async Task<Outcome<ItemStep>> RunAsync(string code, ItemTrigger trigger, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (await catalog.FindItemAsync(code, cancellationToken).ConfigureAwait(false) is not { } before)
        {
            return Refusal.Of("SUP2201", code);
        }

        var national = await catalog.ListNationalItemsAsync(cancellationToken).ConfigureAwait(false);
        var open = await tasks.ListAsync(new TaskQuery { Limit = MostTasks }, cancellationToken).ConfigureAwait(false);
        string[] affected = [.. open.Where(task => task.ItemCode == code).Select(task => task.Id)];
        var facts = new ItemFacts(before, clock.Today, national.Select(item => item.Code).ToHashSet(StringComparer.Ordinal), affected);
        if (!ItemLifecycle.Apply(facts, trigger).TryGet(out var after, out var refusal))
        {
            return refusal;
        }

        await catalog.SaveItemAsync(after, cancellationToken).ConfigureAwait(false);
        work.Append(new JournalRecord(JournalType(trigger), code, actor, clock.Now, CanonicalJson.Of(json =>
        {
            json.WriteString("from", before.State.ToString());
            json.WriteString("to", after.State.ToString());
            json.WriteNumber("version", after.Version);
            json.WriteStartArray("affectedTasks");
            foreach (var task in affected)
            {
                json.WriteStringValue(task);
            }

            json.WriteEndArray();
        })));
        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return new ItemStep(after, affected);
    }

    /// <summary>Type of the record of a step, such as "item.suspend".</summary>
    internal static string JournalType(ItemTrigger trigger) => "item." + JsonNamingPolicy.KebabCaseLower.ConvertName(trigger.ToString());
}

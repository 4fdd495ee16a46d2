using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.Catalog;

/// <summary>Registers agencies, items and checklists. All of a file or nothing of it: a catalogue is one decision.</summary>
[AllowedTo(Roles.Registrar, IsShared = true)]
public sealed class RegisterCatalog(
    ICatalogStore catalog, IOfficerStore officers, IUnitOfWork work, AuthorityClock clock)
{
    /// <summary>
    /// Saves the catalogue and journals what changed. Gives the number of changed entries, or the first thing
    /// that is wrong: SUP1101–1102 (checklist), SUP1111 (item code), SUP1112 (no legal basis), SUP1113 (unknown parent, owner
    /// or checklist), SUP1122–1124 (a published item without a basis in force, a national item or a content line), SUP2200 (the item
    /// stands elsewhere in its life-cycle: that takes a step of its own).
    /// </summary>
    public async Task<Outcome<int>> RunAsync(CatalogFile file, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        if ((Check(file) ?? await CheckListAsync(file, cancellationToken).ConfigureAwait(false)) is { } refusal)
        {
            return refusal;
        }

        var changed = 0;
        foreach (var item in file.National)
        {
            changed += await catalog.SaveNationalItemAsync(item, cancellationToken).ConfigureAwait(false) ? 1 : 0;
        }

        foreach (var agency in file.Agencies)
        {
            changed += await officers.SaveAgencyAsync(agency, cancellationToken).ConfigureAwait(false) ? 1 : 0;
        }

        foreach (var checklist in file.Checklists)
        {
            changed += await catalog.AddChecklistAsync(checklist, cancellationToken).ConfigureAwait(false) ? 1 : 0;
        }

        foreach (var item in file.Items)
        {
            changed += await catalog.SaveItemAsync(item, cancellationToken).ConfigureAwait(false) ? 1 : 0;
        }

        if (changed > 0)
        {
            work.Append(new JournalRecord("catalogue.registered", actor.AgencyId, actor, clock.Now, CanonicalJson.Of(json =>
            {
                json.WriteNumber("changed", changed);
                json.WriteStartArray("checklists");
                foreach (var checklist in file.Checklists)
                {
                    json.WriteStringValue($"{checklist.Reference.Id} {checklist.Reference.ContentHash}");
                }

                json.WriteEndArray();
            })));
        }

        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return changed;
    }

    // "One list": what is published maps to the national catalogue, and a file moves no item along its life-cycle.
    private async Task<Refusal?> CheckListAsync(CatalogFile file, CancellationToken cancellationToken)
    {
        var codes = (await catalog.ListNationalItemsAsync(cancellationToken).ConfigureAwait(false))
            .Concat(file.National).Select(item => item.Code).ToHashSet(StringComparer.Ordinal);
        var stored = (await catalog.ListItemsAsync(cancellationToken).ConfigureAwait(false))
            .ToDictionary(item => item.Code, item => item.State, StringComparer.Ordinal);
        foreach (var item in file.Items)
        {
            if (stored.TryGetValue(item.Code, out var state) && state != item.State)
            {
                return Refusal.Of("SUP2200", item.Code, state.ToString(), item.State.ToString());
            }

            if (item.State == ItemState.Published && ItemLifecycle.RefusePublished(item, clock.Today, codes) is { } unfit)
            {
                return unfit;
            }
        }

        return null;
    }

    private static Refusal? Check(CatalogFile file)
    {
        if (file.National.FirstOrDefault(item => !IsCode(item.Code)) is { } malformed)
        {
            return Refusal.Of("SUP1111", malformed.Code);
        }

        if (file.Checklists.Select(checklist => checklist.Check()).FirstOrDefault(r => r is not null) is { } wrong)
        {
            return wrong;
        }

        var items = file.Items.Select(item => item.Code).ToHashSet(StringComparer.Ordinal);
        var checklists = file.Checklists.Select(checklist => checklist.Id).ToHashSet(StringComparer.Ordinal);
        var agencies = file.Agencies.Select(agency => agency.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var item in file.Items)
        {
            if (!IsCode(item.Code))
            {
                return Refusal.Of("SUP1111", item.Code);
            }

            if (item.Basis.Count == 0)
            {
                return Refusal.Of("SUP1112", item.Code).On(new LegalBasis("国办发〔2015〕58号", ""));
            }

            if (!agencies.Contains(item.OwnerAgencyId)
                || (item.ParentCode is not null && !items.Contains(item.ParentCode))
                || (item.ChecklistId is not null && !checklists.Contains(item.ChecklistId)))
            {
                return Refusal.Of("SUP1113", item.Code, item.OwnerAgencyId, item.ParentCode ?? "-", item.ChecklistId ?? "-");
            }
        }

        return null;
    }

    private static bool IsCode(string code) => code.Length == 14 && code.All(char.IsAsciiDigit);
}

using System.Text.Json;
using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Inspections;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.Matters;

/// <summary>Opens matters and takes their steps inside the unit of work of a use case, which commits. One per scope.</summary>
public sealed class MatterWork(
    IMatterStore store, IOfficerStore officers, ITaskStore tasks, IUnitOfWork work, AuthorityClock clock, MatterClocks clocks, CurrentActor current)
{
    // A part's id is the matter's id, a dot and a number; a task's the word of its source, a dot and that.
    internal const int LongestId = 40;

    /// <summary>The fact of a reviewed warning: what its model says of the subject once it knows the outcome.</summary>
    internal const string LevelAfter = "levelAfter";

    /// <summary>The fact that keeps the reasons of the program whole, so that they can be said in any language; beside it "reasons" keeps their text.</summary>
    internal const string Explained = "explanation";

    private static readonly HashSet<string> s_reserved = new(StringComparer.Ordinal)
    {
        "task", "source", "quality", "level", LevelAfter, "model", "reasons", Explained, "signal", "centre", "category", "realName",
    };

    internal static IReadOnlyDictionary<string, string> NoFacts { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    internal MatterClocks Clocks => clocks;

    internal IMatterStore Store => store;

    internal DateTimeOffset Now => clock.Now;

    /// <summary>The matter of a kind. SUP7000: there is none of that id, or it is of another kind.</summary>
    internal async Task<Outcome<Matter>> FindAsync(string id, MatterKind kind, CancellationToken cancellationToken) =>
        await store.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } matter && matter.Kind == kind ? matter : Refusal.Of("SUP7000", id);

    internal Task<IReadOnlyList<Agency>> AgenciesAsync(CancellationToken cancellationToken) => officers.ListAgenciesAsync(cancellationToken);

    /// <summary>
    /// Adds and journals a matter. SUP7003: its id is malformed or taken; SUP7004: it begins in the future; SUP7006: the title or an agency
    /// is missing.
    /// </summary>
    internal async Task<Outcome<Matter>> OpenAsync(Matter matter, Actor actor, CancellationToken cancellationToken) =>
        await OpenAsync(matter, await store.ExistsAsync(matter.Id, cancellationToken).ConfigureAwait(false), actor, cancellationToken).ConfigureAwait(false);

    private async Task<Outcome<Matter>> OpenAsync(Matter matter, bool isTaken, Actor actor, CancellationToken cancellationToken)
    {
        if (!Identifier.IsValid(matter.Id) || matter.Id.Length > LongestId || isTaken)
        {
            return Refusal.Of("SUP7003", matter.Id, Invariant.Text(LongestId));
        }

        if (matter.OpenedAt > clock.Now)
        {
            return Refusal.Of("SUP7004", clocks.DateOf(matter.OpenedAt).ToString("O"));
        }

        if (matter.Title is not { Length: > 0 and <= 200 } || matter.AgencyId.Length == 0)
        {
            return Refusal.Of("SUP7006");
        }

        matter = matter with
        {
            Parties = [.. new[] { matter.AgencyId, matter.OriginAgencyId }.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Clock = clocks.For(matter, matter.OpenedAt),
        };
        await store.AddAsync(matter, cancellationToken).ConfigureAwait(false);
        work.Append(new JournalRecord($"{Noun(matter.Kind)}.opened", matter.Id, actor, clock.Now, CanonicalJson.Of(json =>
        {
            json.WriteString("category", matter.Category);
            json.WriteString("subject", matter.SubjectId);
            json.WriteString("agency", matter.AgencyId);
            json.WriteString("parent", matter.ParentId);
        })));
        return matter;
    }

    /// <summary>Adds and journals matters one after the other; the first refusal ends it, and then nothing may be committed.</summary>
    internal async Task<Outcome<IReadOnlyList<Matter>>> OpenAllAsync(IEnumerable<Matter> opening, Actor actor, CancellationToken cancellationToken)
    {
        List<Matter> all = [.. opening];
        var taken = (await store.ListTakenAsync([.. all.Select(matter => matter.Id)], cancellationToken).ConfigureAwait(false)).ToHashSet(StringComparer.Ordinal);
        var opened = new List<Matter>();
        foreach (var matter in all)
        {
            if (!(await OpenAsync(matter, taken.Contains(matter.Id), actor, cancellationToken).ConfigureAwait(false)).TryGet(out var one, out var refusal))
            {
                return refusal;
            }

            opened.Add(one);
        }

        return opened;
    }

    /// <summary>Takes and journals a step. SUP7004: it lies in the future; SUP7002, SUP7005, SUP7010 to SUP7019: see the life-cycle.</summary>
    internal async Task<Outcome<Matter>> StepAsync(
        Matter before, MatterEntry entry, Actor actor, CancellationToken cancellationToken, bool? categoryIsListed = null)
    {
        if (entry.At > clock.Now)
        {
            return Refusal.Of("SUP7004", clocks.DateOf(entry.At).ToString("O"));
        }

        var facts = new MatterFacts(before, entry)
        {
            Actor = current.Actor,
            Agencies = await officers.FindAgenciesAsync(entry.AgencyIds, cancellationToken).ConfigureAwait(false),
            Officers = await officers.FindOfficersAsync(entry.OfficerIds, cancellationToken).ConfigureAwait(false),
            Parts = await store.ListPartsAsync(before.Id, cancellationToken).ConfigureAwait(false),
            Task = before.Fact("task") is { } task ? await tasks.FindAsync(task, cancellationToken).ConfigureAwait(false) : null,
            OfficersNeeded = entry.Trigger == MatterTrigger.ArriveOnSite ? OfficersOn(clocks.DateOf(entry.At)) : null,
            On = clocks.DateOf(entry.At),
            CategoryIsListed = categoryIsListed,
        };
        if (!MatterFold.Take(facts, clocks, actor, clock.Now).TryGet(out var after, out var refusal))
        {
            return refusal;
        }

        await SaveAsync(before, after, "advanced", actor, cancellationToken).ConfigureAwait(false);
        return after;
    }

    internal async Task SaveAsync(Matter before, Matter after, string what, Actor actor, CancellationToken cancellationToken)
    {
        await store.UpdateAsync(after, cancellationToken).ConfigureAwait(false);
        var step = after.Steps[^1];
        work.Append(new JournalRecord($"{Noun(after.Kind)}.{what}", after.Id, actor, clock.Now, CanonicalJson.Of(json =>
        {
            json.WriteNumber("step", step.Number);
            json.WriteString("trigger", step.Entry.Trigger.ToString());
            json.WriteString("from", before.State.ToString());
            json.WriteString("to", after.State.ToString());
            json.WriteString("agency", after.AgencyId);
            json.WriteString("reference", step.Entry.Reference);
            json.WriteStartArray("told");
            foreach (var agency in step.Entry.AgencyIds)
            {
                json.WriteStringValue(agency);
            }

            json.WriteEndArray();
        })));
    }

    /// <summary>SUP7021: the step gives a fact that only the program may set, since guards rely on it. Null when it gives none.</summary>
    internal static Refusal? RefuseReserved(MatterEntry entry) =>
        entry.Facts.Keys.FirstOrDefault(s_reserved.Contains) is { } name ? Refusal.Of("SUP7021", name) : null;

    internal Task CommitAsync(CancellationToken cancellationToken) => work.CommitAsync(cancellationToken);

    /// <summary>Commits what was accepted, and hands the outcome on.</summary>
    internal async Task<Outcome<T>> CommitAsync<T>(Outcome<T> outcome, CancellationToken cancellationToken)
        where T : notnull
    {
        if (outcome.IsAccepted)
        {
            await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        return outcome;
    }

    /// <summary>Facts of a step, each by its name.</summary>
    internal static Dictionary<string, string> FactsOf(params IReadOnlyList<(string Name, string Value)> facts) =>
        facts.ToDictionary(fact => fact.Name, fact => fact.Value, StringComparer.Ordinal);

    private (int, LegalBasis) OfficersOn(DateOnly day) =>
        ((int)clocks.Policy.Number("onSite.officers", day), clocks.Policy.BasisOf("onSite.officers", day));

    private static string Noun(MatterKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());
}

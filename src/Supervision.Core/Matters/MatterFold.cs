using Supervision.Audit;
using Supervision.Decisions;

namespace Supervision.Matters;

/// <summary>What a step makes of a matter: whose turn it is, its facts, its clock. Pure.</summary>
internal static class MatterFold
{
    /// <summary>The matter after a step, or the refusal. SUP7005: the step lies before the one before it.</summary>
    public static Outcome<Matter> Take(MatterFacts facts, MatterClocks clocks, Actor by, DateTimeOffset recordedAt)
    {
        var (before, entry) = (facts.Matter, facts.Entry);
        if (entry.At < before.LastAt)
        {
            return Refusal.Of("SUP7005", Instant(entry.At), Instant(before.LastAt));
        }

        if (!MatterLifecycles.Of(before.Kind).Fire(before.State, entry.Trigger, facts).TryGet(out var step, out var refusal))
        {
            return refusal;
        }

        var after = Moved(before, step.To, entry, by, recordedAt);
        if (entry.Trigger == MatterTrigger.Extend)
        {
            return before.Clock is not { } running ? Refusal.Of("SUP7015", before.State.ToString())
                : clocks.Extend(running).TryGet(out var longer, out var none) ? after with { Clock = longer }
                : none;
        }

        return entry.Trigger == MatterTrigger.Repeat ? after : after with { Clock = clocks.For(after, entry.At) };
    }

    /// <summary>The matter after the next rung was told that it is overdue.</summary>
    public static Matter Escalate(Matter before, string to, bool isTop, MatterClocks clocks, Actor by, DateTimeOffset at)
    {
        var entry = new MatterEntry(MatterTrigger.Escalate, at) { Text = before.Clock!.Key, AgencyIds = [to] };
        return Moved(before, before.State, entry, by, at) with { Clock = clocks.Climb(before.Clock, at, isTop) };
    }

    /// <summary>The matter with its clock counted again by a changed calendar.</summary>
    public static Matter Recount(Matter before, MatterClocks clocks, Actor by, DateTimeOffset at)
    {
        var entry = new MatterEntry(MatterTrigger.Recount, at) { Text = before.Clock!.Key };
        var counted = before.Clock.Rung == 0
            ? clocks.Recount(before.Clock)
            : clocks.RecountLadder(before.Clock, before.Escalations.Last().Entry.At);
        return Moved(before, before.State, entry, by, at) with { Clock = counted };
    }

    private static Matter Moved(Matter before, MatterState to, MatterEntry entry, Actor by, DateTimeOffset recordedAt)
    {
        var facts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in before.Facts.Concat(entry.Facts))
        {
            facts[name] = value;
        }

        if (entry is { Trigger: MatterTrigger.Triage, Category: { } category })
        {
            facts["category"] = category;
        }

        var holder = HolderAfter(before, entry);
        return before with
        {
            State = to,
            AgencyId = holder,
            Facts = facts,
            Parties = [.. before.Parties.Append(holder).Concat(entry.AgencyIds).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Steps = [.. before.Steps, new MatterStep(before.Steps.Count + 1, before.State, to, entry, by, recordedAt)],
        };
    }

    // A warning stays with its centre, whose parts travel; everything else travels itself.
    private static string HolderAfter(Matter before, MatterEntry entry) => (before.Kind, entry.Trigger) switch
    {
        (MatterKind.Warning, _) => before.AgencyId,
        (_, MatterTrigger.Dispatch or MatterTrigger.Transfer or MatterTrigger.DisputeJurisdiction) => entry.AgencyIds[0],
        (MatterKind.Event, MatterTrigger.Return) => before.State == MatterState.FedBack ? WhoFedBack(before) : before.Fact("centre") ?? before.OriginAgencyId,
        (MatterKind.Event, MatterTrigger.FeedBack or MatterTrigger.Decline) => before.OriginAgencyId,
        _ => before.AgencyId,
    };

    // To whom it was sent last; a part of a warning was sent by being opened, and is its own agency's to feed back.
    private static string WhoFedBack(Matter before) =>
        before.Steps.LastOrDefault(step => step.Entry.Trigger is MatterTrigger.Dispatch or MatterTrigger.Transfer)?.Entry.AgencyIds[0]
        ?? before.Last(MatterTrigger.FeedBack)!.By.AgencyId;

    private static string Instant(DateTimeOffset at) => at.ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture);
}

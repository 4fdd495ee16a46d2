using System.Globalization;
using Supervision.Decisions;
using Supervision.Lifecycles;

namespace Supervision.Matters;

/// <summary>Conditions on the steps of an entry of a list.</summary>
internal static class ListGuards
{
    /// <summary>Nobody is listed unheard: the subject pleaded, or its time for that is over.</summary>
    public static readonly Guard<MatterFacts> PleaHeardOrOver = new("plea heard, or its time over", facts =>
        facts.Matter.Last(MatterTrigger.Plead) is null && Day(facts.Matter, "pleaBy") is { } last && facts.On <= last
            ? Refusal.Of("SUP3157", facts.Matter.Id, Invariant.Text(last))
            : null);

    /// <summary>The least time on the list is over.</summary>
    public static readonly Guard<MatterFacts> LeastTimeIsOver = new("least time over", facts =>
        Day(facts.Matter, "liftFrom") is { } first && facts.On < first
            ? Refusal.Of("SUP3158", facts.Matter.Id, Invariant.Text(first))
            : null);

    /// <summary>What a removal asks for is done, as the request or the step says: the duty, the public promise.</summary>
    public static readonly Guard<MatterFacts> AskedIsDone = new("what the removal asks for is done", facts =>
        (facts.Matter.Fact("asks") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(asked =>
            (facts.Entry.Facts.GetValueOrDefault(asked) ?? facts.Matter.Fact(asked)) != "yes") is { } missing
            ? Refusal.Of("SUP3159", facts.Matter.Id, missing)
            : null);

    private static DateOnly? Day(Matter matter, string name) =>
        matter.Fact(name) is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}

using System.CommandLine;
using System.Globalization;
using Supervision.Console.Shell;
using Supervision.Decisions;
using Supervision.Matters;

namespace Supervision.Console.Matters;

/// <summary>The options of a step of a matter, alike for every kind.</summary>
internal sealed class MatterOptions
{
    private readonly Option<string?> _text = new("--text") { HelpName = "TEXT" };
    private readonly Option<string[]> _agency = new("--agency") { HelpName = "ID" };
    private readonly Option<string[]> _officer = new("--officer") { HelpName = "ID" };
    private readonly Option<string?> _reference = new("--reference") { HelpName = "ID" };
    private readonly Option<string?> _category = new("--category") { HelpName = "CODE" };
    private readonly Option<string?> _item = new("--item") { HelpName = "CODE" };
    private readonly Option<string[]> _fact = new("--fact") { HelpName = "NAME=VALUE" };
    private readonly Option<string?> _at = At();

    public MatterOptions(Texts texts)
    {
        foreach (var option in All)
        {
            option.Description = texts[$"matter.option.{option.Name[2..]}"];
        }
    }

    public Option[] All => [_text, _agency, _officer, _reference, _category, _item, _fact, _at];

    /// <summary>An instant: with an offset, or as the authority's clocks showed it.</summary>
    public static Option<string?> At() => new("--at") { HelpName = "TIME" };

    /// <summary>The steps that people take; the others follow from the time or from what else happened.</summary>
    public static IEnumerable<MatterTrigger> ByPeople { get; } = [.. Enum.GetValues<MatterTrigger>().Except([MatterTrigger.Escalate, MatterTrigger.Repeat, MatterTrigger.Recount])];

    public static bool TryTrigger(string word, out MatterTrigger trigger) => StepWord.TryRead(word, out trigger) && ByPeople.Contains(trigger);

    /// <summary>The entry; SUP7020 for an instant or fact that cannot be read.</summary>
    public MatterEntry Read(CommandRun run, MatterTrigger trigger, DateTimeOffset now) => new(trigger, Instant(run.Arguments.GetValue(_at), now))
    {
        Text = run.Arguments.GetValue(_text) ?? "",
        AgencyIds = run.Arguments.GetValue(_agency) ?? [],
        OfficerIds = run.Arguments.GetValue(_officer) ?? [],
        Reference = run.Arguments.GetValue(_reference),
        Category = run.Arguments.GetValue(_category),
        ItemCode = run.Arguments.GetValue(_item),
        Facts = Pairs(run.Arguments.GetValue(_fact)),
    };

    public static DateTimeOffset Instant(string? text, DateTimeOffset now)
    {
        if (text is null)
        {
            return now;
        }

        string[] local = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd"];
        return DateTime.TryParseExact(text, local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock)
                ? new DateTimeOffset(clock, now.Offset)
            : DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
                ? instant
            : throw new RefusedException(Refusal.Of("SUP7020", text, "2026-01-31T17:05"));
    }

    public static Dictionary<string, string> Pairs(IEnumerable<string>? pairs)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in pairs ?? [])
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            facts[at > 0 ? pair[..at] : throw new RefusedException(Refusal.Of("SUP7020", pair, "NAME=VALUE"))] = pair[(at + 1)..];
        }

        return facts;
    }
}

using Supervision.Rules.Packs;
using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Ledgers;

/// <summary>Reads <c>timers:</c>.</summary>
internal sealed class TimerReader(PackReader reader, PackVocabulary vocabulary)
{
    /// <summary>The kinds of events that timers fire, before anything else is read.</summary>
    public static IEnumerable<string> Fired(PackNode? node) =>
        (node as PackSequence)?.Items.OfType<PackMapping>()
            .SelectMany(timer => timer.Entries.Where(entry => entry.Key.Text is "fire").Select(entry => entry.Value))
            .OfType<PackScalar>().Select(scalar => scalar.Text) ?? [];

    public IReadOnlyList<TimerRule> Read(PackNode? node) =>
        node is null ? [] : [.. reader.Items(node).Select(One)];

    private TimerRule One(PackNode node)
    {
        var form = reader.Object(node);
        var fire = vocabulary.Kind(reader, form.Required("fire"));
        var every = form.Optional("every");
        var timer = every is not null
            ? new TimerRule(fire, [], default, [], Repeats: true, WindowReader.Months(reader, every))
            : new TimerRule(
                fire,
                vocabulary.Kinds(reader, form.Required("since")),
                reader.Period(form.Required("after")),
                form.Optional("unless") is { } unless ? vocabulary.Kinds(reader, unless) : [],
                reader.Boolean(form.Required("repeat")),
                0);
        PackText.Note(reader, form);
        form.Done();
        return timer;
    }
}

using System.Globalization;
using Supervision.Decisions;
using Supervision.Rules.Facts;
using Supervision.Rules.Packs;
using Supervision.Rules.Policies;
using Supervision.Rules.Publishing;
using Supervision.Warnings;

namespace Supervision.Rules.Warnings;

/// <summary>
/// Risk models as rule packs: the events of a pack are its signals, and its decision <c>预警等级</c> says one of 无, 低, 中, 高.
/// Thread-safe.
/// </summary>
public sealed class WarningModels(LiveRulePacks live) : IWarningModels
{
    /// <summary>Models that stay as they are.</summary>
    public WarningModels(RulePackRegistry packs)
        : this(new LiveRulePacks(packs))
    {
    }

    private const string Decision = "预警等级";
    private static readonly string[] s_levels = ["无", "低", "中", "高"];

    /// <inheritdoc/>
    public Outcome<WarningAssessment> Assess(string model, string subjectId, IReadOnlyList<RiskSignal> signals, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(signals);
        var packs = live.Current;
        RulePack pack;
        try
        {
            pack = packs.On(model, asOf);
        }
        catch (RuleEvaluationException)
        {
            return Refusal.Of("SUP7101", model, Packs.Invariant.Text(asOf));
        }

        var events = new List<PolicyEvent>(signals.Count);
        foreach (var signal in signals)
        {
            if (!pack.Vocabulary.Events.TryGetValue(signal.Kind, out var type))
            {
                if (signal.Kind == RiskSignal.Reviewed)
                {
                    continue;
                }

                return Refusal.Of("SUP7102", signal.Id, $"{signal.Kind}: {string.Join(", ", pack.Vocabulary.Events.Keys)}");
            }

            var fields = new Dictionary<string, Fact>(StringComparer.Ordinal);
            foreach (var (name, text) in signal.Values)
            {
                if (!type.Fields!.TryGetValue(name, out var field) || Read(text, field) is not { } fact)
                {
                    return Refusal.Of("SUP7102", signal.Id, $"{name} = {text}");
                }

                fields[name] = fact;
            }

            events.Add(new PolicyEvent(
                signal.Id, signal.Kind, DateOnly.FromDateTime(signal.At.DateTime), signal.Sequence, Fact.Record(fields)));
        }

        try
        {
            var decided = new SubjectPolicy(packs, model).Decide(new SubjectHistory(subjectId, events), asOf);
            var level = Array.IndexOf(s_levels, decided.Result(Decision).Value.ToString());
            return level < 0
                ? Refusal.Of("SUP7102", model, $"{Decision} = {decided.Result(Decision).Value}")
                : new WarningAssessment((WarningLevel)level, decided.Policy, decided.Explanation);
        }
        catch (Exception wrong) when (wrong is ArgumentException or RuleEvaluationException)
        {
            return Refusal.Of("SUP7102", signals.Count == 0 ? model : signals[^1].Id, wrong.Message);
        }
    }

    private static Fact? Read(string text, FactType type) => type.Kind switch
    {
        FactKind.Number => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? Fact.Of(number) : null,
        FactKind.Truth => bool.TryParse(text, out var truth) ? Fact.Of(truth) : null,
        FactKind.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? Fact.Of(date) : null,
        FactKind.Text => Fact.Of(text),
        _ => null,
    };
}

using Supervision.Decisions;
using Supervision.Rules.Facts;
using Supervision.Rules.Ledgers;
using Supervision.Rules.Packs;

namespace Supervision.Rules.Decisions;

/// <summary>A grade on a scale, found stage by stage from the top. Each stage is explained, also one that changed nothing.</summary>
internal sealed class StagedDecision(string name, PackScale scale, IReadOnlyList<Stage> stages)
    : PackDecision(name, [(name, scale.Type)])
{
    public PackScale Scale { get; } = scale;

    public override DecisionResult Decide(CaseScope scope)
    {
        string? grade = null;
        string? pending = null;
        var why = new List<Explanation>();
        foreach (var stage in stages)
        {
            if (stage.When is { } when && !when.Truth(scope))
            {
                why.Add(Explanation.Of(Message.Of("rules.stage.skipped", stage.Name, when.Text)).On(stage.Basis));
                continue;
            }

            var next = Next(stage, grade, scope);
            pending = stage.Verb is "hold" && next != grade ? grade : pending;
            why.Add(Explanation.Of(Message.Of(
                next == grade ? "rules.stage.same" : "rules.stage.changed", stage.Name, stage.Verb, stage.Operand, grade ?? "-", next ?? "-"))
                .On(stage.Basis));
            grade = next;
            if (stage.IsFinal)
            {
                break;
            }
        }

        if (grade is null)
        {
            return DecisionResult.WithoutRow(this, Name);
        }

        var text = pending is null ? Message.Of("rules.grade", Name, grade) : Message.Of("rules.grade.pending", Name, grade, pending);
        return new DecisionResult(this, [Fact.Of(grade)], () => Explanation.Of(text, [.. why]))
        {
            Pending = pending is null ? default : Fact.Of(pending),
        };
    }

    private string? Next(Stage stage, string? grade, CaseScope scope) => stage.Verb switch
    {
        "set" => stage.Operand,
        "table" => scope.Value(stage.Operand).Text,
        "hold" => Previous(scope) ?? grade,
        _ when grade is null || Scale.Rank(grade) < 0 => grade,
        "atMost" => Scale.Rank(grade) < Scale.Rank(stage.Operand) ? stage.Operand : grade,
        _ => Scale.Rank(grade) > Scale.Rank(stage.Operand) ? stage.Operand : grade,
    };

    // The grade that was issued last; a subject that has none yet gets the new one.
    private string? Previous(CaseScope scope) => scope.State.History.Issued
        .Where(result => string.Equals(result.Decision, Name, StringComparison.Ordinal) && result.On <= scope.On)
        .OrderBy(result => result.On).LastOrDefault()?.Value.Text;
}

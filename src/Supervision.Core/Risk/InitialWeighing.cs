using Supervision.Credit;
using Supervision.Sampling;

namespace Supervision.Risk;

/// <summary>
/// Weighs subjects that were never assessed: the risk policy's answer for a blank history. Not thread-safe; keeps
/// the few answers it has given.
/// </summary>
public sealed class InitialWeighing(ICreditPolicy credit, IRiskPolicy risk) : IInitialWeighing
{
    private readonly Dictionary<(CreditRiskClass, DateOnly), SubjectWeight> _answers = [];

    /// <inheritdoc />
    public SubjectWeight For(string? deliveredRiskClass, DateOnly date)
    {
        var start = ClassOf(deliveredRiskClass);
        if (!_answers.TryGetValue((start, date), out var weight))
        {
            var standing = AssessSubject.From(new StandingRow("blank", deliveredRiskClass, null), null, 0, credit, risk, date);
            _answers[(start, date)] = weight = new SubjectWeight(standing.Class.ToString(), standing.Weight);
        }

        return weight;
    }

    /// <summary>The class a subject starts from: as delivered, else B, the normal one.</summary>
    /// <legal source="国市监信发〔2022〕6号" />
    public static CreditRiskClass ClassOf(string? deliveredRiskClass) =>
        deliveredRiskClass is null ? CreditRiskClass.B : Enum.Parse<CreditRiskClass>(deliveredRiskClass);
}

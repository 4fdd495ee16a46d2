using Supervision.Decisions;

namespace Supervision.Warnings;

/// <summary>Risk models 预警模型. Pure: equal arguments give equal assessments. Thread-safe.</summary>
public interface IWarningModels
{
    /// <summary>
    /// Assesses a subject by a model as of a civil day. SUP7101: there is no such model; SUP7102: a signal isn't what the model declares. A signal of the kind
    /// <see cref="RiskSignal.Reviewed"/>, without values, is for every model: one that knows nothing of it passes it over.
    /// </summary>
    Outcome<WarningAssessment> Assess(string model, string subjectId, IReadOnlyList<RiskSignal> signals, DateOnly asOf);
}

namespace Supervision.Decisions;

/// <summary>An outcome whatever its result is.</summary>
internal interface IOutcome
{
    Refusal? Refusal { get; }
}

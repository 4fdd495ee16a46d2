using Supervision.Decisions;

namespace Supervision.Warnings;

/// <summary>Where warnings of a model go.</summary>
/// <param name="Model">Policy id of the model.</param>
/// <param name="Fields">Fields of the agencies that get a task, each the nearest to the subject.</param>
/// <param name="AutomaticFrom">The level from which it is confirmed and dispatched without a person; null for never.</param>
/// <param name="Basis">Provision, with the days on which it applies.</param>
public sealed record WarningRoute(string Model, IReadOnlyList<string> Fields, WarningLevel? AutomaticFrom, LegalBasis Basis);

namespace Supervision.Comparison;

/// <summary>A comparison that was kept. Immutable.</summary>
/// <param name="Id">Identifier; those of its findings begin with it.</param>
/// <param name="AgencyId">Whose it is.</param>
/// <param name="AsOf">Day on which licences had to be valid.</param>
/// <param name="Policy">Name and version of what counted as the same business.</param>
/// <param name="MadeAt">When.</param>
/// <param name="Supervised">Records of the supervision data.</param>
/// <param name="Compared">Listings compared.</param>
/// <param name="Matched">Listings that are one business of the supervision data.</param>
public sealed record ComparisonRun(
    string Id, string AgencyId, DateOnly AsOf, string Policy, DateTimeOffset MadeAt, int Supervised, int Compared, int Matched);

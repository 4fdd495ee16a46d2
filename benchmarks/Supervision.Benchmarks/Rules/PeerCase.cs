namespace Supervision.Benchmarks.Rules;

/// <summary>What the table decides about.</summary>
internal sealed record PeerCase(decimal Points, int Months, string Risk, bool IsRepaired);

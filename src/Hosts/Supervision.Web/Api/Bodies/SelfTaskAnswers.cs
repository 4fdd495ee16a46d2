namespace Supervision.Web.Api;

/// <summary>What a subject hands in for a self-task.</summary>
/// <param name="Answers">Answers by part.</param>
/// <param name="Evidence">Reference of the evidence, or null.</param>
internal sealed record SelfTaskAnswers(IReadOnlyDictionary<string, string> Answers, string? Evidence);

using System.Globalization;
using Supervision.Credit;
using Supervision.Decisions;

namespace Supervision.SelfGovernance;

/// <summary>What a self-governance task asks: the points of a self-check, the headings of a report, the sections of a study, the questions of an exam. Immutable.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Kind">Kind of task that it is for.</param>
/// <param name="Title">Title as shown.</param>
/// <param name="Parts">What is to be answered, in order; ids unique.</param>
/// <param name="PassMark">For an exam: the share of right answers that passes, 0 to 100; else null.</param>
/// <param name="Basis">Where it comes from.</param>
public sealed record SelfTaskMaterial(
    string Id, SelfGovernanceKind Kind, string Title, IReadOnlyList<SelfTaskPart> Parts, decimal? PassMark, LegalBasis Basis)
{
    /// <summary>
    /// The score of what was handed in, 0 to 100: for an exam the share of right answers, else 100. SUP3146: a part is not answered, or an
    /// answer belongs to no part or is not among its options; SUP3147: a self-check shows no evidence; SUP3142: below the pass mark.
    /// </summary>
    /// <param name="answers">Answer by the id of its part.</param>
    /// <param name="evidence">For a self-check: the hash of the pictures, 64 hexadecimal digits; else null.</param>
    public Outcome<decimal> Judge(IReadOnlyDictionary<string, string> answers, string? evidence)
    {
        ArgumentNullException.ThrowIfNull(answers);
        foreach (var part in Parts)
        {
            var answer = answers.GetValueOrDefault(part.Id);
            if (string.IsNullOrWhiteSpace(answer) || (part.Options.Count > 0 && !part.Options.Contains(answer, StringComparer.Ordinal)))
            {
                return Refusal.Of("SUP3146", Title, part.Id, string.Join(", ", part.Options));
            }
        }

        if (answers.Keys.FirstOrDefault(key => Parts.All(part => part.Id != key)) is { } foreign)
        {
            return Refusal.Of("SUP3146", Title, foreign, "");
        }

        if (Kind == SelfGovernanceKind.SelfCheck && !Hashing.Digest.TryParse(evidence ?? "", out _))
        {
            return Refusal.Of("SUP3147", Title);
        }

        if (PassMark is not { } pass)
        {
            return 100m;
        }

        var score = 100m * Parts.Count(part => part.Right == answers[part.Id]) / Parts.Count;
        return score >= pass
            ? score
            : Refusal.Of("SUP3142", Title, score.ToString("0.#", CultureInfo.InvariantCulture), pass.ToString("0.#", CultureInfo.InvariantCulture)).On(Basis);
    }
}

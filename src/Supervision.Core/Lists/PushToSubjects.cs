using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Matters;
using Supervision.Registry;

namespace Supervision.Lists;

/// <summary>Pushes a notice or a law to subjects 精准推送, each with a receipt of its own.</summary>
[AllowedTo(Roles.CreditClerk | Roles.Inspector | Roles.Planner | Roles.Head)]
public sealed class PushToSubjects(MatterWork matters, ISubjectStore subjects, CurrentActor current)
{
    /// <summary>Most subjects of one push: it is one transaction.</summary>
    public const int MostSubjects = 5000;

    private const int LongestId = 30;

    /// <summary>
    /// Saves and journals the push and its receipts. SUP1222: a subject is not registered; SUP3152: none or too many subjects; SUP7003,
    /// SUP7006: id, title; SUP9302: another agency's.
    /// </summary>
    /// <param name="id">Identifier, at most 30 characters: receipts append to it.</param>
    /// <param name="title">What it is, in a line.</param>
    /// <param name="agencyId">The agency that pushes it.</param>
    /// <param name="subjectIds">Subjects; one that is named twice gets it once.</param>
    /// <param name="text">The text, or where it is to be read.</param>
    /// <param name="actor">Who pushes it.</param>
    /// <param name="cancellationToken">Gives up; nothing is kept.</param>
    /// <returns>The push and its receipts, in this order.</returns>
    public async Task<Outcome<IReadOnlyList<Matter>>> RunAsync(
        string id, string title, string agencyId, IReadOnlyList<string> subjectIds, string text, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(subjectIds);
        ArgumentNullException.ThrowIfNull(actor);
        if (current.RefuseAgency(agencyId) is { } foreign)
        {
            return foreign;
        }

        if (!(await TakersAsync(subjects, subjectIds, cancellationToken).ConfigureAwait(false)).TryGet(out var takers, out var refusal))
        {
            return refusal;
        }

        if (id.Length > LongestId)
        {
            return Refusal.Of("SUP7003", id, Invariant.Text(LongestId));
        }

        var push = new Matter
        {
            Id = id, Kind = MatterKind.Push, Category = "notice", Title = title, AgencyId = agencyId, OriginAgencyId = agencyId, OpenedAt = matters.Now,
            State = MatterState.Sent,
            Facts = MatterWork.FactsOf(("text", text), ("subjects", Invariant.Text(takers.Count))),
        };
        List<Matter> opening = [push, .. takers.Select((taker, at) => Receipts.Of(
            $"{id}.{Invariant.Text(at + 1)}", id, nameof(MatterKind.Push), title, agencyId, agencyId, taker, matters.Now))];
        return await matters.CommitAsync(await matters.OpenAllAsync(opening, actor, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The subjects that are named, each once and by id. SUP3152: none or too many; SUP1222: one is not registered.</summary>
    internal static async Task<Outcome<List<string>>> TakersAsync(ISubjectStore subjects, IReadOnlyList<string> subjectIds, CancellationToken cancellationToken)
    {
        List<string> takers = [.. subjectIds.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (takers.Count is 0 or > MostSubjects)
        {
            return Refusal.Of("SUP3152", Invariant.Text(takers.Count), Invariant.Text(MostSubjects));
        }

        // A thousand a question.
        foreach (var some in takers.Chunk(1000))
        {
            var known = await subjects.FindAllAsync(some, cancellationToken).ConfigureAwait(false);
            if (some.FirstOrDefault(taker => !known.ContainsKey(taker)) is { } unknown)
            {
                return Refusal.Of("SUP1222", unknown);
            }
        }

        return takers;
    }
}

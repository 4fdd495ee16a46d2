using Supervision.Catalog;
using Supervision.Decisions;
using Supervision.Registry;
using Supervision.Risk;
using Supervision.Sampling;
using Supervision.Time;

namespace Supervision.Lists;

/// <summary>Finds the subjects of a target, by id. One per scope.</summary>
public sealed class FindTargets(IDrawStore draws, ICatalogStore catalog, IStandingStore standings, IInitialWeighing initial, AuthorityClock clock)
{
    /// <summary>
    /// Ids in order. SUP2201: no such item; SUP3152: there are none, or more than a push may have; SUP3164: class or grade is none of A to D.
    /// </summary>
    public async Task<Outcome<IReadOnlyList<string>>> RunAsync(SubjectTarget target, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (new[] { target.RiskClass, target.Grade }.FirstOrDefault(letter => letter is not (null or "A" or "B" or "C" or "D")) is { } unknown)
        {
            return Refusal.Of("SUP3164", unknown);
        }

        var item = target.ItemCode is { } code ? await catalog.FindItemAsync(code, cancellationToken).ConfigureAwait(false) : null;
        if (target.ItemCode is not null && item is null)
        {
            return Refusal.Of("SUP2201", target.ItemCode);
        }

        // Both narrow: of the item's categories the one that is asked for.
        IReadOnlyList<string> categories = target.Category is not { } category ? item?.SubjectCategories ?? []
            : item is null or { SubjectCategories.Count: 0 } || item.SubjectCategories.Contains(category, StringComparer.Ordinal) ? [category]
            : [];
        var graded = target.Grade is { } grade ? await GradedAsync(grade, cancellationToken).ConfigureAwait(false) : null;
        var found = new List<string>();
        if (categories.Count > 0 || target.Category is null)
        {
            await foreach (var subject in draws.StreamFrameAsync(target.DivisionCode, categories, cancellationToken).ConfigureAwait(false))
            {
                if (Fits(subject, target) && (graded is null || graded.Contains(subject.Id)))
                {
                    found.Add(subject.Id);
                }
            }
        }

        return found.Count is 0 or > PushToSubjects.MostSubjects
            ? Refusal.Of("SUP3152", Invariant.Text(found.Count), Invariant.Text(PushToSubjects.MostSubjects))
            : found;
    }

    private bool Fits(FrameSubject subject, SubjectTarget target) =>
        subject.Status == SubjectStatus.Active
        && (target.Industry is null || subject.IndustryCode.StartsWith(target.Industry, StringComparison.Ordinal))
        && (target.RiskClass is null || (subject.Weight ?? initial.For(subject.DeliveredRiskClass, clock.Today)).Tier == target.RiskClass);

    private async Task<HashSet<string>> GradedAsync(string grade, CancellationToken cancellationToken)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in standings.StreamAsync(cancellationToken).ConfigureAwait(false))
        {
            if (row.Current?.Grade.ToString() == grade)
            {
                ids.Add(row.SubjectId);
            }
        }

        return ids;
    }
}

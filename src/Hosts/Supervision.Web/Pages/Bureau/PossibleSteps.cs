namespace Supervision.Web.Pages.Bureau;

/// <summary>The steps of a page: what may be done now, what not and why, and which one is being filled in. Immutable.</summary>
/// <param name="All">The steps.</param>
/// <param name="Words">Prefix of the texts: "case" has case.step.File and case.state.Filed.</param>
/// <param name="Chosen">The step whose form is open, or null.</param>
internal sealed record PossibleSteps(IReadOnlyList<PossibleStep> All, string Words, PossibleStep? Chosen)
{
    public IEnumerable<PossibleStep> Now => All.Where(step => step.NotNow is null);

    public IEnumerable<PossibleStep> NotNow => All.Where(step => step.NotNow is not null);
}

using Supervision.Time;
using Supervision.Web.SignIn;

namespace Supervision.Web.Pages.Mine;

/// <summary>A page of a subject about its own matters.</summary>
internal abstract class MinePage(OwnMatters own, AuthorityClock clock) : RefusingPage
{
    public DateOnly Today => clock.Today;

    protected DateTimeOffset Now => clock.Now;

    protected OwnMatters Own => own;

    /// <summary>An instant by the authority's clocks.</summary>
    public DateTimeOffset Local(DateTimeOffset instant) => clock.Local(instant);
}

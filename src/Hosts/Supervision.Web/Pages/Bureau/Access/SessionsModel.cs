using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Supervision.Audit;
using Supervision.Time;
using Supervision.Web.Limits;
using Supervision.Web.SignIn;

namespace Supervision.Web.Pages.Bureau.Access;

/// <summary>Where somebody is signed in: a person ends own sessions with the password, an administrator those of a person of the agency.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class SessionsModel(Sessions sessions, SignInUsers users, Accounts accounts, Lockout lockout, AuthorityClock clock) : ActingPage
{
    public IReadOnlyList<UserSession> Own { get; private set; } = [];

    /// <summary>Key of the text that says why not.</summary>
    public string? Problem { get; private set; }

    /// <summary>How many sessions an administrator has just ended; null when none was asked for.</summary>
    public int? Ended { get; private set; }

    public int Most => sessions.Most;

    public bool MayEndOthers => Actor.Roles.HasFlag(Roles.Administrator);

    public DateTimeOffset Local(DateTimeOffset instant) => clock.Local(instant);

    public bool IsThis(UserSession session) => Sessions.IsOf(User, session);

    public Task OnGetAsync() => ReadAsync();

    /// <summary>Ends one own session, or all but this one when none is named. Whoever finds an unlocked screen does not know the password.</summary>
    public async Task<IActionResult> OnPostAsync(string? session, string? password)
    {
        var user = users.Of(User);
        if (user is null || lockout.IsLocked(user.Name) || !await accounts.IsPasswordRightAsync(user, password ?? "", HttpContext.RequestAborted))
        {
            lockout.Failed(user?.Name ?? "");
            Problem = "sessions.wrong";
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            await ReadAsync();
            return Page();
        }

        await sessions.EndOwnAsync(Actor, one => string.IsNullOrEmpty(session) ? !IsThis(one) : one.KeyHash == session, HttpContext.RequestAborted);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostPersonAsync(string? person)
    {
        Ended = (await ActAsync<EndSessions, UserSession[]>(use => use.RunAsync(person ?? "", Actor, HttpContext.RequestAborted)))?.Length;
        await ReadAsync();
        return Page();
    }

    private async Task ReadAsync() =>
        Own = await Reading<ISessionStore>().ListOfPersonAsync(Actor.Id, Actor.AgencyId, HttpContext.RequestAborted);
}

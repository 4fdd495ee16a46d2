using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Supervision.Audit;
using Supervision.Web.Demo;
using Supervision.Web.Limits;
using Supervision.Web.SignIn;
using Supervision.Web.Telemetry;

namespace Supervision.Web.Pages;

/// <summary>Sign-in with name, password and, for whoever set one up, a one-time code. What was wrong is not told apart, so that names cannot be tried out.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
internal sealed partial class SignInModel(
    SignInUsers users, Accounts accounts, Lockout lockout, TimeProvider time, IHostEnvironment environment, WebMeters meters, ILogger<SignInModel> log) : PageModel
{
    public bool HasUsers => users.Any;

    public bool IsDemo => environment.IsEnvironment(DemoData.Environment);

    public string Back { get; private set; } = "/";

    public string Name { get; private set; } = "";

    /// <summary>Key of the text that says why not.</summary>
    public string? Problem { get; private set; }

    public static IEnumerable<Roles> RolesOf(Roles roles) =>
        Enum.GetValues<Roles>().Where(role => role is not (Roles.None or Roles.All) && roles.HasFlag(role));

    public void OnGet(string? back) => Back = Local(back);

    public async Task<IActionResult> OnPostAsync(string? name, string? password, string? code, string? back)
    {
        Back = Local(back);
        Name = name is { Length: <= 64 } ? name : "";
        var (user, proof) = (users.Find(Name), SignInProof.None);
        if (lockout.IsLocked(Name))
        {
            Problem = "signin.locked";
        }
        else if ((proof = await accounts.ProveAsync(user, password ?? "", code, HttpContext.RequestAborted)) == SignInProof.None)
        {
            lockout.Failed(Name);
            Problem = lockout.IsLocked(Name) ? "signin.locked" : "signin.wrong";
        }

        if (Problem is not null)
        {
            meters.SignedIn(Problem == "signin.locked" ? "locked" : "wrong");
            WasRefused(log, user is null ? "?" : user.Name, HttpContext.Connection.RemoteIpAddress?.ToString());
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Page();
        }

        meters.SignedIn("done");
        lockout.Succeeded(Name);
        await HttpContext.SignInAsync(user!, proof == SignInProof.BothFactors, time);
        return LocalRedirect(Back == "/" ? user!.Subject is null ? "/bureau" : "/mine" : Back);
    }

    private static string Local(string? back) => back is ['/', not ('/' or '\\'), ..] ? back : "/";

    [LoggerMessage(LogLevel.Warning, "Sign-in refused for {User} from {Address}")]
    private static partial void WasRefused(ILogger log, string user, string? address);
}

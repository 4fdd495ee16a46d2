using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using QRCoder;
using Supervision.Web.Limits;
using Supervision.Web.Localization;
using Supervision.Web.SignIn;

namespace Supervision.Web.Pages;

/// <summary>A person's own password and second factor. Each change wants the password once more, and ends the person's other sessions.</summary>
[Authorize(Policy = SignInPolicies.Person)]
[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class AccountModel(Accounts accounts, SignInUsers users, SignInSettings settings, Lockout lockout, Sessions sessions, WebTexts texts) : PageModel
{
    private SignInUser? _user;

    /// <summary>False when the person was signed in by somebody else, who keeps the password.</summary>
    public bool IsOurs => _user is not null;

    public bool HasSecondFactor { get; private set; }

    /// <summary>The person comes to no other page without a second factor.</summary>
    public bool IsHeld { get; private set; }

    /// <summary>Key of the text that says why not.</summary>
    public string? Problem { get; private set; }

    public bool IsChanged { get; private set; }

    /// <summary>The secret on offer as this host keeps it, as a picture and as text.</summary>
    public string Offer { get; private set; } = "";

    public string Picture { get; private set; } = "";

    public string Secret { get; private set; } = "";

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => _user = users.Of(User);

    public Task OnGetAsync(bool changed)
    {
        IsChanged = changed;
        return ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync(string? current, string? password, string? again)
    {
        if (await ConfirmedAsync(current) is not { } user)
        {
            return await RefuseAsync("account.wrong");
        }

        if (password is not { Length: >= Passwords.Shortest and <= Passwords.Longest })
        {
            return await RefuseAsync("account.length");
        }

        if (password != again)
        {
            return await RefuseAsync("account.differ");
        }

        if (Passwords.TriedFirst(password, FileOf(settings.Known), FileOf(settings.Words)) is not null)
        {
            return await RefuseAsync("account.known");
        }

        await accounts.SetPasswordAsync(user, password, HttpContext.RequestAborted);
        await EndOthersAsync();
        return RedirectToPage(new { changed = true });
    }

    /// <summary>Takes the second factor that was offered, when a code shows that the person has it; then the person signs in by it.</summary>
    public async Task<IActionResult> OnPostFactorAsync(string? current, string? offer, string? code)
    {
        if (await ConfirmedAsync(current) is not { } user)
        {
            return await RefuseAsync("account.wrong");
        }

        if (accounts.Offered(offer) is not { } secret || await accounts.HasSecondFactorAsync(user, HttpContext.RequestAborted)
            || !await accounts.SetSecondFactorAsync(user, secret, code, HttpContext.RequestAborted))
        {
            return await RefuseAsync("account.code");
        }

        await EndOthersAsync();
        await HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return Redirect("/sign-in");
    }

    /// <summary>Takes the second factor away, by both factors: for a new phone.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(string? current, string? code)
    {
        if (_user is null || lockout.IsLocked(_user.Name) || await accounts.ProveAsync(_user, current ?? "", code, HttpContext.RequestAborted) == SignInProof.None)
        {
            lockout.Failed(_user?.Name ?? "");
            return await RefuseAsync("account.wrong");
        }

        await accounts.SetSecondFactorAsync(_user, secret: null, code: null, HttpContext.RequestAborted);
        await EndOthersAsync();
        return RedirectToPage(new { changed = true });
    }

    private static IEnumerable<string> FileOf(string? path) => path is null ? [] : [path];

    private async Task<SignInUser?> ConfirmedAsync(string? password)
    {
        if (_user is not null && !lockout.IsLocked(_user.Name) && await accounts.IsPasswordRightAsync(_user, password ?? "", HttpContext.RequestAborted))
        {
            return _user;
        }

        lockout.Failed(_user?.Name ?? "");
        return null;
    }

    private async Task<IActionResult> RefuseAsync(string problem)
    {
        Problem = problem;
        Response.StatusCode = problem == "account.wrong" ? StatusCodes.Status401Unauthorized : StatusCodes.Status400BadRequest;
        await ShowAsync();
        return Page();
    }

    private Task EndOthersAsync() => sessions.EndOwnAsync(_user!.Actor, one => !Sessions.IsOf(User, one), HttpContext.RequestAborted);

    private async Task ShowAsync()
    {
        if (_user is null)
        {
            return;
        }

        HasSecondFactor = await accounts.HasSecondFactorAsync(_user, HttpContext.RequestAborted);
        IsHeld = !HasSecondFactor && accounts.NeedsSecondFactor(_user.Subject is not null);
        if (!HasSecondFactor)
        {
            Offer = accounts.Offer(out var secret);
            using var data = QRCodeGenerator.GenerateQrCode(OneTimeCode.Address(secret, texts["site"], _user.Name), QRCodeGenerator.ECCLevel.M);
            using var code = new SvgQRCode(data);
            Picture = code.GetGraphic(1, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
            Secret = string.Join(' ', OneTimeCode.Text(secret).Chunk(4).Select(four => new string(four)));
        }
    }
}

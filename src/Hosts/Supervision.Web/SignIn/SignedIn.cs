using System.Security.Claims;
using Supervision.Audit;

namespace Supervision.Web.SignIn;

/// <summary>
/// Who is behind this request, however signed in. Pages and handlers act through <see cref="CommandDesk"/> in the name of
/// <see cref="ActorAsync"/>. One request; not thread-safe.
/// </summary>
internal sealed class SignedIn(IHttpContextAccessor http, IServiceScopeFactory scopes)
{
    private Actor? _actor;

    private ClaimsPrincipal User => http.HttpContext?.User ?? new ClaimsPrincipal();

    /// <summary>Whether somebody is signed in.</summary>
    public bool IsSignedIn => User.Identity?.IsAuthenticated == true;

    /// <summary>The subject that signed in for itself, or null.</summary>
    public string? Subject => User.FindFirstValue(PersonClaims.Subject);

    /// <summary>
    /// The person with the roles that were granted at this moment: a grant taken back counts from the next request. A subject has
    /// the one role of subjects, under its own id in place of an agency.
    /// </summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in: the endpoint lacks a policy.</exception>
    public async ValueTask<Actor> ActorAsync(CancellationToken cancellationToken)
    {
        if (_actor is not null)
        {
            return _actor;
        }

        var person = User.FindFirstValue(PersonClaims.Person) ?? throw new InvalidOperationException("Nobody is signed in.");
        if (Subject is { } subject)
        {
            return _actor = new Actor(person, subject) { Roles = Roles.Subject };
        }

        var agency = User.FindFirstValue(PersonClaims.Agency) ?? throw new InvalidOperationException("The signed-in person has no agency.");
        await using var scope = scopes.CreateAsyncScope();
        var grant = await scope.ServiceProvider.GetRequiredService<IRoleStore>().FindAsync(person, agency, cancellationToken);
        var actor = new Actor(person, agency);
        return _actor = grant is null ? actor : actor with { Roles = grant.Roles, DivisionCode = grant.DivisionCode };
    }
}

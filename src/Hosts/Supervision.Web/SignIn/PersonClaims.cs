using System.Security.Claims;
using Supervision.Decisions;

namespace Supervision.Web.SignIn;

/// <summary>The three facts that every way of signing in yields. Roles are not among them: they are granted in the database.</summary>
internal static class PersonClaims
{
    /// <summary>The actor's id.</summary>
    public const string Person = "sub";

    /// <summary>The agency acted for.</summary>
    public const string Agency = "agency";

    /// <summary>The subject that signs in for itself, in place of an agency.</summary>
    public const string Subject = "subject";

    /// <summary>When the person proved who it is, for a session.</summary>
    public const string Since = "signed-in-at";

    /// <summary>Present when the person proved it by two factors.</summary>
    public const string TwoFactors = "two-factors";

    /// <summary>A principal, or null when the facts are no identifiers: an agency or a subject is needed, never both.</summary>
    public static ClaimsPrincipal? Principal(string? person, string? agency, string? subject, string scheme)
    {
        if (!Identifier.IsValid(person) || string.IsNullOrEmpty(agency) == string.IsNullOrEmpty(subject) || !Identifier.IsValid(agency is { Length: > 0 } ? agency : subject))
        {
            return null;
        }

        var identity = new ClaimsIdentity(scheme, Person, roleType: null);
        identity.AddClaim(new Claim(Person, person!));
        identity.AddClaim(agency is { Length: > 0 } ? new Claim(Agency, agency) : new Claim(Subject, subject!));
        return new ClaimsPrincipal(identity);
    }
}

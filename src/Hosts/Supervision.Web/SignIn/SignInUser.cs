using Supervision.Audit;

namespace Supervision.Web.SignIn;

/// <summary>A user of this host's own users file.</summary>
/// <param name="Name">What is typed at sign-in; unique.</param>
/// <param name="Person">The actor's id in the journal; for an inspector, of the officer.</param>
/// <param name="PasswordHash">As `hash-password` prints it.</param>
/// <param name="Agency">The agency acted for, or null.</param>
/// <param name="Subject">The subject, when the user is a business that looks after itself, in place of an agency.</param>
internal sealed record SignInUser(string Name, string Person, string PasswordHash, string? Agency = null, string? Subject = null)
{
    /// <summary>In whose name the person does what concerns the account alone, without roles.</summary>
    public Actor Actor => new(Person, Agency ?? Subject!);
}

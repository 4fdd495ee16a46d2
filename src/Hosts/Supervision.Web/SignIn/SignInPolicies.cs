namespace Supervision.Web.SignIn;

/// <summary>Who may come to an endpoint at all. What a person may do there, the use cases decide.</summary>
internal static class SignInPolicies
{
    /// <summary>People of an agency: the fallback of everything that does not say otherwise.</summary>
    public const string Officer = "officer";

    /// <summary>Whoever is signed in, for an agency or as a subject.</summary>
    public const string Person = "person";

    /// <summary>A subject, for itself.</summary>
    public const string Subject = "subject";
}

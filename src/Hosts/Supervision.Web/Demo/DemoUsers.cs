using Supervision.Audit;
using Supervision.Web.SignIn;

namespace Supervision.Web.Demo;

/// <summary>The people of the demonstration: one for each role, of two agencies, and two businesses. Everybody knows their password.</summary>
internal static class DemoUsers
{
    /// <summary>The password of all of them; refused outside the demonstration.</summary>
    public const string Password = "demonstration";

    public const string Agency = "330700";
    public const string OtherAgency = "330782";

    /// <summary>Name at sign-in, person, agency, roles. Inspectors are officers of the agency that the walk gives most tasks.</summary>
    public static IReadOnlyList<(string Name, string Person, string Agency, Roles Roles)> Officers { get; } =
    [
        ("registrar", "registrar", Agency, Roles.Registrar),
        ("planner", "planner", Agency, Roles.Planner),
        ("drawer", "drawer", Agency, Roles.Drawer),
        ("inspector", "JH057", OtherAgency, Roles.Inspector),
        ("inspector2", "JH058", OtherAgency, Roles.Inspector),
        ("case-officer", "case-officer", Agency, Roles.CaseOfficer),
        ("reviewer", "reviewer", Agency, Roles.LegalReviewer),
        ("chair", "chair", Agency, Roles.HearingChair),
        ("head", "head", Agency, Roles.Head),
        ("credit", "credit", Agency, Roles.CreditClerk),
        ("author", "author", Agency, Roles.RuleAuthor),
        ("publisher", "publisher", Agency, Roles.RulePublisher),
        ("auditor", "auditor", Agency, Roles.Auditor),
        ("admin", "admin", Agency, Roles.Administrator),
        ("yiwu-credit", "yiwu-credit", OtherAgency, Roles.CreditClerk),
        ("yiwu", "yiwu", OtherAgency, Roles.Planner | Roles.Drawer | Roles.Inspector | Roles.CaseOfficer),
    ];

    /// <summary>Name at sign-in and subject.</summary>
    public static IReadOnlyList<(string Name, string Subject)> Businesses { get; } =
        [("noodle-shop", "92999999MA0NDL014U"), ("print-shop", "91999999MA0PR1NT3Q")];

    public static SignInUsers All()
    {
        var hash = Passwords.Hash(Password);
        return new SignInUsers(
        [
            .. Officers.Select(one => new SignInUser(one.Name, one.Person, hash, one.Agency)),
            .. Businesses.Select(one => new SignInUser(one.Name, one.Name, hash, Subject: one.Subject)),
        ]);
    }
}

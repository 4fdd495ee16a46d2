using Supervision.Audit;
using Supervision.Registry;

namespace Supervision.Testing.Tests.Documented;

// docs/guides/subjects-elsewhere.md, to the letter.
internal static class RegisterCopy
{
    public static async Task<ImportResult> CopyAsync(CommandDesk desk, IEnumerable<Company> companies, Action<string> report, CancellationToken stop)
    {
        var actor = new Actor("register-copy", "market") { Roles = Roles.Registrar };
        return await desk.RunAsync<ImportSubjects, ImportResult>(actor, use => use.RunAsync(
            "register", companies.Select((company, row) => new ImportRow<Subject>(row + 1, ToSubject(company), null)), actor,
            reject => report($"row {reject.Row}: {reject.Reason} {reject.Remedy}"), _ => { }, stop), stop);
    }

    public static Subject ToSubject(Company company) => new()
    {
        Id = company.Code, Kind = SubjectKind.Enterprise, Name = company.Name, DivisionCode = company.Division,
        Status = company.IsOpen ? SubjectStatus.Active : SubjectStatus.Deregistered,
    };

    internal sealed record Company(string Code, string Name, string Division, bool IsOpen);
}

using System.Globalization;
using System.Reflection;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Supervision.Audit;
using Supervision.Storage.Mapping;
using Supervision.Storage.Tests.Contract;
using Supervision.Tests;

namespace Supervision.Storage.Tests;

// Goal: every command and every table has a rule, and the page shows them all. A new one without a rule fails here.
public sealed class AccessPageTests
{
    private const string Mark = "<!-- generated from here on: SUPERVISION_APPROVE=1 dotnet test tests/Supervision.Storage.Tests -->\n";

    [Fact]
    public void UseCases_EachHasARule()
    {
        Assert.True(UseCases.All.Count > 10);
        var bare = UseCases.All.Where(useCase => UseCases.RuleOf(useCase) is null or { Roles: Roles.None }).Select(useCase => useCase.FullName);
        Assert.True(!bare.Any(), $"Put [AllowedTo(Roles.…)] on: {string.Join(", ", bare)} (docs/reference/access.md)");
    }

    [Fact]
    public void Tables_OfAgenciesAndDivisions_AreFilteredInEveryQuery()
    {
        using var context = new SupervisionDbContext(new DbContextOptionsBuilder<SupervisionDbContext>().UseSqlite().Options);
        foreach (var row in Rows(context))
        {
            var rule = row.GetCustomAttribute<ReachAttribute>()!;
            Assert.True(rule.Reach != Reach.Shared || rule.Because.Length > 0, $"{row.Name}: shared because of what?");
            var sql = (string)typeof(AccessPageTests).GetMethod(nameof(SqlOf), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(row).Invoke(null, [context])!;
            Assert.Equal(rule.Reach != Reach.Shared, sql.Contains("WHERE", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Page_ShowsEveryRule()
    {
        var path = SharedData.InRepository("docs", "reference", "access.md");
        var page = File.ReadAllText(path);
        var head = page[..(page.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length)];
        var wanted = head + Generated();
        if (Environment.GetEnvironmentVariable("SUPERVISION_APPROVE") == "1")
        {
            File.WriteAllText(path, wanted);
        }

        Assert.True(page == wanted, "docs/reference/access.md is not what the code says: SUPERVISION_APPROVE=1 dotnet test tests/Supervision.Storage.Tests");
    }

    private static string Generated()
    {
        Roles[] roles = [.. Enum.GetValues<Roles>().Where(role => role is not (Roles.None or Roles.All))];
        var text = new StringBuilder("\n## Commands\n\n✓ / ×: in matters of the own agency, of a foreign one; ✓: what it changes belongs to no single agency; ×: refused, and the refusal is journalled.\n\n| Command |");
        text.AppendJoin("", roles.Select(role => $" {role} |")).Append("\n| --- |").Insert(text.Length, " --- |", roles.Length).Append('\n');
        foreach (var useCase in UseCases.All)
        {
            var rule = UseCases.RuleOf(useCase)?.Roles ?? Roles.None;
            text.Append(CultureInfo.InvariantCulture, $"| `{useCase.Name}` |");
            var cell = UseCases.RuleOf(useCase)!.IsShared ? " ✓ |" : " ✓ / × |";
            text.AppendJoin("", roles.Select(role => rule.HasFlag(role) ? cell : " × |")).Append('\n');
        }

        text.Append("\n## Tables\n\n| Rows | An actor sees | Because |\n| --- | --- | --- |\n");
        using var context = new SupervisionDbContext(new DbContextOptionsBuilder<SupervisionDbContext>().UseSqlite().Options);
        foreach (var row in Rows(context))
        {
            var rule = row.GetCustomAttribute<ReachAttribute>()!;
            text.Append(CultureInfo.InvariantCulture, $"| `{context.Model.FindEntityType(row)!.GetTableName()}` | {Words(rule.Reach)}{(rule.Subject is null ? "" : "; a subject its own")} | {rule.Because} |\n");
        }

        text.Append("\n## Separated duties\n\nBy the journal's records: whom a record names under `persons`, else who wrote it; where somebody approves, whom it names as `approver`.\n\n| Whoever did | may not, in the same matter |\n| --- | --- |\n");
        foreach (var duty in SeparatedDuty.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{duty.First}` | `{duty.Second}` |\n");
        }

        return text.ToString();
    }

    private static string Words(Reach reach) => reach switch
    {
        Reach.OwnAgency => "those of the own agency; an auditor all",
        Reach.Division => "those of the own division",
        Reach.Party => "those in which the own agency takes part; an auditor all",
        _ => "all",
    };

    private static IEnumerable<Type> Rows(SupervisionDbContext context) =>
        context.Model.GetEntityTypes().Select(entity => entity.ClrType).OrderBy(row => row.Name, StringComparer.Ordinal);

    private static string SqlOf<T>(SupervisionDbContext context)
        where T : class => context.Set<T>().ToQueryString();
}

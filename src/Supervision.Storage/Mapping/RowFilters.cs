using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace Supervision.Storage.Mapping;

/// <summary>Puts the rule of each table into every query on it, so that no query can forget it.</summary>
internal static class RowFilters
{
    /// <summary>Adds the filter of a row record; a record without a rule is an error of the program.</summary>
    public static void Add(SupervisionDbContext context, ModelBuilder model, Type row)
    {
        var rule = row.GetCustomAttribute<ReachAttribute>() ?? throw new InvalidOperationException(
            $"{row.Name} has no rule who sees its rows: put [Reach(Reach.OwnAgency)], [Reach(Reach.Division)], [Reach(Reach.Party)] or "
            + "[Reach(Reach.Shared, \"because …\")] on it (docs/reference/access.md).");
        var method = rule.Reach switch
        {
            Reach.OwnAgency => nameof(ByAgency),
            Reach.Division => nameof(ByDivision),
            Reach.Party => nameof(ByParty),
            _ => null,
        };
        method = rule.Subject is null ? method : method + "OrSubject";
        if (method is not null)
        {
            typeof(RowFilters).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(row)
                .Invoke(null, rule.Subject is null ? [context, model] : [context, model, rule.Subject]);
        }
    }

    private static void ByAgency<T>(SupervisionDbContext context, ModelBuilder model)
        where T : class =>
        model.Entity<T>().HasQueryFilter(
            row => context.SeesAllAgencies || EF.Property<string>(row, "AgencyId") == context.OwnAgency);

    private static void ByParty<T>(SupervisionDbContext context, ModelBuilder model)
        where T : class =>
        model.Entity<T>().HasQueryFilter(
            row => context.SeesAllAgencies || EF.Property<string>(row, "Parties").Contains("|" + context.OwnAgency + "|"));

    private static void ByDivision<T>(SupervisionDbContext context, ModelBuilder model)
        where T : class =>
        model.Entity<T>().HasQueryFilter(
            row => context.Division == "" || EF.Property<string>(row, "DivisionCode").StartsWith(context.Division));

    private static void ByAgencyOrSubject<T>(SupervisionDbContext context, ModelBuilder model, string subject)
        where T : class =>
        model.Entity<T>().HasQueryFilter(
            row => context.SeesAllAgencies || EF.Property<string>(row, "AgencyId") == context.OwnAgency || EF.Property<string>(row, subject) == context.OwnSubject);

    private static void ByPartyOrSubject<T>(SupervisionDbContext context, ModelBuilder model, string subject)
        where T : class =>
        model.Entity<T>().HasQueryFilter(
            row => context.SeesAllAgencies || EF.Property<string>(row, "Parties").Contains("|" + context.OwnAgency + "|")
                || EF.Property<string>(row, subject) == context.OwnSubject);

    private static void ByDivisionOrSubject<T>(SupervisionDbContext context, ModelBuilder model, string subject)
        where T : class =>
        model.Entity<T>().HasQueryFilter(
            row => context.Division == "" || EF.Property<string>(row, "DivisionCode").StartsWith(context.Division) || EF.Property<string>(row, subject) == context.OwnSubject);
}

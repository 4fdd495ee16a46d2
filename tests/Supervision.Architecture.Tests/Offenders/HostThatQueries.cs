using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Supervision.Rules.Packs;

namespace Supervision.Architecture.Tests.Offenders;

/// <summary>What no host may do: hold a context, open a connection. It uses the rules as well, which Storage may not.</summary>
internal sealed class HostThatQueries
{
    public DbContext? Context { get; set; }

    public static Type Pack => typeof(RulePack);

    public static SqliteConnection Open() => new("Data Source=:memory:");
}

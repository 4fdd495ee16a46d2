using Microsoft.EntityFrameworkCore;
using Supervision.Storage.Tests.Contract;

namespace Supervision.Storage.Tests.Sqlite;

public sealed class SqliteSharedTransactionTests() : SharedTransactionContract(new SqliteStorage())
{
    protected override DbContextOptions OwnOptions => new DbContextOptionsBuilder().UseSqlite().Options;
}

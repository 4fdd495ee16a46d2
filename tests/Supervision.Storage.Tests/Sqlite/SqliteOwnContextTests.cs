using Microsoft.EntityFrameworkCore;
using Supervision.Storage.Tests.Contract;

namespace Supervision.Storage.Tests.Sqlite;

public sealed class SqliteOwnContextTests() : OwnContextContract(() => new SqliteStorage())
{
    protected override void Use(DbContextOptionsBuilder options) => options.UseSqlite();
}

using Microsoft.EntityFrameworkCore;
using Supervision.Storage.Tests.Contract;

namespace Supervision.Storage.Tests.PostgreSql;

public sealed class PostgreSqlOwnContextTests() : OwnContextContract(() => new PostgreSqlStorage())
{
    protected override void Use(DbContextOptionsBuilder options) => options.UseNpgsql();
}

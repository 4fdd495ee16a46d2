using Microsoft.EntityFrameworkCore;
using Supervision.Storage.Tests.Contract;

namespace Supervision.Storage.Tests.PostgreSql;

public sealed class PostgreSqlSharedTransactionTests() : SharedTransactionContract(new PostgreSqlStorage())
{
    protected override DbContextOptions OwnOptions => new DbContextOptionsBuilder().UseNpgsql().Options;
}

using Supervision.Storage.Tests.Contract;

namespace Supervision.Storage.Tests.PostgreSql;

public sealed class PostgreSqlStoreLawsTests() : StoreLawsContract(() => new PostgreSqlStorage());

public sealed class PostgreSqlRoundTripTests() : RoundTripContract(new PostgreSqlStorage());

public sealed class PostgreSqlUnitOfWorkTests() : UnitOfWorkContract(new PostgreSqlStorage());

public sealed class PostgreSqlAccessTests() : AccessContract(new PostgreSqlStorage());

public sealed class PostgreSqlPersonTests() : PersonContract(new PostgreSqlStorage());

public sealed class PostgreSqlFaultTests() : FaultContract(new PostgreSqlStorage());

public sealed class PostgreSqlHostileInputTests() : HostileInputContract(new PostgreSqlStorage());

public sealed class PostgreSqlIndicatorTests() : IndicatorContract(new PostgreSqlStorage());

public sealed class PostgreSqlVisitAuditTests() : VisitAuditContract(new PostgreSqlStorage());

public sealed class PostgreSqlJournalProofTests() : JournalProofContract(new PostgreSqlStorage());

public sealed class PostgreSqlBatchTests() : BatchContract(new PostgreSqlStorage());

public sealed class PostgreSqlComparisonTests() : ComparisonContract(new PostgreSqlStorage());

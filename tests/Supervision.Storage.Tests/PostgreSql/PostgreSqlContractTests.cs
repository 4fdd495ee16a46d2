using Supervision.Storage.Tests.Contract;

namespace Supervision.Storage.Tests.PostgreSql;

public sealed class PostgreSqlRoundTripTests() : RoundTripContract(new PostgreSqlStorage());

public sealed class PostgreSqlFrameTests() : FrameContract(new PostgreSqlStorage());

public sealed class PostgreSqlUnitOfWorkTests() : UnitOfWorkContract(new PostgreSqlStorage());

public sealed class PostgreSqlDocumentNumberTests() : DocumentNumberContract(new PostgreSqlStorage());

public sealed class PostgreSqlConcurrencyTests() : ConcurrencyContract(new PostgreSqlStorage());

public sealed class PostgreSqlAccessTests() : AccessContract(new PostgreSqlStorage());

public sealed class PostgreSqlIdempotencyTests() : IdempotencyContract(new PostgreSqlStorage());

public sealed class PostgreSqlOutboxTests() : OutboxContract(new PostgreSqlStorage());

public sealed class PostgreSqlCaseTests() : CaseContract(new PostgreSqlStorage());

public sealed class PostgreSqlMatterTests() : MatterContract(new PostgreSqlStorage());

public sealed class PostgreSqlPersonTests() : PersonContract(new PostgreSqlStorage());

public sealed class PostgreSqlPackTests() : PackContract(new PostgreSqlStorage());

public sealed class PostgreSqlFaultTests() : FaultContract(new PostgreSqlStorage());

public sealed class PostgreSqlHostileInputTests() : HostileInputContract(new PostgreSqlStorage());

public sealed class PostgreSqlIndicatorTests() : IndicatorContract(new PostgreSqlStorage());

public sealed class PostgreSqlVisitAuditTests() : VisitAuditContract(new PostgreSqlStorage());

public sealed class PostgreSqlBatchTests() : BatchContract(new PostgreSqlStorage());

public sealed class PostgreSqlComparisonTests() : ComparisonContract(new PostgreSqlStorage());

using Supervision.Storage.Tests.Contract;

namespace Supervision.Storage.Tests.Sqlite;

public sealed class SqliteRoundTripTests() : RoundTripContract(new SqliteStorage());

public sealed class SqliteFrameTests() : FrameContract(new SqliteStorage());

public sealed class SqliteUnitOfWorkTests() : UnitOfWorkContract(new SqliteStorage());

public sealed class SqliteDocumentNumberTests() : DocumentNumberContract(new SqliteStorage());

public sealed class SqliteConcurrencyTests() : ConcurrencyContract(new SqliteStorage());

public sealed class SqliteAccessTests() : AccessContract(new SqliteStorage());

public sealed class SqliteIdempotencyTests() : IdempotencyContract(new SqliteStorage());

public sealed class SqliteOutboxTests() : OutboxContract(new SqliteStorage());

public sealed class SqliteCaseTests() : CaseContract(new SqliteStorage());

public sealed class SqliteMatterTests() : MatterContract(new SqliteStorage());

public sealed class SqlitePersonTests() : PersonContract(new SqliteStorage());

public sealed class SqlitePackTests() : PackContract(new SqliteStorage());

public sealed class SqliteFaultTests() : FaultContract(new SqliteStorage());

public sealed class SqliteHostileInputTests() : HostileInputContract(new SqliteStorage());

public sealed class SqliteIndicatorTests() : IndicatorContract(new SqliteStorage());

public sealed class SqliteVisitAuditTests() : VisitAuditContract(new SqliteStorage());

public sealed class SqliteBatchTests() : BatchContract(new SqliteStorage());

public sealed class SqliteComparisonTests() : ComparisonContract(new SqliteStorage());

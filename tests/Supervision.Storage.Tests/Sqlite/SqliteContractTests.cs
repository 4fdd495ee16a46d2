using Supervision.Storage.Tests.Contract;

namespace Supervision.Storage.Tests.Sqlite;

public sealed class SqliteStoreLawsTests() : StoreLawsContract(() => new SqliteStorage());

public sealed class SqliteRoundTripTests() : RoundTripContract(new SqliteStorage());

public sealed class SqliteUnitOfWorkTests() : UnitOfWorkContract(new SqliteStorage());

public sealed class SqliteAccessTests() : AccessContract(new SqliteStorage());

public sealed class SqlitePersonTests() : PersonContract(new SqliteStorage());

public sealed class SqliteFaultTests() : FaultContract(new SqliteStorage());

public sealed class SqliteHostileInputTests() : HostileInputContract(new SqliteStorage());

public sealed class SqliteIndicatorTests() : IndicatorContract(new SqliteStorage());

public sealed class SqliteVisitAuditTests() : VisitAuditContract(new SqliteStorage());

public sealed class SqliteJournalProofTests() : JournalProofContract(new SqliteStorage());

public sealed class SqliteBatchTests() : BatchContract(new SqliteStorage());

public sealed class SqliteComparisonTests() : ComparisonContract(new SqliteStorage());

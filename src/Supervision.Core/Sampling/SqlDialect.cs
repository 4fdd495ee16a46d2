namespace Supervision.Sampling;

/// <summary>A database that can hash and compare bytes, and so draw where its rows are. Zero is "not set" and never valid.</summary>
public enum SqlDialect
{
    /// <summary>PostgreSQL 11 or later, encoding UTF8; SM3 by its extension pgcrypto.</summary>
    PostgreSql = 1,

    /// <summary>DuckDB 1.1 or later.</summary>
    DuckDb = 2,

    /// <summary>ClickHouse 21.1 or later: the first with window functions.</summary>
    ClickHouse = 3,

    /// <summary>Spark SQL 3 or later.</summary>
    Spark = 4,
}

using System.Globalization;
using System.Text;
using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>
/// Draws as SQL text, so that a draw can run where its rows are, and anybody can repeat one in a database of theirs. Everything
/// that is not an identifier enters as hexadecimal digits or a number. Pure and thread-safe.
/// </summary>
/// <remarks>
/// <para>A <c>tier-srs</c> draw takes two statements: <see cref="Count"/>, whose rows go to <see cref="ShardedDraw.Plan"/>, then
/// <see cref="SelectTierSrs"/> for a table that holds the whole frame, or <see cref="OfferTierSrs"/> for one that holds a shard,
/// whose rows go to <see cref="ShardedDraw.Merge"/>.</para>
/// <para>Rows come by id bytes where a whole draw is selected. A statement reads only and can be run again.</para>
/// </remarks>
public static class DrawSql
{
    /// <summary>Eligible subjects per cell: columns <c>cell</c> and <c>eligible</c>.</summary>
    public static string Count(SqlDialect dialect, SubjectTable table)
    {
        var sql = Words.Of(dialect, table);
        return $"""
            select {sql.Cell} as cell, count(*) as eligible
            from {sql.Table}
            where {sql.IsEligible}
            group by {sql.Cell}
            """;
    }

    /// <summary>The ids of a whole <c>tier-srs</c> draw, one column <c>id</c>, by id bytes.</summary>
    /// <param name="dialect">The database.</param>
    /// <param name="table">The whole frame.</param>
    /// <param name="plan">The plan made from its counts.</param>
    /// <param name="withCut">
    /// Whether tickets beyond the provisional cut are left out before sorting, which is several times quicker. Once in millions of
    /// draws that leaves too few: when there are fewer rows than <see cref="ShardPlan.Selected"/>, select again without it.
    /// </param>
    /// <exception cref="ArgumentException">SUP4304: the database has no SM3. SUP4305: there is no cell to draw from.</exception>
    public static string SelectTierSrs(SqlDialect dialect, SubjectTable table, ShardPlan plan, bool withCut = true)
    {
        var sql = Words.Of(dialect, table);
        return $"""
            {Tickets(sql, plan, withCut)},
            places as (
              select id, drawn, row_number() over (partition by cell order by ticket, {sql.ByBytes("id")}) as place
              from tickets where ticket <= cut
            )
            select id from places where place <= drawn order by {sql.ByBytes("id")}
            """;
    }

    /// <summary>
    /// What a shard offers for a <c>tier-srs</c> draw: columns <c>id</c>, <c>cell</c> and <c>ticket</c>, which is hexadecimal.
    /// </summary>
    /// <param name="dialect">The database.</param>
    /// <param name="table">One shard of the frame.</param>
    /// <param name="plan">The plan made from the counts of all shards.</param>
    /// <param name="all">True for every eligible subject, see <see cref="ShardedDraw.Offer"/>.</param>
    /// <exception cref="ArgumentException">SUP4304: the database has no SM3. SUP4305: there is no cell to draw from.</exception>
    public static string OfferTierSrs(SqlDialect dialect, SubjectTable table, ShardPlan plan, bool all = false)
    {
        var sql = Words.Of(dialect, table);
        return $"""
            {Tickets(sql, plan, withCut: !all)}
            select id, cell, {sql.Hex("ticket")} as ticket from tickets where ticket <= cut
            """;
    }

    /// <summary>The ids of a <c>poisson</c> draw, one column <c>id</c>, by id bytes. A shard's part is its part of the draw.</summary>
    /// <param name="dialect">The database.</param>
    /// <param name="table">The frame, or a shard of it.</param>
    /// <param name="cells">The cells with eligible subjects.</param>
    /// <param name="rates">A ratio for every cell.</param>
    /// <param name="kind">The hash function.</param>
    /// <param name="seed">The seed of this draw.</param>
    /// <exception cref="ArgumentException">SUP4013: a cell has no ratio. SUP4304, SUP4305 as above.</exception>
    public static string SelectPoisson(
        SqlDialect dialect, SubjectTable table, IEnumerable<string> cells, DrawRates rates, HashKind kind, Digest seed)
    {
        ArgumentNullException.ThrowIfNull(cells);
        ArgumentNullException.ThrowIfNull(rates);
        var sql = Words.Of(dialect, table);
        var rows = cells.Select(cell => (
            sql.Text(cell),
            sql.Ticket(Limit(rates.For(cell) ?? throw Invalid.Argument(nameof(rates), "SUP4013", cell)))));
        return $"""
            with cells as ({sql.Rows(["cell", "ceiling"], rows.Select(row => new[] { row.Item1, row.Item2 }))}),
            tickets as (
              select s.{sql.Id} as id, c.ceiling as ceiling, {sql.Hash(kind, DrawSeed.DrawKey(kind, seed), $"s.{sql.Id}")} as ticket
              from {sql.Table} s join cells c on s.{sql.Cell} = c.cell
              where {sql.IsEligibleIn("s")}
            )
            select id from tickets where ticket < ceiling order by {sql.ByBytes("id")}
            """;
    }

    /// <summary>Eligible subjects per weight: columns <c>weight</c> and <c>eligible</c>.</summary>
    public static string CountWeights(SqlDialect dialect, SubjectTable table)
    {
        var sql = Words.Of(dialect, table);
        return $"""
            select {sql.Weight} as weight, count(*) as eligible
            from {sql.Table}
            where {sql.IsEligible}
            group by {sql.Weight}
            """;
    }

    /// <summary>
    /// The ids of a whole <c>pareto</c> draw, one column <c>id</c>, by id bytes. Keys are integers of up to 175 bits, which only PostgreSQL
    /// divides exactly; elsewhere draw in the program.
    /// </summary>
    /// <param name="dialect">PostgreSQL.</param>
    /// <param name="table">The whole frame.</param>
    /// <param name="weights">All rows of <see cref="CountWeights"/>: from them follows who is drawn in any case.</param>
    /// <param name="n">How many, 0 or more.</param>
    /// <param name="kind">The hash function.</param>
    /// <param name="seed">The seed of this draw.</param>
    /// <exception cref="ArgumentException">SUP4306: another database than PostgreSQL.</exception>
    public static string SelectPareto(
        SqlDialect dialect, SubjectTable table, IEnumerable<WeightCount> weights, int n, HashKind kind, Digest seed)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        var sql = Words.Of(dialect, table);
        if (dialect != SqlDialect.PostgreSql)
        {
            throw Invalid.Argument(nameof(dialect), "SUP4306", dialect.ToString());
        }

        var (least, rest, total) = TakeAll.From([.. weights], n);
        return string.Create(CultureInfo.InvariantCulture, $"""
            with tickets as (
              select s.{sql.Id} as id, s.{sql.Weight}::numeric as weight, {sql.Hash(kind, DrawSeed.DrawKey(kind, seed), $"s.{sql.Id}")} as ticket
              from {sql.Table} s
              where {sql.IsEligibleIn("s")}
            ),
            ranks as (
              select id, weight, ticket, ('x' || encode(substring(ticket from 1 for 8), 'hex'))::bit(64)::bigint::numeric as r
              from tickets where weight < {least}
            ),
            odds as (
              select id, weight, ticket, 2 * (case when r < 0 then r + 18446744073709551616 else r end) + 1 as g from ranks
            ),
            keys as (
              select id, ticket, div(g * ({total} - {rest} * weight) * 18446744073709551616, (36893488147419103232 - g) * weight) as key
              from odds
            ),
            drawn as (
              select id from tickets where weight >= {least}
              union all
              (select id from keys order by key, ticket, {sql.ByBytes("id")} limit {rest})
            )
            select id from drawn order by {sql.ByBytes("id")}
            """);
    }

    // r < ppm · 2^64 / 10^6 as a comparison of whole tickets: the limit's 8 bytes before zeros; at 10^6 longer than any ticket.
    private static string Limit(int ppm) => ppm == DrawRate.Whole
        ? new string('f', 66)
        : ((ulong)(((UInt128)ppm << 64) / DrawRate.Whole)).ToString("x16", CultureInfo.InvariantCulture) + new string('0', 48);

    private static string Tickets(Words sql, ShardPlan plan, bool withCut)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var rows = plan.Cells.Select(cell => new[]
        {
            sql.Text(cell.Cell),
            cell.Selected.ToString(CultureInfo.InvariantCulture),
            sql.Ticket(Cut(withCut ? TierCandidates.ProvisionalCut(cell.Selected, cell.Eligible) : ulong.MaxValue)),
        });
        return $"""
            with cells as ({sql.Rows(["cell", "drawn", "cut"], rows)}),
            tickets as (
              select s.{sql.Id} as id, c.cell as cell, c.drawn as drawn, c.cut as cut,
                {sql.Hash(plan.HashKind, plan.DrawKey, $"s.{sql.Id}")} as ticket
              from {sql.Table} s join cells c on s.{sql.Cell} = c.cell
              where {sql.IsEligibleIn("s")}
            )
            """;
    }

    private static string Cut(ulong rank) => rank.ToString("x16", CultureInfo.InvariantCulture) + new string('f', 48);

    /// <summary>How a database says what the statements need.</summary>
    private sealed record Words(SqlDialect Dialect, string Table, string Id, string Cell, string Weight, string Status)
    {
        public string IsEligible => $"{Status} = 0 and {Weight} > 0";

        public static Words Of(SqlDialect dialect, SubjectTable table)
        {
            ArgumentNullException.ThrowIfNull(table);
            return dialect is >= SqlDialect.PostgreSql and <= SqlDialect.Spark
                ? new Words(
                    dialect, string.Join('.', table.Name.Select(Quoted)), Quoted(table.Id), Quoted(table.Cell), Quoted(table.Weight), Quoted(table.Status))
                : throw new ArgumentOutOfRangeException(nameof(dialect), dialect, "Unknown database.");

            string Quoted(string name) => dialect switch
            {
                // ClickHouse reads backslashes inside quotes.
                SqlDialect.ClickHouse => "\"" + name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"",
                SqlDialect.Spark => "`" + name.Replace("`", "``", StringComparison.Ordinal) + "`",
                _ => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"",
            };
        }

        public string IsEligibleIn(string alias) => $"{alias}.{Status} = 0 and {alias}.{Weight} > 0";

        // As hexadecimal UTF-8, so that no text of a cell can end a literal.
        public string Text(string value)
        {
            var hex = Convert.ToHexStringLower(Encoding.UTF8.GetBytes(value));
            return Dialect switch
            {
                SqlDialect.PostgreSql => $"convert_from(decode('{hex}', 'hex'), 'UTF8')",
                SqlDialect.DuckDb => $"decode(unhex('{hex}'))",
                SqlDialect.ClickHouse => $"unhex('{hex}')",
                _ => $"decode(unhex('{hex}'), 'UTF-8')",
            };
        }

        // PostgreSQL compares bytes; the others compare lower-case digits, whose order is the same.
        public string Ticket(string hex) => Dialect == SqlDialect.PostgreSql ? $"decode('{hex}', 'hex')" : $"'{hex}'";

        public string Hex(string ticket) => Dialect == SqlDialect.PostgreSql ? $"encode({ticket}, 'hex')" : ticket;

        public string ByBytes(string column) => Dialect == SqlDialect.PostgreSql ? $"{column} collate \"C\"" : column;

        public string Hash(HashKind kind, Digest key, string id) => (Dialect, kind) switch
        {
            (SqlDialect.PostgreSql, HashKind.Sha256) => $"sha256(decode('{key}', 'hex') || convert_to({id}, 'UTF8'))",
            (SqlDialect.PostgreSql, HashKind.Sm3) => $"digest(decode('{key}', 'hex') || convert_to({id}, 'UTF8'), 'sm3')",
            (SqlDialect.DuckDb, HashKind.Sha256) => $"sha256(unhex('{key}') || encode({id}))",
            (SqlDialect.ClickHouse, HashKind.Sha256) => $"lower(hex(SHA256(concat(unhex('{key}'), {id}))))",
            (SqlDialect.Spark, HashKind.Sha256) => $"sha2(concat(unhex('{key}'), cast({id} as binary)), 256)",
            _ => throw Invalid.Argument(nameof(kind), "SUP4304", Dialect.ToString(), kind.ToString()),
        };

        public string Rows(string[] columns, IEnumerable<string[]> rows)
        {
            var all = rows.ToList();
            if (all.Count == 0)
            {
                throw Invalid.Argument(nameof(rows), "SUP4305");
            }

            var selects = all.Select(row => "select " + string.Join(", ", row.Zip(columns, (value, column) => $"{value} as {column}")));
            return "\n  " + string.Join("\n  union all ", selects) + "\n";
        }
    }
}

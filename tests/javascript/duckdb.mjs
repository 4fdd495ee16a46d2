// Runs statements in DuckDB: node duckdb.mjs FILE. In: one JSON object in the file named, { "tables": { name: [[id, cell, weight, status], …] }, "queries": [text, …] }.
// Out: for each query its rows as arrays of text, as one JSON array. Exit code 9 when the package @duckdb/node-api is not installed.
import { readFileSync } from "node:fs";

let duckdb;
try {
  duckdb = await import("@duckdb/node-api");
} catch {
  process.exit(9);
}

const { tables, queries } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const connection = await (await duckdb.DuckDBInstance.create(":memory:")).connect();
for (const [name, rows] of Object.entries(tables)) {
  await connection.run(`create table "${name.replaceAll("\"", "\"\"")}" (id varchar, cell varchar, weight bigint, status integer)`);
  const appender = await connection.createAppender(name);
  for (const [id, cell, weight, status] of rows) {
    appender.appendVarchar(id);
    appender.appendVarchar(cell);
    appender.appendBigInt(BigInt(weight));
    appender.appendInteger(status);
    appender.endRow();
  }
  appender.closeSync();
}

const results = [];
for (const query of queries) {
  const reader = await connection.runAndReadAll(query);
  results.push(reader.getRows().map((row) => row.map(String)));
}
console.log(JSON.stringify(results));
process.exit(0);

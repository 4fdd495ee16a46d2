using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Supervision.Storage.Sqlite;

/// <summary>What the wrapper of SQLite leaves out.</summary>
[SuppressMessage("Interoperability", "SYSLIB1054", Justification = "LibraryImport would need unsafe code in the whole assembly.")]
internal static class SqliteNative
{
    /// <summary>Whether a transaction is open on a connection, begun by a statement or by a query that was not read to its end.</summary>
    public static bool IsReading(SQLitePCL.sqlite3 connection) => sqlite3_txn_state(connection.DangerousGetHandle(), 0) != 0;

    [DllImport("e_sqlite3")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern int sqlite3_txn_state(nint connection, nint schema);
}

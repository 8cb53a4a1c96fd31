using System.Runtime.InteropServices;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace BingAds.Analytics;

/// <summary>What a text of SQL is, before anything of it runs.</summary>
internal static partial class LakeStatement
{
    private const int Select = 1;

    /// <summary>Lets through one <c>SELECT</c> (also <c>WITH</c>, <c>FROM</c>, <c>VALUES</c>, <c>DESCRIBE</c>, <c>SUMMARIZE</c>) and nothing else.</summary>
    /// <exception cref="ReportLakeException">It is something else, or cannot be understood.</exception>
    public static void MustBeQuery(DuckDBConnection connection, string sql)
    {
        var count = NativeMethods.ExtractStatements.DuckDBExtractStatements(connection.NativeConnection, sql, out var statements);
        using (statements)
        {
            if (count == 0)
            {
                var error = NativeMethods.ExtractStatements.DuckDBExtractStatementsError(statements);
                throw string.IsNullOrEmpty(error)
                    ? new ReportLakeException(LakeFault.NotAQuery, "The query is empty.")
                    : new ReportLakeException(LakeFault.QueryFailed, error);
            }

            if (count > 1)
            {
                throw new ReportLakeException(LakeFault.NotAQuery, "A query is one statement: this text has several.");
            }

            var state = NativeMethods.ExtractStatements.DuckDBPrepareExtractedStatement(connection.NativeConnection, statements, 0, out var prepared);
            using (prepared)
            {
                if (!state.IsSuccess())
                {
                    throw new ReportLakeException(LakeFault.QueryFailed, NativeMethods.PreparedStatements.DuckDBPrepareError(prepared));
                }

                if (TypeOf(prepared.DangerousGetHandle()) != Select)
                {
                    throw new ReportLakeException(LakeFault.NotAQuery, "A lake is only read by queries: SELECT, and what is written in its place.");
                }
            }
        }
    }

    [LibraryImport("duckdb", EntryPoint = "duckdb_prepared_statement_type")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static partial int TypeOf(nint statement);
}

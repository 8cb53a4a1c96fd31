using System.Globalization;
using DuckDB.NET.Data;

namespace BingAds.Analytics;

public sealed partial class ReportLake
{
    /// <summary>
    /// Asks the lake in SQL, as DuckDB has it. Each report by day is a view of its name, <c>KeywordPerformance</c>; those by other times have theirs behind it, such as
    /// <c>KeywordPerformanceHourly</c>, <c>KeywordPerformanceWeekly</c>. A view of which nothing is there has its columns and no rows.
    /// </summary>
    /// <param name="sql">
    /// One <c>SELECT</c>. It sees the lake as it is at one moment, and nothing else: no other files, no network, and it changes nothing.
    /// </param>
    /// <param name="parameters">Values for <c>$name</c> in the text, by name without the dollar; null for none.</param>
    /// <param name="cancellationToken">Stops the wait for others and the query.</param>
    /// <returns>The rows, to be disposed of. The query has run, so the lake may change while they are read.</returns>
    /// <exception cref="ReportLakeException">The text is no query, the query fails, or others hold the folder for too long.</exception>
    public async Task<LakeRows> QueryAsync(string sql, IReadOnlyDictionary<string, object?>? parameters = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sql);
        using var held = await ReadAsync(cancellationToken).ConfigureAwait(false);
        return await Task.Run(() => Query(sql, parameters, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    private LakeRows Query(string sql, IReadOnlyDictionary<string, object?>? parameters, CancellationToken cancellationToken)
    {
        var connection = new DuckDBConnection("DataSource=:memory:");
        DuckDBCommand? command = null;
        try
        {
            connection.Open();
            Prepare(connection, sql);
            cancellationToken.ThrowIfCancellationRequested();
            LakeStatement.MustBeQuery(connection, sql);
            command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, value) in parameters ?? new Dictionary<string, object?>())
            {
                command.Parameters.Add(new DuckDBParameter(name, value));
            }

            var running = command;
            using var stop = cancellationToken.Register(() => running.Cancel());
            return new LakeRows(connection, command, command.ExecuteReader());
        }
        catch (Exception e)
        {
            command?.Dispose();
            connection.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            throw e is DuckDBException or InvalidOperationException ? new ReportLakeException(LakeFault.QueryFailed, e.Message, e) : e;
        }
    }

    private void Prepare(DuckDBConnection connection, string sql)
    {
        LakeViews.Execute(connection, string.Create(CultureInfo.InvariantCulture, $"""
            SET autoinstall_known_extensions = false;
            SET autoload_known_extensions = false;
            SET memory_limit = '{_options.QueryMemory >> 20}MiB';
            SET temp_directory = {LakeViews.Literal(Path.Combine(_layout.Own, "query"))};
            SET threads = {Math.Max(1, Environment.ProcessorCount)};
            """));
        LakeViews.Create(connection, _layout, sql);
        LakeViews.Execute(connection, $"""
            SET allowed_directories = [{LakeViews.Literal(_layout.Root + Path.DirectorySeparatorChar)}];
            SET enable_external_access = false;
            SET lock_configuration = true;
            """);
    }
}

using System.Runtime.CompilerServices;
using Apache.Arrow;
using BingAds.Errors;
using BingAds.Reporting;

namespace BingAds.Analytics;

/// <summary>The rows of a report file as columns: Arrow batches, or a Parquet file.</summary>
public static class ReportColumnar
{
    /// <summary>The rows as Arrow batches, which belong to the caller. Types follow from the names of the columns (<see cref="ReportSchema"/>), texts are plain UTF-8.</summary>
    /// <param name="reader">A report file that was not walked yet.</param>
    /// <param name="options">Size of a batch and what becomes of bad cells; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="FileFormatException">The file is damaged or short of rows; all whole rows before were given.</exception>
    /// <exception cref="FormatException">A cell is no value of its column's type, and bad cells are errors.</exception>
    public static IAsyncEnumerable<RecordBatch> ReadBatchesAsync(this ReportFileReader reader, ReportColumnarOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        options ??= new();
        options.Check();
        return WalkAsync(reader, options.Report, options.RowsPerGroup, options.BadCells, cancellationToken, default);
    }

    /// <summary>Writes the rows to one Parquet file. It appears under its name when it is whole, and a file of that name is replaced; until then it has the ending <c>.tmp</c>.</summary>
    /// <param name="reader">A report file that was not walked yet.</param>
    /// <param name="path">The file.</param>
    /// <param name="options">Compression, size of a row group and what becomes of bad cells; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the work; nothing is left behind.</param>
    /// <exception cref="FileFormatException">The file is damaged or short of rows: nothing is written.</exception>
    /// <exception cref="FormatException">A cell is no value of its column's type, and bad cells are errors: nothing is written.</exception>
    public static async Task<ReportParquetResult> WriteParquetAsync(
        this ReportFileReader reader, string path, ReportParquetOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentException.ThrowIfNullOrEmpty(path);
        options = (options ?? new()).Copy();
        var plan = await ReportPlan.ReadAsync(reader, options.Report, null, cancellationToken).ConfigureAwait(false);
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            var result = await WriteAsync(reader, plan, temporary, options, cancellationToken).ConfigureAwait(false);
            File.Move(temporary, path, overwrite: true);
            return result;
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static async Task<ReportParquetResult> WriteAsync(
        ReportFileReader reader, ReportPlan plan, string path, ReportParquetOptions options, CancellationToken cancellationToken)
    {
        // While one batch is packed by another thread, the next one is read.
        var batch = new RowBatch(plan.Schema, options.RowsPerGroup, options.BadCells);
        var other = new RowBatch(plan.Schema, options.RowsPerGroup, options.BadCells);
        var writing = Task.CompletedTask;
        var file = new ParquetFile(path, plan.ToArrow(), options.Compression);
        try
        {
            var rows = reader.ReadRows(cancellationToken).GetAsyncEnumerator();
            while (await rows.MoveNextAsync().ConfigureAwait(false))
            {
                if (batch.Append(rows.Current))
                {
                    await writing.ConfigureAwait(false);
                    (batch, other) = (other, batch);
                    writing = WriteAsync(file, other);
                }
            }

            await writing.ConfigureAwait(false);
            if (batch.Count > 0)
            {
                file.Write(batch);
            }

            file.Close();
        }
        finally
        {
            // What is being packed lies in memory of the batch.
            await ((Task)writing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            file.Dispose();
        }

        return new(reader.RowsRead, batch.Bad + other.Bad, batch.Bounds + other.Bounds, new FileInfo(path).Length);
    }

    private static Task WriteAsync(ParquetFile file, RowBatch batch) => Task.Run(() =>
    {
        file.Write(batch);
        batch.Clear();
    });

    private static async IAsyncEnumerable<RecordBatch> WalkAsync(
        ReportFileReader reader, string? report, int rowsPerBatch, BadCells badCells, CancellationToken outer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var both = outer.CanBeCanceled && cancellationToken.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(outer, cancellationToken) : null;
        var either = both?.Token ?? (outer.CanBeCanceled ? outer : cancellationToken);
        var plan = await ReportPlan.ReadAsync(reader, report, null, either).ConfigureAwait(false);
        var schema = plan.ToArrow();
        var batch = new RowBatch(plan.Schema, rowsPerBatch, badCells);
        var rows = reader.ReadRows(either).GetAsyncEnumerator();
        FileFormatException? failure = null;
        while (true)
        {
            try
            {
                if (!await rows.MoveNextAsync().ConfigureAwait(false))
                {
                    break;
                }
            }
            catch (FileFormatException e)
            {
                // The rows before the damage come first.
                failure = e;
                break;
            }

            if (batch.Append(rows.Current))
            {
                yield return batch.Leave(schema);
            }
        }

        if (batch.Count > 0)
        {
            yield return batch.Leave(schema);
        }

        if (failure is not null)
        {
            throw failure;
        }
    }
}

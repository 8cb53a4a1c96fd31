using System.IO.Compression;
using BingAds.Errors;
using BingAds.Files;

namespace BingAds.Bulk.Upload;

/// <summary>Writes the rows of one upload, packed on the way. Unlike a file's writer it takes rows that were made already, and tells how long the file is by now.</summary>
internal sealed class UploadRowsWriter : IAsyncDisposable
{
    private readonly CountingStream _packed;
    private readonly FileOutput _output;
    private readonly DelimitedWriter _rows;
    private readonly Dictionary<string, int> _extra;

    private UploadRowsWriter(CountingStream packed, FileOutput output, DelimitedWriter rows, Dictionary<string, int> extra)
    {
        _packed = packed;
        _output = output;
        _rows = rows;
        _extra = extra;
    }

    /// <summary>Bytes of the file so far; some rows may still be held in the packing.</summary>
    public long Bytes => _packed.Count;

    /// <summary>Starts the file: the header, and the row of the format version.</summary>
    public static async ValueTask<UploadRowsWriter> StartAsync(
        Stream target, UploadFormat format, IEnumerable<string> extraColumns, TimeProvider time, CancellationToken cancellationToken)
    {
        var packed = new CountingStream(target);
        var output = await FileOutput.CreateAsync(
            packed, format.IsPacked ? FileCompression.Zip : FileCompression.None, "bulk" + format.InnerExtension, time.GetUtcNow(), CompressionLevel.Fastest, cancellationToken).ConfigureAwait(false);
        string[] names = [.. extraColumns];
        var rows = new DelimitedWriter(output.Content, BulkColumns.Count + names.Length, new DelimitedWriterOptions { Separator = format.Separator });
        rows.Header([.. BulkColumnNames.All, .. names]);
        rows.Set(BulkColumns.Type, "Format Version");
        rows.Set(BulkColumns.Name, "6.0");
        rows.EndRowInBuffer();
        var extra = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++)
        {
            extra[names[i]] = BulkColumns.Count + i;
        }

        return new UploadRowsWriter(packed, output, rows, extra);
    }

    /// <summary>Whether the header has all columns of some rows.</summary>
    public bool HasColumns(BulkRowBatch rows)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            foreach (var (name, _) in rows[i].UnknownCells)
            {
                if (name.Length > 0 && !_extra.ContainsKey(name))
                {
                    return false;
                }
            }
        }

        return true;
    }

    public ValueTask WriteAsync(BulkRowBatch rows, CancellationToken cancellationToken)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            Write(rows[i], _rows, _extra);
        }

        return _rows.IsFull ? _rows.FlushAsync(cancellationToken) : default;
    }

    /// <summary>Writes what is held, and the end of the archive.</summary>
    public async ValueTask CompleteAsync(CancellationToken cancellationToken)
    {
        await _rows.FlushAsync(cancellationToken).ConfigureAwait(false);
        await _output.CompleteAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Without <see cref="CompleteAsync"/> before, an archive stays without its end.</summary>
    public ValueTask DisposeAsync()
    {
        _rows.Dispose();
        return _output.DisposeAsync();
    }

    internal static void Write(BulkRowWriter row, DelimitedWriter rows, Dictionary<string, int> extra)
    {
        rows.Begin();
        foreach (var column in row.FilledColumns)
        {
            rows.Append(column, row[column]);
        }

        if (row.UnknownCells.Count > 0)
        {
            var cells = new SortedDictionary<int, string>();
            foreach (var (name, text) in row.UnknownCells)
            {
                if (name.Length > 0)
                {
                    cells[extra[name]] = text;
                }
            }

            foreach (var (column, text) in cells)
            {
                if (text.Length > 0)
                {
                    rows.Append(column, System.Text.Encoding.UTF8.GetBytes(text));
                }
            }
        }

        rows.End();
    }

    private sealed class CountingStream(Stream target) : WriteOnlyStream
    {
        public long Count { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Count += buffer.Length;
            return target.WriteAsync(buffer, cancellationToken);
        }

        public override Task FlushAsync(CancellationToken cancellationToken) => target.FlushAsync(cancellationToken);
    }
}

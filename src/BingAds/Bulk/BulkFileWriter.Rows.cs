using BingAds.Errors;
using BingAds.Files;

namespace BingAds.Bulk;

public sealed partial class BulkFileWriter
{
    private async ValueTask WriteFirstAsync(BulkEntity entity, CancellationToken cancellationToken)
    {
        var rows = await StartAsync(entity.Source, cancellationToken).ConfigureAwait(false);
        await WriteAsync(rows, cancellationToken).ConfigureAwait(false);
    }

    private ValueTask WriteAsync(DelimitedWriter rows, CancellationToken cancellationToken)
    {
        for (var i = 0; i < _batch.Count; i++)
        {
            foreach (var (name, _) in _batch[i].UnknownCells)
            {
                if (!_extraColumns.ContainsKey(name))
                {
                    throw new EntityWriteException($"The column '{name}' is not in the header, which is written already; name it in {nameof(BulkFileWriterOptions)}.{nameof(BulkFileWriterOptions.UnknownColumns)}.") { Column = name };
                }
            }
        }

        for (var i = 0; i < _batch.Count; i++)
        {
            Write(_batch[i], rows);
        }

        RowCount += _batch.Count;
        return rows.IsFull ? rows.FlushAsync(cancellationToken) : default;
    }

    private void Write(BulkRowWriter row, DelimitedWriter rows)
    {
        rows.Begin();
        foreach (var column in row.FilledColumns)
        {
            rows.Append(column, row[column]);
        }

        if (row.UnknownCells.Count > 0)
        {
            WriteUnknown(row, rows);
        }

        rows.End();
    }

    // In the header's order, and each once: the last of two texts for one column counts.
    private void WriteUnknown(BulkRowWriter row, DelimitedWriter rows)
    {
        var cells = new SortedDictionary<int, string>();
        foreach (var (name, text) in row.UnknownCells)
        {
            cells[BulkColumns.Count + _extraColumns[name]] = text;
        }

        foreach (var (column, text) in cells)
        {
            if (text.Length > 0)
            {
                rows.Append(column, System.Text.Encoding.UTF8.GetBytes(text));
            }
        }
    }

    private async ValueTask<DelimitedWriter> StartAsync(BulkHeader? source, CancellationToken cancellationToken)
    {
        var names = (source?.UnknownNames ?? []).Concat(Enumerable.Range(0, _batch.Count).SelectMany(i => _batch[i].UnknownCells.Select(static c => c.Key)));
        foreach (var name in names)
        {
            if (name.Length > 0 && BulkColumns.Find(name) < 0 && !_extra.Contains(name))
            {
                _extra.Add(name);
            }
        }

        for (var i = 0; i < _extra.Count; i++)
        {
            _extraColumns[_extra[i]] = i;
        }

        var layout = _options.Layout ?? BulkFileLayout.Csv;
        var compression = (FileCompression)(_options.Compression ?? BulkFileCompression.None);
        var entryName = _options.EntryName ?? (layout == BulkFileLayout.Tsv ? "bulk.tsv" : "bulk.csv");
        var now = _options.TimeProvider.GetUtcNow();
        _output ??= await FileOutput.CreateAsync(_stream, compression, entryName, now, _options.CompressionLevel, cancellationToken).ConfigureAwait(false);
        var rows = new DelimitedWriter(_output.Content, BulkColumns.Count + _extra.Count, new DelimitedWriterOptions
        {
            Separator = layout == BulkFileLayout.Tsv ? DelimitedOptions.Tab : DelimitedOptions.Comma,
        });
        rows.Header([.. BulkColumnNames.All, .. _extra]);
        rows.Set(BulkColumns.Type, "Format Version");
        rows.Set(BulkColumns.Name, "6.0");
        rows.EndRowInBuffer();
        return _rows = rows;
    }
}

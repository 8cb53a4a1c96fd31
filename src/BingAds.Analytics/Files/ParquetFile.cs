using Apache.Arrow;
using ParquetSharp;
using ParquetSharp.Arrow;

namespace BingAds.Analytics;

/// <summary>A Parquet file that is being written, one row group at a time.</summary>
internal sealed class ParquetFile : IDisposable
{
    private readonly FileWriter _writer;
    private readonly WriterProperties _properties;
    private readonly ArrowWriterProperties _arrow;

    public ParquetFile(string path, Schema schema, ReportCompression compression)
    {
        using var builder = new WriterPropertiesBuilder();
        builder.CreatedBy("BingAds for .NET").EnableStoreDecimalAsInteger();
        if (compression == ReportCompression.Zstd)
        {
            builder.Compression(Compression.Zstd).CompressionLevel(1);
        }
        else
        {
            builder.Compression(compression == ReportCompression.Snappy ? Compression.Snappy : Compression.Uncompressed);
        }

        using var arrow = new ArrowWriterPropertiesBuilder();
        _properties = builder.Build();
        _arrow = arrow.StoreSchema().Build();
        _writer = new FileWriter(path, schema, _properties, _arrow);
    }

    public void Write(RowBatch batch)
    {
        _writer.NewRowGroup();
        foreach (var column in batch.Build(compact: true))
        {
            _writer.WriteColumnChunk(column);
        }
    }

    /// <summary>Writes the end, without which the file is none.</summary>
    public void Close() => _writer.Close();

    public void Dispose()
    {
        _writer.Dispose();
        _properties.Dispose();
        _arrow.Dispose();
    }
}

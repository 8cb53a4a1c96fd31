using System.Text;
using BingAds.Bulk;
using BingAds.Emulator.Api;
using BingAds.Errors;
using BingAds.Files;

namespace BingAds.Emulator.Bulk;

/// <summary>Reads the rows of an uploaded file one by one, and refuses what the service would not take for a bulk file.</summary>
internal sealed class UploadReader : IAsyncDisposable
{
    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    private readonly Stream _content;
    private readonly DelimitedReader _rows;
    private int _type;

    private UploadReader(Stream content, DelimitedReader rows, BulkFileLayout layout)
    {
        _content = content;
        _rows = rows;
        Layout = layout;
    }

    public BulkFileLayout Layout { get; }

    public BulkHeader Header { get; private set; } = null!;

    private BulkRow Row => new(_rows, Header, texts: null);

    /// <summary>Opens a file that came by HTTP, and reads up to its first record.</summary>
    /// <exception cref="UploadRejectedException">It is no bulk file.</exception>
    public static async ValueTask<UploadReader> OpenAsync(Stream file, string fileName, bool requireMark, CancellationToken cancellationToken)
    {
        FileContent? content = null;
        try
        {
            content = await FileContent.OpenAsync(file, cancellationToken: cancellationToken).ConfigureAwait(false);
            var isZip = fileName.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);
            if (content.Compression != (isZip ? FileCompression.Zip : FileCompression.None))
                throw UploadRejectedException.Format("The file is not what its name says.");
            var name = content.EntryName ?? fileName;
            var first = new byte[Mark.Length];
            var count = await content.ReadAtLeastAsync(first, first.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            if (requireMark && !first.AsSpan(0, count).SequenceEqual(Mark))
                throw UploadRejectedException.Format("The text does not start with the byte order mark of UTF-8.");
            var isTsv = name.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase);
            return await StartAsync(content, new PrependedStream(first.AsMemory(0, count), content), isTsv ? BulkFileLayout.Tsv : BulkFileLayout.Csv, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            await (content ?? file).DisposeAsync().ConfigureAwait(false);
            if (e is FileFormatException)
                throw UploadRejectedException.Format(e.Message);
            throw;
        }
    }

    /// <summary>Reads text that came within a call.</summary>
    /// <exception cref="UploadRejectedException">It is no bulk file.</exception>
    public static ValueTask<UploadReader> OpenAsync(Stream text, CancellationToken cancellationToken) => StartAsync(text, text, BulkFileLayout.Csv, cancellationToken);

    /// <summary>Goes to the next row.</summary>
    /// <exception cref="UploadRejectedException">The file is damaged.</exception>
    public async ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _rows.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (FileFormatException e)
        {
            throw UploadRejectedException.Format(e.Message);
        }
    }

    /// <summary>The record of the current row.</summary>
    public UploadedRow Take() => new(Row);

    /// <summary>Whether the result of the current row has all columns.</summary>
    public bool IsComplete() => UploadedRow.IsTypeComplete(_rows[_type]);

    public async ValueTask DisposeAsync()
    {
        _rows.Dispose();
        await _content.DisposeAsync().ConfigureAwait(false);
    }

    private static async ValueTask<UploadReader> StartAsync(Stream content, Stream text, BulkFileLayout layout, CancellationToken cancellationToken)
    {
        var rows = new DelimitedReader(text, new DelimitedOptions { Separator = layout == BulkFileLayout.Tsv ? DelimitedOptions.Tab : DelimitedOptions.Comma });
        var reader = new UploadReader(content, rows, layout);
        try
        {
            await reader.ReadStartAsync(cancellationToken).ConfigureAwait(false);
            return reader;
        }
        catch
        {
            rows.Dispose();
            throw;
        }
    }

    private async ValueTask ReadStartAsync(CancellationToken cancellationToken)
    {
        if (!await NextAsync(cancellationToken).ConfigureAwait(false))
            throw UploadRejectedException.Format("The file is empty.");
        var names = new string[_rows.ColumnCount];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = Encoding.UTF8.GetString(_rows[i]);
        }

        Header = new BulkHeader(names);
        if (!Header.Has(BulkColumns.Type))
            throw UploadRejectedException.Format("The file has no column Type.");
        _type = Array.IndexOf(names, BulkColumns.NameOf(BulkColumns.Type));
        if (!await NextAsync(cancellationToken).ConfigureAwait(false) || !_rows[_type].SequenceEqual("Format Version"u8))
            throw UploadRejectedException.Version(ErrorNumber.FormatVersionRequired, "The first row after the header is no Format Version.");
        var version = Encoding.UTF8.GetString(Row.Find(BulkColumns.Name).Utf8);
        if (version is not ("6.0" or "6"))
            throw UploadRejectedException.Version(ErrorNumber.FormatVersionNotSupported, $"The format version '{version}' is not supported.");
    }
}

using System.IO.Compression;
using BingAds.Files;

namespace BingAds.Bulk.Upload;

/// <summary>A file or stream that goes out as it is, or packed on its way.</summary>
internal sealed class FileBody : UploadBody
{
    private static readonly byte[] s_mark = [0xEF, 0xBB, 0xBF];

    private readonly Func<Stream> _open;
    private readonly bool _closes;
    private readonly bool _packs;
    private readonly TimeProvider _time;
    private readonly UploadFormat _format;

    private FileBody(Func<Stream> open, bool closes, bool isPacked, BulkFileLayout layout, bool packs, bool isRepeatable, long? length, TimeProvider time)
    {
        _open = open;
        _closes = closes;
        _packs = packs && !isPacked;
        _time = time;
        _format = new UploadFormat(layout, isPacked || packs);
        IsRepeatable = isRepeatable;
        Length = _packs ? null : length;
    }

    public override string Extension => _format.Extension;

    public override long? Length { get; }

    public override bool IsRepeatable { get; }

    public BulkFileLayout Layout => _format.Layout;

    public static FileBody OfFile(string path, bool packs, TimeProvider time)
    {
        var extension = Path.GetExtension(path).ToUpperInvariant();
        if (extension is not (".ZIP" or ".CSV" or ".TSV"))
        {
            throw new ArgumentException($"'{Path.GetFileName(path)}' ends neither in .zip nor in .csv or .tsv; the service takes no others.", nameof(path));
        }

        var layout = extension == ".TSV" || Path.GetExtension(Path.GetFileNameWithoutExtension(path)).Equals(".tsv", StringComparison.OrdinalIgnoreCase) ? BulkFileLayout.Tsv : BulkFileLayout.Csv;
        return new FileBody(() => Open(path), true, extension == ".ZIP", layout, packs, true, new FileInfo(path).Length, time);
    }

    public static FileBody OfStream(SubmitUploadParameters parameters, TimeProvider time)
    {
        var content = parameters.Content!;
        var start = content.CanSeek ? content.Position : 0;
        return new FileBody(
            () =>
            {
                if (content.CanSeek)
                {
                    content.Position = start;
                }

                return content;
            },
            false, parameters.IsContentPacked, parameters.FileType, parameters.CompressUploadFile, content.CanSeek, null, time);
    }

    public override async Task WriteAsync(Stream target, CancellationToken cancellationToken)
    {
        var source = _open();
        try
        {
            if (!_packs)
            {
                await source.CopyToAsync(target, cancellationToken).ConfigureAwait(false);
                return;
            }

            var output = await FileOutput.CreateAsync(
                target, FileCompression.Zip, "bulk" + _format.InnerExtension, _time.GetUtcNow(), CompressionLevel.Fastest, cancellationToken).ConfigureAwait(false);
            await using var closingOutput = output.ConfigureAwait(false);
            await PackAsync(source, output.Content, cancellationToken).ConfigureAwait(false);
            await output.CompleteAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (_closes)
            {
                await source.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    // The service takes no file without the byte order mark.
    private static async Task PackAsync(Stream source, Stream target, CancellationToken cancellationToken)
    {
        var first = new byte[3];
        var count = await source.ReadAtLeastAsync(first, 3, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        if (!first.AsSpan(0, count).SequenceEqual(s_mark))
        {
            await target.WriteAsync(s_mark, cancellationToken).ConfigureAwait(false);
        }

        await target.WriteAsync(first.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
        await source.CopyToAsync(target, cancellationToken).ConfigureAwait(false);
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true);
}

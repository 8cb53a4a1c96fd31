using System.Runtime.ExceptionServices;
using System.Text;
using BingAds.Errors;
using BingAds.Files;

namespace BingAds.Reporting;

/// <summary>The text of a report file and what form it has, told by its first bytes. XML comes out as CSV, so that everything else is done once.</summary>
internal sealed class ReportContent
{
    private const int FirstPeek = 4 << 10;
    private const int MostPeeked = FirstPeek * 4 * 4;

    private readonly XmlReportStream? _xml;

    private ReportContent(Stream stream, ReportFileFormat format, string? fileName)
    {
        Stream = stream;
        Format = format;
        FileName = fileName;
        _xml = stream as XmlReportStream;
    }

    /// <summary>CSV or TSV; owns all below it but the stream that was given.</summary>
    public Stream Stream { get; }

    public ReportFileFormat Format { get; }

    /// <summary>Name for errors.</summary>
    public string? FileName { get; }

    public byte Separator => Format == ReportFileFormat.Tsv ? DelimitedOptions.Tab : DelimitedOptions.Comma;

    /// <summary>The line of the file for a line of <see cref="Stream"/>.</summary>
    public long LineOf(long line) => _xml?.LineOf(line) ?? line;

    public static async ValueTask<ReportContent> OpenAsync(Stream file, ReportFileReaderOptions options, CancellationToken cancellationToken)
    {
        var content = await FileContent.OpenAsync(file, new ContentOptions
        {
            MaxBytes = options.MaxBytes,
            MaxExpansion = options.MaxExpansion,
            MaxEntries = options.MaxEntries,
            FileName = options.FileName,
            LeaveOpen = true,
        }, cancellationToken).ConfigureAwait(false);
        try
        {
            var name = content.EntryName ?? options.FileName;
            var (start, failure) = await PeekAsync(content, cancellationToken).ConfigureAwait(false);
            if (start is [0x1F, 0x8B, ..] or [(byte)'P', (byte)'K', 3, 4, ..])
            {
                throw new FileFormatException(FileFault.NotAReport, "The archive holds another archive in place of a report.") { File = name };
            }

            Stream text = new PeekedStream(start, failure, content);
            var isTranscoded = false;
            if (start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            {
                // Spreadsheets save UTF-16; the form is then told from the text in UTF-8.
                var encoding = new UnicodeEncoding(bigEndian: start[0] == 0xFE, byteOrderMark: true);
                text = Encoding.CreateTranscodingStream(text, encoding, new UTF8Encoding(false));
                (start, failure) = await PeekAsync(text, cancellationToken).ConfigureAwait(false);
                text = new PeekedStream(start, failure, text);
                isTranscoded = true;
            }

            var format = options.Format ?? Detect(start);
            return new ReportContent(format == ReportFileFormat.Xml ? new XmlReportStream(text, isTranscoded, name, options) : text, format, name);
        }
        catch
        {
            await content.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The first bytes; a failure behind them is told after they were read.</summary>
    private static async ValueTask<(byte[] Start, ExceptionDispatchInfo? Failure)> PeekAsync(Stream stream, CancellationToken cancellationToken)
    {
        var start = new byte[FirstPeek];
        var length = 0;
        ExceptionDispatchInfo? failure = null;
        try
        {
            while (await stream.ReadAsync(start.AsMemory(length), cancellationToken).ConfigureAwait(false) is var count and > 0)
            {
                length += count;
                if (IsEnough(start.AsSpan(0, length)) || length == MostPeeked)
                {
                    break;
                }

                if (length == start.Length)
                {
                    Array.Resize(ref start, length * 4);
                }
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            failure = ExceptionDispatchInfo.Capture(e);
        }

        return (start[..length], failure);
    }

    /// <summary>Whether the form can be told: a report that comes in slowly need not wait for 64 KiB.</summary>
    private static bool IsEnough(ReadOnlySpan<byte> start) => start.Length > 3 && (start[0] is 0xFF or 0xFE || IsXml(start) || FindSeparator(start, isWhole: false) is not null);

    private static ReportFileFormat Detect(ReadOnlySpan<byte> start) =>
        IsXml(start) ? ReportFileFormat.Xml : FindSeparator(start, isWhole: true) == DelimitedOptions.Tab ? ReportFileFormat.Tsv : ReportFileFormat.Csv;

    private static bool IsXml(ReadOnlySpan<byte> start)
    {
        var text = SkipMark(start).TrimStart(" \t\r\n"u8);
        return text.Length > 1 && text[0] == (byte)'<' && text[1] is (byte)'?' or (byte)'!' or (>= (byte)'A' and <= (byte)'Z') or (>= (byte)'a' and <= (byte)'z');
    }

    /// <summary>Looks for the first line that has separators and is none about the report. A tab decides, for texts hold commas and hardly ever tabs.</summary>
    private static byte? FindSeparator(ReadOnlySpan<byte> start, bool isWhole)
    {
        var text = SkipMark(start);
        var lineStart = 0;
        var (tabs, commas, isInside) = (0, 0, false);
        for (var i = 0; i <= text.Length; i++)
        {
            var b = i < text.Length ? text[i] : (byte)'\n';
            if (i == text.Length && !isWhole)
            {
                return null;
            }

            if (b == (byte)'"')
            {
                isInside = !isInside;
            }
            else if (isInside && i < text.Length)
            {
                continue;
            }
            else if (b == DelimitedOptions.Tab)
            {
                tabs++;
            }
            else if (b == DelimitedOptions.Comma)
            {
                commas++;
            }
            else if (b == (byte)'\n')
            {
                if (tabs + commas > 0 && !HeaderText.TrySplit(text[lineStart..i].TrimStart((byte)'"'), mayBeNew: false, out _))
                {
                    return tabs > 0 ? DelimitedOptions.Tab : DelimitedOptions.Comma;
                }

                (tabs, commas, lineStart) = (0, 0, i + 1);
            }
        }

        return null;
    }

    private static ReadOnlySpan<byte> SkipMark(ReadOnlySpan<byte> start)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        return start.StartsWith(mark) ? start[3..] : start;
    }
}

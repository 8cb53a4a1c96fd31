using System.Text;
using System.Xml;
using BingAds.Errors;
using BingAds.Files;

namespace BingAds.Reporting;

/// <summary>
/// An XML report as CSV with all cells quoted: lines about the report, names, rows. One element of the file is held at a time. It takes
/// <c>&lt;Report ReportName="..."&gt;&lt;XColumns&gt;&lt;Column name="Clicks"/&gt;&lt;/XColumns&gt;&lt;Table&gt;&lt;Row&gt;&lt;Clicks value="7"/&gt;...</c> in any namespace, a value as text of
/// its element as well as in an attribute, and cells as attributes of the row. No DTD, no entities, nothing from elsewhere.
/// </summary>
internal sealed class XmlReportStream : ReadOnlyStream
{
    private readonly Stream _source;
    private readonly XmlReader _xml;
    private readonly XmlReportText _text = new();
    private readonly XmlReportLayout _layout;
    private readonly string? _fileName;
    private bool _ended;

    /// <param name="source">The XML; closed with this stream.</param>
    /// <param name="isTranscoded">It is UTF-8 now, whatever its first line says.</param>
    /// <param name="fileName">Name for errors.</param>
    /// <param name="options">Limits, and the columns of a file that does not list them.</param>
    public XmlReportStream(Stream source, bool isTranscoded, string? fileName, ReportFileReaderOptions options)
    {
        _source = source;
        _fileName = fileName;
        var settings = new XmlReaderSettings
        {
            Async = true,
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        _xml = isTranscoded ? XmlReader.Create(new StreamReader(source, Encoding.UTF8), settings) : XmlReader.Create(source, settings);
        _layout = new XmlReportLayout(_text, options.MaxRowBytes);
    }

    /// <summary>The line of the XML for a line of the CSV.</summary>
    public long LineOf(long line) => _text.LineOf(line);

    public override int Read(byte[] buffer, int offset, int count)
    {
        while (_text.IsEmpty && !_ended)
        {
            try
            {
                var isNode = _xml.Read();
                Take(isNode, isNode && IsText ? _xml.Value : null);
            }
            catch (XmlException e)
            {
                throw Broken(e);
            }
        }

        return _text.Take(buffer.AsSpan(offset, count));
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_text.IsEmpty && !_ended)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                // A long text is read only when it is asked for.
                var isNode = await _xml.ReadAsync().ConfigureAwait(false);
                Take(isNode, isNode && IsText ? await _xml.GetValueAsync().ConfigureAwait(false) : null);
            }
            catch (XmlException e)
            {
                throw Broken(e);
            }
        }

        return _text.Take(buffer.Span);
    }

    public override async ValueTask DisposeAsync()
    {
        _xml.Dispose();
        await _source.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _xml.Dispose();
            _source.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool IsText => _xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace;

    private void Take(bool isNode, string? text)
    {
        var fault = isNode ? _layout.Take(_xml, text) : _layout.End();
        _ended = !isNode;
        if (fault is var (kind, message))
        {
            var line = (_xml as IXmlLineInfo)?.LineNumber;
            throw new FileFormatException(kind, message) { File = _fileName, FirstLine = line, LastLine = line };
        }
    }

    private FileFormatException Broken(XmlException e) => new(FileFault.BrokenXml, "The XML is damaged or cut.", e)
    {
        File = _fileName,
        FirstLine = e.LineNumber > 0 ? e.LineNumber : null,
        LastLine = e.LineNumber > 0 ? e.LineNumber : null,
    };
}

using System.Text;
using BingAds.Errors;
using BingAds.Files;

namespace BingAds.Reporting;

public sealed partial class ReportFileReader
{
    private ReportContent? _content;
    private DelimitedReader? _rows;
    private ReportRowState? _state;

    // The first row after the header is read to tell what it is; if it is data it is still to be given.
    private bool _isAtRow;

    /// <summary>Reads up to the first row of data.</summary>
    private async ValueTask StartAsync(CancellationToken cancellationToken)
    {
        _content = await ReportContent.OpenAsync(_stream, _options, cancellationToken).ConfigureAwait(false);
        _rows = new DelimitedReader(_content.Stream, new DelimitedOptions
        {
            Separator = _content.Separator,
            Trim = false,
            IsFull = true,
            MaxRowBytes = _options.MaxRowBytes,
            FileName = _content.FileName,
            BufferSize = _options.BufferSize,
        });
        var lines = new List<ReportHeaderLine>();
        long lastLine = 0;
        while (await _rows.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var isBehindGap = lines.Count > 0 && _rows.LineNumber > lastLine + 1;
            if (!IsHeaderLine(isBehindGap, lines, out var line))
            {
                _isAtRow = true;
                break;
            }

            lines.Add(line);
            lastLine = _rows.LastLineNumber;
        }

        var names = _isAtRow ? TakeNames(lines.Count > 0) : _options.Columns ?? [];
        if (lines.Count == 0 && (_options.HasHeader == true ? _content.Format != ReportFileFormat.Xml : !_isAtRow && names.Count == 0))
        {
            throw Error(FileFault.NotAReport, "The file does not begin as a report.");
        }

        _state = new ReportRowState(new ReportHeader(lines), new ReportColumns(names), _options.Aggregation, _content, new StringCache()) { Row = _rows };
        _columnCount = names.Count;
        _mayHaveFooter = _options.HasFooter != false && _content.Format != ReportFileFormat.Xml;
    }

    /// <summary>
    /// Whether the current row is a line about the report: a name and a value in one cell. Names that are not known count up to the first blank line, those that are
    /// known count once: what comes again is data.
    /// </summary>
    private bool IsHeaderLine(bool isBehindGap, List<ReportHeaderLine> before, out ReportHeaderLine line)
    {
        line = default;
        if (_options.HasHeader == false && _content!.Format != ReportFileFormat.Xml)
        {
            return false;
        }

        // In a file of one column without names, rows begin behind the blank line, and may look like anything.
        if (isBehindGap && _options.Columns?.Count == 1)
        {
            return false;
        }

        bool isLine;
        if (_rows![0].Length > 0 && IsEmptyFrom(1))
        {
            // In a file of one column without names, a value may look like a line of another name.
            var mayBeNew = !isBehindGap && (_options.Columns?.Count != 1 || _options.HasHeader == true);
            isLine = HeaderText.TrySplit(_rows[0], mayBeNew, out line);
        }
        else
        {
            // Without quotes, a list of two dates or the name of a report falls apart into cells.
            isLine = !isBehindGap && !_rows.RowText.StartsWith("\""u8) && HeaderText.TrySplit(_rows.RowText, mayBeNew: false, out line);
        }

        var name = line.Name;
        return isLine && !(isBehindGap && before.Exists(l => l.Name.Equals(name, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Names of the columns. If the current row holds them, it is used up.</summary>
    private IReadOnlyList<string> TakeNames(bool hasHeader)
    {
        if (_options.HasFooter != false && _rows!.ColumnCount == 1 && _options.Columns is null or { Count: > 1 } && FooterText.Matches(_rows[0]))
        {
            return _options.Columns ?? [];
        }

        var names = new string[_rows!.ColumnCount];
        var (known, filled) = (0, 0);
        for (var i = 0; i < names.Length; i++)
        {
            var name = Encoding.UTF8.GetString(_rows[i]).Trim();
            names[i] = name;
            filled += name.Length > 0 ? 1 : 0;
            known += ReportColumnTable.Find(name) is null ? 0 : 1;
        }

        var isNames = _content!.Format == ReportFileFormat.Xml || (_options.HasColumnHeaders
            ?? ((known > 0 && known * 2 >= filled) || (_options.Columns is { } given && given.SequenceEqual(names, StringComparer.Ordinal))));
        if (isNames)
        {
            _isAtRow = false;

            // Until the first row tells.
            _isQuoted = _rows.RowText.EndsWith("\""u8);
            return names;
        }

        if (_options.Columns is null && _options.HasColumnHeaders is null && _options.HasHeader is null && !hasHeader && names.Length == 1)
        {
            throw Error(FileFault.NotAReport, "The file does not begin as a report.");
        }

        return _options.Columns ?? Array.ConvertAll(names, static _ => "");
    }

    private FileFormatException Error(FileFault fault, string message, bool withLine = false) => new(fault, message)
    {
        File = _content?.FileName ?? _options.FileName,
        FirstLine = withLine ? LineNow : null,
        LastLine = withLine ? _content!.LineOf(_rows!.LastLineNumber) : null,
    };
}

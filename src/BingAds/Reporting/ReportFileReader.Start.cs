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
            MaxRowBytes = _options.MaxRowBytes,
            FileName = _content.FileName,
            BufferSize = _options.BufferSize,
        });
        var lines = new List<ReportHeaderLine>();
        long lastLine = 0;
        while (await _rows.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var isBehindGap = lines.Count > 0 && _rows.LineNumber > lastLine + 1;
            if (!IsHeaderLine(isBehindGap, out var line))
            {
                _isAtRow = true;
                break;
            }

            lines.Add(line);
            lastLine = _rows.LastLineNumber;
        }

        var names = _isAtRow ? TakeNames() : _options.Columns ?? [];
        if (lines.Count == 0 && !_isAtRow && names.Count == 0)
        {
            throw Error(FileFault.NotAReport, "The file holds nothing of a report.");
        }

        _state = new ReportRowState(new ReportHeader(lines), new ReportColumns(names), _options.Aggregation, _content, new StringCache()) { Row = _rows };
        _columnCount = names.Count;
        _mayHaveFooter = _options.HasFooter != false && _content.Format != ReportFileFormat.Xml;
    }

    /// <summary>Whether the current row is a line about the report: one cell, or one that starts with a name which such lines have.</summary>
    private bool IsHeaderLine(bool isBehindGap, out ReportHeaderLine line)
    {
        line = default;
        if (_options.HasHeader == false && _content!.Format != ReportFileFormat.Xml)
        {
            return false;
        }

        var filled = 0;
        foreach (var cell in _rows!.FilledCells)
        {
            filled++;
            if (filled > 1 || cell.Column > 0)
            {
                filled = 2;
                break;
            }
        }

        if (filled == 0)
        {
            return false;
        }

        // Without quotes, a list of two dates or the name of a report falls apart into cells.
        if (filled > 1)
        {
            return HeaderText.TrySplit(_rows[0], mayBeNew: false, out line) && !_rows.RowText.StartsWith("\""u8) && HeaderText.TrySplit(_rows.RowText, mayBeNew: false, out line);
        }

        // In a file of one column without names, a value may look like a line of another name.
        var mayBeNew = !isBehindGap && (_options.Columns?.Count != 1 || _options.HasHeader == true);
        return HeaderText.TrySplit(_rows[0], mayBeNew, out line);
    }

    /// <summary>Names of the columns. If the current row holds them, it is used up.</summary>
    private IReadOnlyList<string> TakeNames()
    {
        if (_options.HasFooter != false && _rows!.ColumnCount == 1 && _options.Columns is null or { Count: > 1 } && FooterText.Matches(_rows[0]))
        {
            return _options.Columns ?? [];
        }

        var names = new string[_rows!.ColumnCount];
        Array.Fill(names, "");
        var (known, filled) = (0, 0);
        foreach (var cell in _rows.FilledCells)
        {
            var name = Encoding.UTF8.GetString(cell.Value).Trim();
            names[cell.Column] = name;
            filled += name.Length > 0 ? 1 : 0;
            known += ReportColumnTypes.Of(name) == ReportColumnType.Unknown ? 0 : 1;
        }

        var isNames = _content!.Format == ReportFileFormat.Xml || (_options.HasColumnHeaders
            ?? ((known > 0 && known * 2 >= filled) || (_options.Columns is { } given && given.SequenceEqual(names, StringComparer.Ordinal))));
        if (isNames)
        {
            _isAtRow = false;
            _isQuoted = _rows.RowText.EndsWith("\""u8);
            return names;
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

using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Text;
using BingAds.Errors;
using BingAds.Files;

namespace BingAds.Reporting;

public sealed partial class ReportFileReader
{
    private ExceptionDispatchInfo? _failure;
    private DelimitedReader? _kept;
    private int _columnCount;
    private bool _mayHaveFooter;
    private bool _isQuoted;

    // Past the header, with no row held back: then a row needs only a glance.
    private bool _isRunning;
    private bool _isEnded;

    private long LineNow => _content!.LineOf(_rows!.LineNumber);

    /// <summary>Goes to the next row. As long as one is in the buffer and looks like all others this is done at once.</summary>
    internal ValueTask<bool> NextRowAsync(CancellationToken cancellationToken)
    {
        if (!_isRunning)
        {
            return BeginAsync(cancellationToken);
        }

        if (!_rows!.TryReadBuffered())
        {
            return JudgeAsync(_rows.ReadAsync(cancellationToken), cancellationToken);
        }

        if (!IsOrdinary())
        {
            return JudgeAsync(new(true), cancellationToken);
        }

        RowsRead++;
        return new(true);
    }

    /// <summary>Everything that is not the plain next row: the header first, a row that was read ahead, the end.</summary>
    private async ValueTask<bool> BeginAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        _failure?.Throw();
        if (_isEnded)
        {
            return false;
        }

        await ReadHeaderAsync(cancellationToken).ConfigureAwait(false);
        (_state!.Row, _state.Line) = (_rows!, null);
        _isRunning = true;
        var isRow = _isAtRow
            ? await JudgeAsync(new(true), cancellationToken).ConfigureAwait(false)
            : await NextRowAsync(cancellationToken).ConfigureAwait(false);
        _isQuoted &= !isRow || _rows!.RowText.EndsWith("\""u8);
        return isRow;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsOrdinary() => _rows!.ColumnCount == _columnCount && !_rows.IsUnended && !(_mayHaveFooter && FooterText.MayStart(_rows.RowText));

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> JudgeAsync(ValueTask<bool> read, CancellationToken cancellationToken)
    {
        try
        {
            if (!await read.ConfigureAwait(false))
            {
                return Finish();
            }

            _isAtRow = false;
            return IsFooterHere() ? await LookBehindFooterAsync(cancellationToken).ConfigureAwait(false) : Give();
        }
        catch (Exception e)
        {
            _isRunning = false;
            _failure ??= ExceptionDispatchInfo.Capture(e);
            throw;
        }
    }

    /// <summary>Gives the current row, if it has a cell for each column.</summary>
    private bool Give()
    {
        if (_rows!.ColumnCount != _columnCount && !HasOnlyEmptyCellsMore())
        {
            throw _rows.IsUnended
                ? Error(FileFault.MissingEnd, "The report ends within a row: it was cut.", withLine: true)
                : Error(FileFault.WrongCellCount, string.Create(CultureInfo.InvariantCulture, $"The row has {_rows.ColumnCount} cells in place of {_columnCount}."), withLine: true);
        }

        if (_rows.IsUnended && !IsLastRowClosed())
        {
            throw Error(FileFault.MissingEnd, "The last row of the report may be cut.", withLine: true);
        }

        RowsRead++;
        return true;
    }

    /// <summary>
    /// Whether a row without line end is whole as far as can be told. Without a quote at its end it may go on behind the end of the file; and what looks like that quote may be the
    /// first of two within a text. A file where rows do not end in quotes, and nothing else shows that the service wrote it, is taken as it is.
    /// </summary>
    private bool IsLastRowClosed()
    {
        var isByService = _state!.Header.Lines.Count > 0 || _options.HasFooter == true;
        return _rows!.RowText.EndsWith("\""u8)
            ? !isByService || (_state.Columns.TypeOf(_columnCount - 1) is not (ReportColumnType.Text or ReportColumnType.Unknown) && IsValue(_rows[_columnCount - 1]))
            : !isByService && !_isQuoted;
    }

    private static bool IsValue(ReadOnlySpan<byte> text) => ReportNumber.TryParse<decimal>(text, out _) || CellParser.TryDateTime(text, out _);

    private bool HasOnlyEmptyCellsMore() => _rows!.ColumnCount > _columnCount && IsEmptyFrom(_columnCount);

    private bool IsEmptyFrom(int column)
    {
        for (var i = column; i < _rows!.ColumnCount; i++)
        {
            if (_rows[i].Length > 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the current row looks like the footer: its text alone in the row. What comes behind it decides.</summary>
    private bool IsFooterHere() => _mayHaveFooter && FooterText.Matches(_rows![0]) && IsEmptyFrom(1);

    /// <summary>The footer is the last row: if one follows, what looked like it is data.</summary>
    private async ValueTask<bool> LookBehindFooterAsync(CancellationToken cancellationToken)
    {
        var text = Encoding.UTF8.GetString(_rows![0]).Trim();
        var (line, isData) = (LineNow, _rows.ColumnCount == _columnCount);
        var kept = new DelimitedReader(new MemoryStream(_rows.RowText.ToArray()), new DelimitedOptions
        {
            Separator = _content!.Separator,
            Trim = false,
            IsFull = true,
            MaxRowBytes = _options.MaxRowBytes,
        });
        _kept?.Dispose();
        _kept = kept;
        if (!await _rows.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            Footer = text;
            return Finish();
        }

        if (!isData)
        {
            throw Error(FileFault.WrongCellCount, "Something follows the footer of the report.", withLine: true);
        }

        await kept.ReadAsync(cancellationToken).ConfigureAwait(false);
        (_state!.Row, _state.Line) = (kept, line);
        (_isRunning, _isAtRow) = (false, true);
        RowsRead++;
        return true;
    }

    /// <summary>At the end of the file: false if it is whole.</summary>
    private bool Finish()
    {
        (_isRunning, _isEnded) = (false, true);
        var header = _state!.Header;
        if (header.RowCount is { } expected && expected != RowsRead)
        {
            throw new FileFormatException(FileFault.RowCountMismatch, string.Create(CultureInfo.InvariantCulture, $"The report has {RowsRead} rows, and its header tells {expected}."))
            {
                File = _content!.FileName,
                ExpectedRows = expected,
                RowsFound = RowsRead,
            };
        }

        if (Footer is not null || _content!.Format == ReportFileFormat.Xml)
        {
            return false;
        }

        if (_options.HasFooter == true || (header.Lines.Count > 0 && header.RowCount is null))
        {
            throw Error(FileFault.MissingEnd, "The report ends without a footer, and no number of rows tells that it is whole.");
        }

        return false;
    }
}

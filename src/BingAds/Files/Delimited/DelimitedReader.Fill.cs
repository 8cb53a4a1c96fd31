using System.Buffers;
using System.Numerics;
using System.Runtime.ExceptionServices;
using System.Text;
using BingAds.Errors;

namespace BingAds.Files;

internal sealed partial class DelimitedReader
{
    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    private Stream _stream;
    private byte[] _buffer;

    // Bytes of the buffer that may be filled: a block behind them must stay within the array, as blocks are always loaded whole.
    private int _room;
    private int _scanned;
    private int _end;
    private bool _ended;
    private bool _markSeen;
    private ExceptionDispatchInfo? _failure;

    private void ThrowIfBroken() => _failure?.Throw();

    private void Break(Exception e) => _failure ??= ExceptionDispatchInfo.Capture(e);

    private void Fill()
    {
        do
        {
            MakeRoom();
            Took(_stream.Read(_buffer, _end, _room - _end));
        }
        while (!SkipMark() || !FindSeparator());
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        do
        {
            MakeRoom();
            Took(await _stream.ReadAsync(_buffer.AsMemory(_end, _room - _end), cancellationToken).ConfigureAwait(false));
        }
        while (!SkipMark() || !FindSeparator());
    }

    private void Took(int count)
    {
        _end += count;
        _ended = count == 0;
    }

    /// <summary>Called when every whole row is handed out, so only the start of one row is kept.</summary>
    private void MakeRoom()
    {
        if (_rowStart > 0)
        {
            _buffer.AsSpan(_rowStart, _end - _rowStart).CopyTo(_buffer);
            _end -= _rowStart;
            _scanned -= _rowStart;
            _rowStart = 0;
        }

        if (_end > _options.MaxRowBytes + 1L)
            throw PartTooLong();
        if (_end < _room)
            return;
        var room = (int)Math.Min(_room * 2L, Math.Max(_room, _options.MaxRowBytes + 2L));
        var buffer = ArrayPool<byte>.Shared.Rent(room + BlockSize);
        _buffer.AsSpan(0, _end).CopyTo(buffer);
        Return(ref _buffer);
        _buffer = buffer;
        _room = room;
    }

    /// <summary>Looks for a byte order mark once three bytes are there; false asks for more.</summary>
    private bool SkipMark()
    {
        if (_markSeen)
            return true;
        if (_end < 3 && !_ended)
            return false;
        _markSeen = true;
        var start = _buffer.AsSpan(0, _end);
        if (start.StartsWith(Utf8Mark))
        {
            _rowStart = _nextRow = _scanned = Utf8Mark.Length;
            return true;
        }

        if (_end < 2 || (start[0], start[1]) is not ((0xFF, 0xFE) or (0xFE, 0xFF)))
            return true;
        var encoding = new UnicodeEncoding(bigEndian: start[0] == 0xFE, byteOrderMark: false);
        _stream = Encoding.CreateTranscodingStream(new PrependedStream(start[2..].ToArray(), _stream), encoding, new UTF8Encoding(false), leaveOpen: true);
        _end = 0;
        _ended = false;
        return false;
    }

    /// <summary>Looks at the first row once it is whole, or long enough to tell; false asks for more.</summary>
    private bool FindSeparator()
    {
        if (_separatorKnown)
            return true;
        var text = _buffer.AsSpan(_rowStart, _end - _rowStart).TrimStart("\r\n "u8);
        var (tabs, commas, quoted, row) = (0, 0, false, false);
        foreach (var b in text)
        {
            quoted ^= b == (byte)'"';
            row = b == (byte)'\n' && !quoted;
            if (row)
                break;
            tabs += b == DelimitedOptions.Tab && !quoted ? 1 : 0;
            commas += b == DelimitedOptions.Comma && !quoted ? 1 : 0;
        }

        if (!row && !_ended && text.Length < 64 << 10)
            return false;
        _separatorKnown = true;
        if (tabs != commas)
            _separator = tabs > commas ? DelimitedOptions.Tab : DelimitedOptions.Comma;
        return true;
    }

    /// <summary>At the end of the stream: what is left is a row without line end.</summary>
    private bool Finish()
    {
        if (_end == _rowStart)
            return false;
        LastLineNumber = Math.Max(LineNumber, _lineFeedsBefore + BitOperations.PopCount(_lineFeeds) + 1);
        if (_state.Inside != 0)
        {
            throw new FileFormatException(FileFault.UnclosedQuote, "A quoted cell is not closed before the end of the file; it may have been cut.")
            {
                File = _options.FileName,
                FirstLine = LineNumber,
                LastLine = LastLineNumber,
            };
        }

        if (_open)
            _cells[_count - 1].End = _end - _rowStart;
        _open = false;
        _nextRow = _end + 1;
        EndRow();
        _nextRow = _end;
        IsUnended = true;
        if (!_options.SkipBlankLines || !IsBlank())
            return true;
        StartRow();
        return false;
    }

    private FileFormatException PartTooLong()
    {
        LastLineNumber = _lineFeedsBefore + BitOperations.PopCount(_lineFeeds) + 1;
        return TooLong();
    }

    private FileFormatException TooLong() => new(FileFault.RowTooLong, "A row is longer than the limit; a quote may be missing in it.")
    {
        File = _options.FileName,
        FirstLine = LineNumber,
        LastLine = LastLineNumber,
        Limit = _options.MaxRowBytes,
    };

    private FileFormatException TooManyCells() => new(FileFault.TooManyCells, "A row has more filled cells than the limit.")
    {
        File = _options.FileName,
        FirstLine = LineNumber,
        LastLine = LastLineNumber,
        Limit = _options.MaxCells,
    };
}

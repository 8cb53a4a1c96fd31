using System.Buffers;
using System.Text;

namespace BingAds.Reporting;

/// <summary>CSV that was made and not yet read, and which line of the XML each of its rows comes from.</summary>
internal sealed class XmlReportText
{
    private readonly Queue<(long Line, long Source)> _lines = new();
    private readonly ArrayBufferWriter<byte> _bytes = new(4096);
    private (long Line, long Source) _current;
    private long _line = 1;
    private int _taken;

    public bool IsEmpty => _bytes.WrittenCount == _taken;

    public void Row(IEnumerable<string> cells, long source)
    {
        _lines.Enqueue((_line, source));
        var isFirst = true;
        foreach (var cell in cells)
        {
            _bytes.Write(isFirst ? "\""u8 : ",\""u8);
            isFirst = false;
            Encoding.UTF8.GetBytes(cell.Contains('"', StringComparison.Ordinal) ? cell.Replace("\"", "\"\"", StringComparison.Ordinal) : cell, _bytes);
            _bytes.Write("\""u8);
            _line += cell.AsSpan().Count('\n');
        }

        BlankLine();
    }

    public void BlankLine()
    {
        _bytes.Write("\n"u8);
        _line++;
    }

    public int Take(Span<byte> target)
    {
        var count = Math.Min(_bytes.WrittenCount - _taken, target.Length);
        _bytes.WrittenSpan.Slice(_taken, count).CopyTo(target);
        _taken += count;
        if (IsEmpty)
        {
            _bytes.ResetWrittenCount();
            _taken = 0;
        }

        return count;
    }

    /// <summary>Asked for ever later lines.</summary>
    public long LineOf(long line)
    {
        while (_lines.TryPeek(out var next) && next.Line <= line)
        {
            _current = _lines.Dequeue();
        }

        return _current.Source;
    }
}

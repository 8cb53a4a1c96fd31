using System.Runtime.CompilerServices;
using Apache.Arrow;
using Apache.Arrow.Types;

namespace BingAds.Analytics;

/// <summary>
/// Texts. Those that repeat are held once, with a number in each row, as long as that pays: names do, search terms do not. Nothing and <c>--</c> are null; bytes that are no
/// UTF-8 become U+FFFD as they do in strings.
/// </summary>
internal sealed class TextColumn : CellColumn
{
    // From this row on it is looked at whether texts repeat.
    private const int Trial = 2048;

    private static readonly DictionaryType s_dictionary = new(Int32Type.Default, StringType.Default, ordered: false);

    // The distinct texts or, once that was given up, the text of each row.
    private readonly TextIndex _texts = new();
    private byte[] _numbers = GC.AllocateUninitializedArray<byte>(256 * sizeof(int));
    private long _textBytes;
    private int _last = -1;
    private bool _isPlain;

    public override bool IsText => true;

    public override long TextBytes => _textBytes;

    public override CellOutcome Append(ReadOnlySpan<byte> text)
    {
        if (text.Length == 0 || text.SequenceEqual("--"u8))
        {
            AppendNull();
            return CellOutcome.Taken;
        }

        _textBytes += text.Length;
        if (_isPlain)
        {
            _texts.Append(text);
        }
        else
        {
            if (_last < 0 || !_texts[_last].SequenceEqual(text))
            {
                _last = _texts.FindOrAdd(text);
            }

            SetNumber(_last);
        }

        MarkValue();
        if (Count == Trial && !_isPlain && _texts.Count > Trial / 2)
        {
            GiveUp();
        }

        return CellOutcome.Taken;
    }

    public override IArrowArray Build(bool compact)
    {
        if (_isPlain)
        {
            return new StringArray(Count, _texts.Offsets(), _texts.Bytes(), Validity(), Nulls);
        }

        if (!compact)
        {
            var rows = Spread();
            return new StringArray(Count, rows.Offsets(), rows.Bytes(), Validity(), Nulls);
        }

        var numbers = new Int32Array(new ArrowBuffer(_numbers.AsMemory(0, Count * sizeof(int))), Validity(), Count, Nulls, 0);
        return new DictionaryArray(s_dictionary, numbers, new StringArray(_texts.Count, _texts.Offsets(), _texts.Bytes(), ArrowBuffer.Empty, 0));
    }

    public override void Clear()
    {
        base.Clear();
        _texts.Clear();
        (_last, _textBytes) = (-1, 0);
    }

    public override void Leave()
    {
        base.Leave();
        _texts.Leave();
    }

    private void AppendNull()
    {
        if (_isPlain)
        {
            _texts.Append(default);
        }
        else
        {
            SetNumber(0);
        }

        MarkNull();
    }

    /// <summary>From now on, and in all later batches, each row has its own text.</summary>
    private void GiveUp()
    {
        var rows = Spread();
        _texts.TakeFrom(rows);
        _isPlain = true;
    }

    private TextIndex Spread()
    {
        var rows = new TextIndex();
        for (var i = 0; i < Count; i++)
        {
            rows.Append(IsNull(i) ? default : _texts[Number(i)]);
        }

        return rows;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void SetNumber(int number)
    {
        var at = Count * sizeof(int);
        if (at == _numbers.Length)
        {
            Grow(ref _numbers, 0);
        }

        Unsafe.WriteUnaligned(ref _numbers[at], number);
    }

    private int Number(int row) => Unsafe.ReadUnaligned<int>(ref _numbers[row * sizeof(int)]);
}

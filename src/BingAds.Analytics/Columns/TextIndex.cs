using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;
using Apache.Arrow;

namespace BingAds.Analytics;

/// <summary>Texts one behind the other, with a table to find them again.</summary>
internal sealed class TextIndex
{
    private const ulong Prime = 0x9E3779B97F4A7C15;

    // Who sends reports cannot know which texts fall together.
    private readonly ulong _seed = (ulong)Random.Shared.NextInt64();
    private byte[] _bytes = GC.AllocateUninitializedArray<byte>(1024);
    private byte[] _offsets = GC.AllocateUninitializedArray<byte>(65 * sizeof(int));
    private (uint Hash, int Number)[] _places = [];
    private int _used;

    public TextIndex() => SetOffset(0, 0);

    public int Count { get; private set; }

    public ReadOnlySpan<byte> this[int number]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var start = Offset(number);
            return _bytes.AsSpan(start, Offset(number + 1) - start);
        }
    }

    public ArrowBuffer Offsets() => new(_offsets.AsMemory(0, (Count + 1) * sizeof(int)));

    public ArrowBuffer Bytes() => new(_bytes.AsMemory(0, _used));

    /// <summary>Number of a text; a new one is added.</summary>
    public int FindOrAdd(ReadOnlySpan<byte> text)
    {
        if (Count * 2 >= _places.Length)
        {
            Widen();
        }

        var hash = Hash(text);
        var mask = _places.Length - 1;
        for (var at = (int)hash & mask; ; at = (at + 1) & mask)
        {
            ref var place = ref _places[at];
            if (place.Number == 0)
            {
                place = (hash, Count + 1);
                Append(text);
                return Count - 1;
            }

            if (place.Hash == hash && AsItCame(place.Number - 1, text))
            {
                return place.Number - 1;
            }
        }
    }

    /// <summary>Adds a text without looking for it.</summary>
    public void Append(ReadOnlySpan<byte> text)
    {
        if (!Utf8.IsValid(text))
        {
            text = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(text));
        }

        if (_used + text.Length > _bytes.Length)
        {
            Grow(ref _bytes, _used + text.Length);
        }

        text.CopyTo(_bytes.AsSpan(_used));
        _used += text.Length;
        Count++;
        if ((Count + 1) * sizeof(int) > _offsets.Length)
        {
            Grow(ref _offsets, 0);
        }

        SetOffset(Count, _used);
    }

    public void Clear()
    {
        (Count, _used) = (0, 0);
        System.Array.Clear(_places);
    }

    /// <summary>Begins anew in other memory.</summary>
    public void Leave()
    {
        Clear();
        _bytes = GC.AllocateUninitializedArray<byte>(_bytes.Length);
        _offsets = GC.AllocateUninitializedArray<byte>(_offsets.Length);
        SetOffset(0, 0);
    }

    public void TakeFrom(TextIndex other)
    {
        (_bytes, _offsets, _used, Count) = (other._bytes, other._offsets, other._used, other.Count);
        _places = [];
    }

    /// <summary>A text that was mended is found by its mended form only: the broken one is added once more, which is rare and does no harm.</summary>
    private bool AsItCame(int number, ReadOnlySpan<byte> text) => this[number].SequenceEqual(text);

    private static void Grow(ref byte[] bytes, int needed)
    {
        var larger = GC.AllocateUninitializedArray<byte>((int)Math.Min(System.Array.MaxLength, Math.Max(needed, 2L * bytes.Length)));
        bytes.AsSpan().CopyTo(larger);
        bytes = larger;
    }

    private void Widen()
    {
        var places = new (uint Hash, int Number)[Math.Max(64, _places.Length * 2)];
        foreach (var place in _places)
        {
            if (place.Number != 0)
            {
                var at = (int)place.Hash & (places.Length - 1);
                while (places[at].Number != 0)
                {
                    at = (at + 1) & (places.Length - 1);
                }

                places[at] = place;
            }
        }

        _places = places;
    }

    private uint Hash(ReadOnlySpan<byte> text)
    {
        var hash = _seed + (ulong)text.Length;
        while (text.Length > 8)
        {
            hash = Mix(hash ^ MemoryMarshal.Read<ulong>(text));
            text = text[8..];
        }

        ulong rest = 0;
        if (text.Length == 8)
        {
            rest = MemoryMarshal.Read<ulong>(text);
        }
        else if (text.Length >= 4)
        {
            rest = MemoryMarshal.Read<uint>(text) | ((ulong)MemoryMarshal.Read<uint>(text[^4..]) << 32);
        }
        else if (text.Length > 0)
        {
            rest = text[0] | ((ulong)text[text.Length >> 1] << 8) | ((ulong)text[^1] << 16);
        }

        hash = Mix(hash ^ rest);
        return (uint)(hash >> 32) ^ (uint)hash;
    }

    private static ulong Mix(ulong value)
    {
        var high = Math.BigMul(value, Prime, out var low);
        return high ^ low;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Offset(int number) => Unsafe.ReadUnaligned<int>(ref _offsets[number * sizeof(int)]);

    private void SetOffset(int number, int offset) => Unsafe.WriteUnaligned(ref _offsets[number * sizeof(int)], offset);
}

using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;
using BingAds.Files;

namespace BingAds.Contract;

/// <summary>Finds the place of a name in an ordered list of names, from UTF-8 bytes and without making a string.</summary>
internal sealed class NameTable
{
    private readonly byte[][] _names;
    private readonly short[] _heads;
    private readonly short[] _next;

    public NameTable(byte[][] names)
    {
        _names = names;
        var size = 4;
        while (size < names.Length * 2)
        {
            size *= 2;
        }

        _heads = new short[size];
        _next = new short[names.Length];
        for (var i = names.Length - 1; i >= 0; i--)
        {
            ref var head = ref _heads[Hash(names[i]) & (size - 1)];
            _next[i] = head;
            head = (short)(i + 1);
        }
    }

    /// <summary>Place of exactly this name, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Find(ReadOnlySpan<byte> name)
    {
        for (var i = _heads[Hash(name) & (_heads.Length - 1)] - 1; i >= 0; i = _next[i] - 1)
        {
            if (name.SequenceEqual(_names[i]))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Place of this name whatever its case, or -1.</summary>
    public int FindIgnoringCase(ReadOnlySpan<byte> name)
    {
        for (var i = 0; i < _names.Length; i++)
        {
            if (Ascii.EqualsIgnoreCase(name, _names[i]))
            {
                return i;
            }
        }

        return -1;
    }

    // Names differ in length or near their ends (GetX…ById), so both ends and the length make a good key.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Hash(ReadOnlySpan<byte> name)
    {
        ulong key;
        if (name.Length >= 8)
        {
            key = BinaryPrimitives.ReadUInt64LittleEndian(name)
                ^ (BinaryPrimitives.ReadUInt64LittleEndian(name[^8..]) * 0x9E3779B97F4A7C15);
        }
        else
        {
            key = ShortText.Key(name);
        }

        key = (key ^ (ulong)name.Length) * 0x9E3779B97F4A7C15;
        return (int)(key >> 40);
    }
}

using System.Buffers;
using System.Buffers.Binary;

namespace BingAds.Contract.Json;

/// <summary>
/// Gives the same string for the same bytes of one body: answers repeat languages, time zones and tracking templates in each object.
/// Direct-mapped and small; a miss costs nothing but the string.
/// </summary>
internal ref struct TextCache
{
    private const int Size = 256;
    private const int LongestText = 256;

    private Entry[]? _entries;

    private struct Entry
    {
        public string? Text;
        public int Start;
        public int Length;
    }

    /// <summary>The text made before from the same raw bytes, if there is one; else the slot in which to keep it.</summary>
    public bool TryGet(ReadOnlySpan<byte> source, int start, int length, out string text, out int slot)
    {
        slot = -1;
        text = "";
        if (length is 0 or > LongestText)
        {
            return length == 0;
        }

        _entries ??= ArrayPool<Entry>.Shared.Rent(Size);
        var raw = source.Slice(start, length);
        slot = Hash(raw) & (Size - 1);
        ref var entry = ref _entries[slot];
        if (entry.Length == length && entry.Text is not null && raw.SequenceEqual(source.Slice(entry.Start, length)))
        {
            text = entry.Text;
            return true;
        }

        return false;
    }

    public readonly void Keep(int slot, int start, int length, string text)
    {
        if (slot >= 0)
        {
            _entries![slot] = new Entry { Text = text, Start = start, Length = length };
        }
    }

    public void Dispose()
    {
        if (_entries is { } entries)
        {
            _entries = null;
            ArrayPool<Entry>.Shared.Return(entries, clearArray: true);
        }
    }

    private static int Hash(ReadOnlySpan<byte> raw)
    {
        var key = (ulong)raw.Length;
        if (raw.Length >= 8)
        {
            key ^= BinaryPrimitives.ReadUInt64LittleEndian(raw) ^ (BinaryPrimitives.ReadUInt64LittleEndian(raw[^8..]) * 0x9E3779B97F4A7C15);
        }
        else
        {
            foreach (var b in raw)
            {
                key = (key << 8) ^ b;
            }
        }

        return (int)((key * 0x9E3779B97F4A7C15) >> 48);
    }
}

using System.Buffers.Binary;

namespace BingAds.Files;

/// <summary>The checksum of gzip and zip (CRC-32, polynomial 0xEDB88320), eight bytes at a step, or sixty-four where the machine multiplies without carry.</summary>
internal partial struct Crc32
{
    private static readonly uint[] s_table = MakeTable();

    private uint _inverted;

    public readonly uint Value => _inverted ^ uint.MaxValue;

    public static Crc32 Start() => new() { _inverted = uint.MaxValue };

    public void Add(ReadOnlySpan<byte> bytes)
    {
        var crc = _inverted;
        if (CanFold && bytes.Length >= FoldedAtOnce)
        {
            var folded = bytes.Length & ~15;
            crc = Fold(crc, bytes[..folded]);
            bytes = bytes[folded..];
        }

        ReadOnlySpan<uint> table = s_table;
        while (bytes.Length >= 8)
        {
            var eight = BinaryPrimitives.ReadUInt64LittleEndian(bytes) ^ crc;
            crc = table[0x700 + (int)(eight & 0xFF)]
                ^ table[0x600 + (int)((eight >> 8) & 0xFF)]
                ^ table[0x500 + (int)((eight >> 16) & 0xFF)]
                ^ table[0x400 + (int)((eight >> 24) & 0xFF)]
                ^ table[0x300 + (int)((eight >> 32) & 0xFF)]
                ^ table[0x200 + (int)((eight >> 40) & 0xFF)]
                ^ table[0x100 + (int)((eight >> 48) & 0xFF)]
                ^ table[(int)(eight >> 56)];
            bytes = bytes[8..];
        }

        foreach (var b in bytes)
            crc = (crc >> 8) ^ table[(int)((crc ^ b) & 0xFF)];
        _inverted = crc;
    }

    /// <summary>Row n of the table is the effect of a byte that n zero bytes follow.</summary>
    private static uint[] MakeTable()
    {
        var table = new uint[8 * 256];
        for (uint i = 0; i < 256; i++)
        {
            var crc = i;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB8_8320);
            table[i] = crc;
        }

        for (var i = 256; i < table.Length; i++)
            table[i] = (table[i - 256] >> 8) ^ table[table[i - 256] & 0xFF];
        return table;
    }
}

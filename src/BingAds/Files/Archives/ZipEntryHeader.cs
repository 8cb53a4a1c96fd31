using System.Buffers.Binary;
using System.Text;

namespace BingAds.Files;

/// <summary>What stands before a file in a zip.</summary>
internal sealed class ZipEntryHeader
{
    /// <summary>Length before name and extra fields.</summary>
    public const int FixedLength = 30;

    private const int Zip64Field = 1;

    private ZipEntryHeader(string name) => Name = name;

    public string Name { get; }

    public bool IsEncrypted { get; private init; }

    /// <summary>Sums and lengths come after the content.</summary>
    public bool HasDescriptor { get; private init; }

    /// <summary>0 is stored, 8 deflated.</summary>
    public int Method { get; private init; }

    public uint Crc { get; private init; }

    public long PackedLength { get; private set; }

    public long Length { get; private set; }

    public bool IsFolder => Name.EndsWith('/') && Length == 0;

    /// <summary>Length of name and extra fields, from the fixed part.</summary>
    public static int VariableLength(ReadOnlySpan<byte> header) =>
        BinaryPrimitives.ReadUInt16LittleEndian(header[26..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);

    public static ZipEntryHeader Parse(ReadOnlySpan<byte> header)
    {
        var flags = BinaryPrimitives.ReadUInt16LittleEndian(header[6..]);
        var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(header[26..]);
        var name = header.Slice(FixedLength, nameLength);
        var entry = new ZipEntryHeader(((flags & 0x800) != 0 ? Encoding.UTF8 : Encoding.Latin1).GetString(name))
        {
            IsEncrypted = (flags & 0x2041) != 0,
            HasDescriptor = (flags & 8) != 0,
            Method = BinaryPrimitives.ReadUInt16LittleEndian(header[8..]),
            Crc = BinaryPrimitives.ReadUInt32LittleEndian(header[14..]),
            PackedLength = BinaryPrimitives.ReadUInt32LittleEndian(header[18..]),
            Length = BinaryPrimitives.ReadUInt32LittleEndian(header[22..]),
        };
        entry.ReadExtra(header[(FixedLength + nameLength)..]);
        return entry;
    }

    private void ReadExtra(ReadOnlySpan<byte> extra)
    {
        while (extra.Length >= 4)
        {
            var id = BinaryPrimitives.ReadUInt16LittleEndian(extra);
            var length = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            extra = extra[4..];
            if (length > extra.Length)
                return;
            if (id == Zip64Field)
                ReadLongLengths(extra[..length]);
            extra = extra[length..];
        }
    }

    /// <summary>Only lengths that do not fit their usual place are here, in this order.</summary>
    private void ReadLongLengths(ReadOnlySpan<byte> field)
    {
        if (Length == uint.MaxValue && field.Length >= 8)
        {
            Length = BinaryPrimitives.ReadInt64LittleEndian(field);
            field = field[8..];
        }

        if (PackedLength == uint.MaxValue && field.Length >= 8)
            PackedLength = BinaryPrimitives.ReadInt64LittleEndian(field);
    }
}

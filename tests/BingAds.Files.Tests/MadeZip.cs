using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace BingAds.Files.Tests;

/// <summary>Makes zips byte by byte, in all the ways that other programs do and the framework does not.</summary>
internal sealed class MadeZip
{
    private readonly MemoryStream _bytes = new();
    private readonly MemoryStream _directory = new();
    private int _entries;

    public ushort Flags { get; init; }

    public ushort? Method { get; init; }

    public bool Descriptor { get; init; }

    public bool DescriptorSignature { get; init; } = true;

    public bool Long { get; init; }

    public bool Stored { get; init; }

    public uint CrcChange { get; init; }

    public MadeZip Add(string name, byte[] content)
    {
        var packed = Stored ? content : Deflate(content);
        var crc = Crc32Of(content) ^ CrcChange;
        var flags = (ushort)(Flags | (Descriptor ? 8 : 0));
        Write(_bytes, 4, 0x0403_4B50);
        Common(_bytes, flags);
        Write(_bytes, 4, Descriptor ? 0 : crc);
        Write(_bytes, 4, Descriptor ? 0 : Long ? uint.MaxValue : (uint)packed.Length);
        Write(_bytes, 4, Descriptor ? 0 : Long ? uint.MaxValue : (uint)content.Length);
        Write(_bytes, 2, (ushort)Encoding.UTF8.GetByteCount(name));
        Write(_bytes, 2, Long && !Descriptor ? 25UL : 0);
        _bytes.Write(Encoding.UTF8.GetBytes(name));
        if (Long && !Descriptor)
        {
            // Another field first: fields come in any order.
            Write(_bytes, 2, 0x7075);
            Write(_bytes, 2, 1);
            _bytes.WriteByte(1);
            Write(_bytes, 2, 1);
            Write(_bytes, 2, 16);
            Write(_bytes, 8, (ulong)content.Length);
            Write(_bytes, 8, (ulong)packed.Length);
        }

        _bytes.Write(packed);
        if (Descriptor)
        {
            if (DescriptorSignature)
                Write(_bytes, 4, 0x0807_4B50);
            Write(_bytes, 4, crc);
            Write(_bytes, Long ? 8 : 4, (ulong)packed.Length);
            Write(_bytes, Long ? 8 : 4, (ulong)content.Length);
        }

        Write(_directory, 4, 0x0201_4B50);
        Write(_directory, 2, 45);
        Common(_directory, flags);
        Write(_directory, 4, crc);
        Write(_directory, 4, (uint)packed.Length);
        Write(_directory, 4, (uint)content.Length);
        Write(_directory, 2, (ushort)Encoding.UTF8.GetByteCount(name));
        Write(_directory, 16, 0);
        _directory.Write(Encoding.UTF8.GetBytes(name));
        _entries++;
        return this;
    }

    public byte[] ToArray(bool longEnd = false)
    {
        var zip = new MemoryStream();
        zip.Write(_bytes.ToArray());
        zip.Write(_directory.ToArray());
        if (longEnd)
        {
            Write(zip, 4, 0x0606_4B50);
            Write(zip, 8, 44);
            zip.Write(new byte[44]);
            Write(zip, 4, 0x0706_4B50);
            zip.Write(new byte[16]);
        }

        Write(zip, 4, 0x0605_4B50);
        Write(zip, 4, 0);
        Write(zip, 2, (ulong)_entries);
        Write(zip, 2, (ulong)_entries);
        Write(zip, 4, (ulong)_directory.Length);
        Write(zip, 4, (ulong)_bytes.Length);
        Write(zip, 2, 3);
        zip.Write("end"u8);
        return zip.ToArray();
    }

    private void Common(Stream target, ushort flags)
    {
        Write(target, 2, 45);
        Write(target, 2, flags);
        Write(target, 2, Method ?? (ulong)(Stored ? 0 : 8));
        Write(target, 4, 0x5C6E_0000);
    }

    private static byte[] Deflate(byte[] content)
    {
        // The framework writes nothing at all for no content, which is no deflate data.
        if (content.Length == 0)
            return [3, 0];
        var packed = new MemoryStream();
        using (var stream = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            stream.Write(content);
        return packed.ToArray();
    }

    /// <summary>One bit after the other.</summary>
    public static uint Crc32Of(byte[] content)
    {
        var crc = uint.MaxValue;
        foreach (var b in content)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB8_8320);
        }

        return ~crc;
    }

    private static void Write(Stream target, int length, ulong value)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
        target.Write(bytes[..length]);
    }
}

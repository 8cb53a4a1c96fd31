using System.Buffers.Binary;
using BingAds.Errors;

namespace BingAds.Files;

/// <summary>
/// The first file of a zip, read front to back. The framework's reader starts from the directory at the end, so it needs a stream that seeks or memory
/// for all of it. Checksum and lengths are compared, and the directory at the end must be there: a file without it was cut.
/// </summary>
internal sealed partial class ZipContent : FileContent
{
    private const uint EntrySignature = 0x0403_4B50;
    private const int DescriptorLength = 24;

    private PackedMember? _member;
    private ZipEntryHeader? _entry;
    private string? _name;
    private int _files;
    private int _entries;
    private bool _ended;

    public ZipContent(InputWindow input, ContentOptions options)
        : base(input, options)
    {
    }

    public override FileCompression Compression => FileCompression.Zip;

    public override string? EntryName => _name;

    /// <summary>Goes to the first file.</summary>
    public async ValueTask OpenEntryAsync(bool async, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await SignatureAsync(async, cancellationToken).ConfigureAwait(false) is var signature && signature != EntrySignature)
            {
                // Markers of a zip in several parts, or the directory of an empty one.
                throw signature == 0x0807_4B50
                    ? Error(FileFault.UnsupportedArchive, "The zip comes in parts.")
                    : Error(FileFault.EmptyArchive, "The zip holds no file.");
            }

            _entry = await OpenMemberAsync(async, cancellationToken).ConfigureAwait(false);
            if (!_entry.IsFolder)
                break;
            await CloseMemberAsync(async, cancellationToken).ConfigureAwait(false);
        }

        _name = _entry.Name;
        _files = 1;
    }

    private protected override async ValueTask<int> ReadContentAsync(Memory<byte> buffer, bool async, CancellationToken cancellationToken)
    {
        if (_ended)
            return 0;
        var count = await ReadMemberAsync(buffer, async, cancellationToken).ConfigureAwait(false);
        if (count > 0)
            return count;
        await CloseMemberAsync(async, cancellationToken).ConfigureAwait(false);
        await FinishAsync(async, cancellationToken).ConfigureAwait(false);
        _ended = true;
        return 0;
    }

    private async ValueTask<int> ReadMemberAsync(Memory<byte> buffer, bool async, CancellationToken cancellationToken)
    {
        try
        {
            return await _member!.ReadAsync(buffer, async, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidDataException e)
        {
            throw Error(FileFault.CorruptArchive, "The zip data is damaged.", inner: e);
        }
    }

    /// <summary>Reads the header of an entry, at which the window stands, and gets ready to unpack it.</summary>
    private async ValueTask<ZipEntryHeader> OpenMemberAsync(bool async, CancellationToken cancellationToken)
    {
        if (await Input.EnsureAsync(ZipEntryHeader.FixedLength, async, cancellationToken).ConfigureAwait(false) < ZipEntryHeader.FixedLength)
            throw Truncated();
        var length = ZipEntryHeader.FixedLength + ZipEntryHeader.VariableLength(Input.Available);
        if (await Input.EnsureAsync(length, async, cancellationToken).ConfigureAwait(false) < length)
            throw Truncated();
        var entry = ZipEntryHeader.Parse(Input.Available[..length]);
        Input.Consume(length);
        _entries++;
        if (entry.IsEncrypted)
            throw Error(FileFault.UnsupportedArchive, "The zip is encrypted.");
        if (entry.Method is not (0 or 8))
            throw Error(FileFault.UnsupportedArchive, "The zip is packed by a method that is not read.");
        if (entry.Method == 0 && entry.HasDescriptor && !entry.IsFolder)
            throw Error(FileFault.UnsupportedArchive, "The zip does not tell the length of its content before it.");
        if (entry.PackedLength < 0 || entry.Length < 0)
            throw Error(FileFault.CorruptArchive, "A length in the zip is negative.");
        _member = new(Input, entry.HasDescriptor && entry.Method != 0 ? null : entry.PackedLength, stored: entry.Method == 0);
        return entry;
    }

    /// <summary>Compares sums and lengths once all content of an entry was read, and goes behind it.</summary>
    private async ValueTask CloseMemberAsync(bool async, CancellationToken cancellationToken)
    {
        var (entry, member) = (_entry!, _member!);
        if (entry.HasDescriptor)
        {
            await Input.EnsureAsync(member.InWindow + DescriptorLength, async, cancellationToken).ConfigureAwait(false);
            var end = FindDescriptor(Input.Available, member);
            if (end < 0)
            {
                throw member.RanDry || Input.Available.Length < member.InWindow + DescriptorLength
                    ? Truncated()
                    : Error(FileFault.CorruptArchive, "The content of the zip does not match its checksum.");
            }

            Input.Consume(end);
        }
        else
        {
            member.Finish();
            if (member.RanDry)
                throw Truncated();
            if (member.Missing > 0 || member.Crc != entry.Crc || member.Length != entry.Length)
                throw Error(FileFault.CorruptArchive, "The content of the zip does not match its checksum.");
        }

        member.Dispose();
        _member = null;
    }

    /// <summary>
    /// Where the bytes after the descriptor start, or -1. The descriptor repeats checksum, packed length (which is its own place) and length, in 4 or
    /// 8 bytes, with or without a signature; so the place that fits all of them is the one.
    /// </summary>
    private static int FindDescriptor(ReadOnlySpan<byte> there, PackedMember member)
    {
        for (var place = 0; place <= member.InWindow && place < there.Length; place++)
        {
            var packed = member.PackedBefore + place;
            var fields = there[place..];
            var at = fields.Length >= 4 && BinaryPrimitives.ReadUInt32LittleEndian(fields) == 0x0807_4B50 ? 4 : 0;
            if (Fits(fields[at..], member, packed, out var length) || (at > 0 && Fits(fields, member, packed, out length) && (at = 0) == 0))
                return place + at + length;
        }

        return -1;
    }

    private static bool Fits(ReadOnlySpan<byte> fields, PackedMember member, long packed, out int length)
    {
        length = 0;
        if (fields.Length < 12 || BinaryPrimitives.ReadUInt32LittleEndian(fields) != member.Crc)
            return false;
        if (fields.Length >= 20 && BinaryPrimitives.ReadInt64LittleEndian(fields[4..]) == packed && BinaryPrimitives.ReadInt64LittleEndian(fields[12..]) == member.Length)
            length = 20;
        else if (BinaryPrimitives.ReadUInt32LittleEndian(fields[4..]) == (uint)packed && BinaryPrimitives.ReadUInt32LittleEndian(fields[8..]) == (uint)member.Length)
            length = 12;
        return length > 0;
    }

    private FileFormatException Truncated() => Error(FileFault.TruncatedArchive, "The zip ends too early.");

    protected override void Dispose(bool disposing)
    {
        _member?.Dispose();
        base.Dispose(disposing);
    }
}

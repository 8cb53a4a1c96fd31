using System.Buffers.Binary;
using BingAds.Errors;

namespace BingAds.Files;

/// <summary>A gzip file of one or more members. Its checksum and length are compared here: the framework's stream takes a cut file as a whole one.</summary>
internal sealed class GzipContent : FileContent
{
    private const int HeaderLength = 10;
    private const int TrailerLength = 8;

    private PackedMember? _member;
    private bool _ended;

    public GzipContent(InputWindow input, ContentOptions options)
        : base(input, options)
    {
    }

    public override FileCompression Compression => FileCompression.GZip;

    private protected override async ValueTask<int> ReadContentAsync(Memory<byte> buffer, bool async, CancellationToken cancellationToken)
    {
        while (!_ended)
        {
            _member ??= await OpenMemberAsync(async, cancellationToken).ConfigureAwait(false);
            int count;
            try
            {
                count = await _member.ReadAsync(buffer, async, cancellationToken).ConfigureAwait(false);
            }
            catch (InvalidDataException e)
            {
                throw Error(FileFault.CorruptArchive, "The gzip data is damaged.", inner: e);
            }

            if (count > 0)
                return count;
            await CloseMemberAsync(_member, async, cancellationToken).ConfigureAwait(false);
            _member.Dispose();
            _member = null;
            _ended = !await IsMemberNextAsync(async, cancellationToken).ConfigureAwait(false);
        }

        return 0;
    }

    private async ValueTask<PackedMember> OpenMemberAsync(bool async, CancellationToken cancellationToken)
    {
        if (await Input.EnsureAsync(HeaderLength, async, cancellationToken).ConfigureAwait(false) < HeaderLength)
            throw Truncated();
        var (method, flags) = (Input.Available[2], Input.Available[3]);
        if (method != 8 || (flags & 0xE0) != 0)
            throw Error(FileFault.UnsupportedArchive, "The gzip file is packed by a method that is not read.");
        Input.Consume(HeaderLength);
        if ((flags & 4) != 0)
            await SkipExtraAsync(async, cancellationToken).ConfigureAwait(false);
        if ((flags & 8) != 0)
            await SkipTextAsync(async, cancellationToken).ConfigureAwait(false);
        if ((flags & 16) != 0)
            await SkipTextAsync(async, cancellationToken).ConfigureAwait(false);
        if ((flags & 2) != 0 && !await Input.SkipAsync(2, async, cancellationToken).ConfigureAwait(false))
            throw Truncated();
        return new(Input, packedLength: null, stored: false);
    }

    private async ValueTask SkipExtraAsync(bool async, CancellationToken cancellationToken)
    {
        if (await Input.EnsureAsync(2, async, cancellationToken).ConfigureAwait(false) < 2)
            throw Truncated();
        var length = BinaryPrimitives.ReadUInt16LittleEndian(Input.Available);
        if (!await Input.SkipAsync(2 + length, async, cancellationToken).ConfigureAwait(false))
            throw Truncated();
    }

    private async ValueTask SkipTextAsync(bool async, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await Input.EnsureAsync(1, async, cancellationToken).ConfigureAwait(false) == 0)
                throw Truncated();
            var end = Input.Available.IndexOf((byte)0);
            Input.Consume(end < 0 ? Input.Available.Length : end + 1);
            if (end >= 0)
                return;
        }
    }

    private async ValueTask CloseMemberAsync(PackedMember member, bool async, CancellationToken cancellationToken)
    {
        await Input.EnsureAsync(member.InWindow + TrailerLength, async, cancellationToken).ConfigureAwait(false);
        var there = Input.Available;
        for (var end = 0; end <= member.InWindow && end + TrailerLength <= there.Length; end++)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(there[end..]) != member.Crc
                || BinaryPrimitives.ReadUInt32LittleEndian(there[(end + 4)..]) != (uint)member.Length)
            {
                continue;
            }

            Input.Consume(end + TrailerLength);
            return;
        }

        throw member.RanDry || there.Length < member.InWindow + TrailerLength
            ? Truncated()
            : Error(FileFault.CorruptArchive, "The content of the gzip file does not match its checksum.");
    }

    /// <summary>Some writers fill up with zeros at the end.</summary>
    private async ValueTask<bool> IsMemberNextAsync(bool async, CancellationToken cancellationToken)
    {
        while (await Input.EnsureAsync(1, async, cancellationToken).ConfigureAwait(false) > 0)
        {
            if (Input.Available[0] == 0)
            {
                Input.Consume(1);
                continue;
            }

            await Input.EnsureAsync(2, async, cancellationToken).ConfigureAwait(false);
            if (Input.Available is [0x1F, 0x8B, ..])
                return true;
            throw Input.Available.Length < 2 ? Truncated() : Error(FileFault.CorruptArchive, "There are other bytes after the end of the gzip file.");
        }

        return false;
    }

    private FileFormatException Truncated() => Error(FileFault.TruncatedArchive, "The gzip file ends too early.");

    protected override void Dispose(bool disposing)
    {
        _member?.Dispose();
        base.Dispose(disposing);
    }
}

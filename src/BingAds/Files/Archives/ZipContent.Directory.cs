using System.Buffers.Binary;
using System.Buffers;
using BingAds.Errors;

namespace BingAds.Files;

internal sealed partial class ZipContent
{
    private async ValueTask<uint> SignatureAsync(bool async, CancellationToken cancellationToken) =>
        await Input.EnsureAsync(4, async, cancellationToken).ConfigureAwait(false) < 4
            ? throw Truncated()
            : BinaryPrimitives.ReadUInt32LittleEndian(Input.Available);

    /// <summary>Goes from the end of the first file to the end of the zip.</summary>
    private async ValueTask FinishAsync(bool async, CancellationToken cancellationToken)
    {
        var listed = 0;
        while (true)
        {
            switch (await SignatureAsync(async, cancellationToken).ConfigureAwait(false))
            {
                case EntrySignature:
                    await SkipEntryAsync(async, cancellationToken).ConfigureAwait(false);
                    break;
                case 0x0201_4B50:   // one file in the directory
                    await SkipRecordAsync(46, static r => U16(r, 28) + U16(r, 30) + U16(r, 32), async, cancellationToken).ConfigureAwait(false);
                    listed++;
                    break;
                case 0x0606_4B50:   // end of the directory, long form
                    await SkipRecordAsync(12, static r => BinaryPrimitives.ReadInt64LittleEndian(r[4..]), async, cancellationToken).ConfigureAwait(false);
                    break;
                case 0x0706_4B50:   // where that is
                    await SkipRecordAsync(20, static _ => 0, async, cancellationToken).ConfigureAwait(false);
                    break;
                case 0x0605_4B50:   // end of the directory
                    await SkipRecordAsync(22, static r => U16(r, 20), async, cancellationToken).ConfigureAwait(false);
                    if (listed != _entries)
                        throw Error(FileFault.CorruptArchive, "The directory of the zip does not match its content.");
                    return;
                default:
                    throw Error(FileFault.CorruptArchive, "The zip has unknown bytes where its directory should be.");
            }
        }
    }

    /// <summary>Unpacks a further file to nowhere: its packed length may be known only after it.</summary>
    private async ValueTask SkipEntryAsync(bool async, CancellationToken cancellationToken)
    {
        _entry = await OpenMemberAsync(async, cancellationToken).ConfigureAwait(false);
        if (!_entry.IsFolder && ++_files > Options.MaxEntries)
            throw Error(FileFault.TooManyEntries, "The zip holds more files than the limit; only the first was read.", Options.MaxEntries);
        var buffer = ArrayPool<byte>.Shared.Rent(16 << 10);
        try
        {
            while (await ReadMemberAsync(buffer, async, cancellationToken).ConfigureAwait(false) > 0)
            {
                if (_member!.Length > Options.MaxBytes)
                    throw Error(FileFault.TooLarge, "A file of the zip is longer than the limit.", Options.MaxBytes);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        await CloseMemberAsync(async, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask SkipRecordAsync(int length, Func<ReadOnlySpan<byte>, long> more, bool async, CancellationToken cancellationToken)
    {
        if (await Input.EnsureAsync(length, async, cancellationToken).ConfigureAwait(false) < length)
            throw Truncated();
        var further = more(Input.Available);
        if (further < 0 || !await Input.SkipAsync(length + further, async, cancellationToken).ConfigureAwait(false))
            throw Truncated();
    }

    private static int U16(ReadOnlySpan<byte> record, int at) => BinaryPrimitives.ReadUInt16LittleEndian(record[at..]);
}

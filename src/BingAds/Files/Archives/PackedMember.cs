using System.IO.Compression;

namespace BingAds.Files;

/// <summary>
/// Unpacks one deflated (or stored) piece of an archive and sums it up. Where the packed length is not known beforehand, the inflater has usually read past
/// the end of it; those bytes are still in the window, so that who knows the format can find the end by the trailer that fits the sums.
/// </summary>
internal sealed class PackedMember : IDisposable
{
    private readonly Source _source;
    private readonly DeflateStream? _inflater;
    private Crc32 _crc = Crc32.Start();

    /// <param name="input">Where the packed bytes are.</param>
    /// <param name="packedLength">How many there are, or null if only the data tells.</param>
    /// <param name="stored">The bytes are not packed at all; their number must be known.</param>
    public PackedMember(InputWindow input, long? packedLength, bool stored)
    {
        _source = new(input, packedLength);
        if (!stored)
            _inflater = new(_source, CompressionMode.Decompress, leaveOpen: true);
    }

    /// <summary>Checksum of the content so far.</summary>
    public uint Crc => _crc.Value;

    /// <summary>Length of the content so far.</summary>
    public long Length { get; private set; }

    /// <summary>Packed bytes taken before those still in the window.</summary>
    public long PackedBefore => _source.Before;

    /// <summary>Bytes at the start of the window that the inflater has seen; the end of the piece is within or right behind them.</summary>
    public int InWindow => _source.Lent;

    /// <summary>Whether the input ended under the inflater.</summary>
    public bool RanDry => _source.RanDry;

    /// <summary>Packed bytes that were promised but not taken; 0 if their number was not known.</summary>
    public long Missing => _source.Remaining ?? 0;

    /// <exception cref="InvalidDataException">The bytes are no deflate data.</exception>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, bool async, CancellationToken cancellationToken)
    {
        Stream stream = _inflater ?? (Stream)_source;
        int count;
        if (async)
            count = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        else
            count = stream.Read(buffer.Span);
        _crc.Add(buffer.Span[..count]);
        Length += count;
        return count;
    }

    /// <summary>Uses up what the inflater has seen, when the packed length was known.</summary>
    public void Finish() => _source.GiveUp();

    public void Dispose() => _inflater?.Dispose();

    private sealed class Source(InputWindow input, long? length) : ReadOnlyStream
    {
        /// <summary>
        /// The last bytes of the input go out one by one, longer than any trailer, so that the inflater stops right behind its data there. Then what is missing
        /// after it tells a file that was cut from one that was damaged.
        /// </summary>
        private const int Tail = 32;

        public long Before { get; private set; }

        public int Lent { get; private set; }

        public bool RanDry { get; private set; }

        public long? Remaining { get; private set; } = length;

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            GiveUp();
            if (Remaining == 0 || buffer.Length == 0)
                return 0;

            // Done at once, as nothing is awaited.
            return Lend(buffer, input.EnsureAsync(Tail + 1, async: false, default).GetAwaiter().GetResult());
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            GiveUp();
            if (Remaining == 0 || buffer.Length == 0)
                return 0;
            var there = await input.EnsureAsync(Tail + 1, async: true, cancellationToken).ConfigureAwait(false);
            return Lend(buffer.Span, there);
        }

        public void GiveUp()
        {
            input.Consume(Lent);
            Before += Lent;
            Lent = 0;
        }

        private int Lend(Span<byte> buffer, int there)
        {
            var most = there > Tail ? there - Tail : Math.Min(there, 1);
            Lent = (int)Math.Min(Math.Min(most, buffer.Length), Remaining ?? long.MaxValue);
            RanDry = Lent == 0;
            Remaining -= Lent;
            input.Available[..Lent].CopyTo(buffer);
            return Lent;
        }
    }
}

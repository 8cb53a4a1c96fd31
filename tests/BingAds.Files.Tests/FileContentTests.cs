using System.IO.Compression;
using System.Text;
using BingAds.Errors;

namespace BingAds.Files.Tests;

public class FileContentTests
{
    private static readonly byte[] s_text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 4_000).Select(static i => $"Keyword,{i},\"red, {i * 7919 % 1000}\",,,\r\n")));

    public static TheoryData<string, bool> Kinds
    {
        get
        {
            var data = new TheoryData<string, bool>();
            foreach (var kind in new[]
            {
                "plain", "gzip", "gzip-named", "gzip-two", "gzip-padded", "framework-zip", "framework-zip-stream", "framework-zip-stored", "descriptor", "descriptor-bare", "descriptor-long", "long", "stored", "folder",
            })
            {
                data.Add(kind, false);
                data.Add(kind, true);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Content_is_unpacked_when_the_file_is_of_any_kind(string kind, bool async)
    {
        var packed = Pack(kind, s_text);
        foreach (var (piece, buffer) in new[] { (1 << 20, 16 << 10), (1, 64), (7, 100) })
        {
            var (content, failure, opened) = await ReadAsync(packed, async, piece, new() { BufferSize = buffer });
            Assert.Null(failure);
            Assert.True(content.AsSpan().SequenceEqual(s_text));
            Assert.Equal(kind switch { "plain" => FileCompression.None, _ when kind.StartsWith("gzip", StringComparison.Ordinal) => FileCompression.GZip, _ => FileCompression.Zip }, opened!.Compression);
            Assert.Equal(opened.Compression == FileCompression.Zip ? "r.csv" : null, opened.EntryName);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Content_ends_in_an_error_when_the_file_was_cut_anywhere(string kind, bool async)
    {
        if (kind is "plain" or "gzip-padded")
            return;
        var text = s_text[..2_000];
        var packed = Pack(kind, text);
        for (var cut = 4; cut < packed.Length; cut += cut < packed.Length - 400 ? 17 : 1)
        {
            // Cut between two gzip members the first is a whole file, and a comment of the zip may be missing.
            if (kind == "gzip-two" && cut == Pack("gzip", text[..1_000]).Length)
                continue;
            var (content, failure, _) = await ReadAsync(packed[..cut], async, 1 << 20, new());
            Assert.True(FileFault.TruncatedArchive == (failure as FileFormatException)?.Fault, $"cut to {cut} of {packed.Length}: {failure}");
            Assert.True(text.AsSpan().StartsWith(content));
        }
    }

    [Theory]
    [InlineData("encrypted", nameof(FileFault.UnsupportedArchive))]
    [InlineData("method", nameof(FileFault.UnsupportedArchive))]
    [InlineData("stored-descriptor", nameof(FileFault.UnsupportedArchive))]
    [InlineData("parts", nameof(FileFault.UnsupportedArchive))]
    [InlineData("empty", nameof(FileFault.EmptyArchive))]
    [InlineData("folder-only", nameof(FileFault.EmptyArchive))]
    [InlineData("crc", nameof(FileFault.CorruptArchive))]
    [InlineData("crc-descriptor", nameof(FileFault.CorruptArchive))]
    [InlineData("gzip-crc", nameof(FileFault.CorruptArchive))]
    [InlineData("two", nameof(FileFault.TooManyEntries))]
    [InlineData("gzip-junk", nameof(FileFault.CorruptArchive))]
    [InlineData("gzip-method", nameof(FileFault.UnsupportedArchive))]
    public async Task Content_is_refused_with_the_reason_when_the_archive_is_odd(string kind, string fault)
    {
        foreach (var async in new[] { false, true })
        {
            var (_, failure, _) = await ReadAsync(Pack(kind, s_text), async, 1 << 20, new() { FileName = "result.zip" });
            var error = Assert.IsType<FileFormatException>(failure);
            Assert.Equal(fault, error.Fault.ToString());
            Assert.NotNull(error.File);
        }
    }

    [Fact]
    public async Task Content_of_the_first_file_is_read_when_more_are_allowed()
    {
        var (content, failure, _) = await ReadAsync(Pack("two", s_text), async: true, 1 << 20, new() { MaxEntries = 2 });

        Assert.Null(failure);
        Assert.True(content.AsSpan().SequenceEqual(s_text));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("descriptor")]
    [InlineData("stored")]
    public async Task Content_is_bounded_when_it_never_seems_to_end(string kind)
    {
        var packed = Pack(kind, new byte[3_000_000]);
        var (content, failure, _) = await ReadAsync(packed, async: false, 1 << 20, new() { MaxBytes = 1_000_000 });
        var error = Assert.IsType<FileFormatException>(failure);

        Assert.Equal((FileFault.TooLarge, 1_000_000L), (error.Fault, error.Limit));
        Assert.True(content.Length <= 1_000_000);
    }

    [Fact]
    public async Task Content_is_bounded_when_it_grows_too_much()
    {
        var packed = Pack("gzip", new byte[40_000_000]);
        var (_, failure, _) = await ReadAsync(packed, async: false, 4096, new());

        Assert.Equal(FileFault.ExpandsTooMuch, Assert.IsType<FileFormatException>(failure).Fault);
        Assert.Null((await ReadAsync(packed, async: false, 4096, new() { MaxExpansion = 1100 })).Failure);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Content_closes_the_stream_unless_told_not_to(bool leaveOpen)
    {
        var stream = new ChunkStream(Pack("gzip", s_text), static () => 100);
        await (await FileContent.OpenAsync(stream, new() { LeaveOpen = leaveOpen })).DisposeAsync();

        Assert.Equal(!leaveOpen, stream.IsDisposed);
    }

    [Theory]
    [InlineData(nameof(FileCompression.None))]
    [InlineData(nameof(FileCompression.GZip))]
    [InlineData(nameof(FileCompression.Zip))]
    public async Task Output_is_read_back_when_it_was_completed_and_only_then(string kind)
    {
        var compression = Enum.Parse<FileCompression>(kind);
        var time = new DateTimeOffset(2026, 3, 4, 5, 6, 8, TimeSpan.Zero);
        var whole = new MemoryStream();
        await using (var output = await FileOutput.CreateAsync(whole, compression, "r.csv", time))
        {
            await output.Content.WriteAsync(s_text);
            await output.CompleteAsync();
        }

        var (content, failure, opened) = await ReadAsync(whole.ToArray(), async: true, 1 << 20, new());
        Assert.Null(failure);
        Assert.True(content.AsSpan().SequenceEqual(s_text));
        Assert.Equal(compression, opened!.Compression);
        if (compression == FileCompression.Zip)
            Assert.Equal(time.DateTime, Assert.Single(new ZipArchive(new MemoryStream(whole.ToArray())).Entries).LastWriteTime.DateTime);

        var broken = new MemoryStream();
        await using (var output = await FileOutput.CreateAsync(broken, compression, "r.csv", time))
            await output.Content.WriteAsync(s_text);
        if (compression != FileCompression.None && broken.Length > 0)
            Assert.Equal(FileFault.TruncatedArchive, Assert.IsType<FileFormatException>((await ReadAsync(broken.ToArray(), async: true, 1 << 20, new())).Failure).Fault);
    }

    [Theory]
    [InlineData(nameof(FileCompression.GZip))]
    [InlineData(nameof(FileCompression.Zip))]
    public async Task Output_is_a_whole_archive_when_nothing_was_written(string kind)
    {
        var target = new MemoryStream();
        await using (var output = await FileOutput.CreateAsync(target, Enum.Parse<FileCompression>(kind), "r.csv", DateTimeOffset.UnixEpoch.AddYears(30)))
            await output.CompleteAsync();

        var (content, failure, opened) = await ReadAsync(target.ToArray(), async: false, 1 << 20, new());
        Assert.Equal((kind, 0, null), (opened?.Compression.ToString(), content.Length, failure));
    }

    [Fact]
    public void Crc_is_that_of_the_bitwise_sum_when_bytes_come_in_any_pieces()
    {
        var random = new Random(LongRun.Seed);
        for (var length = 0; length < 300; length++)
        {
            var bytes = new byte[length];
            random.NextBytes(bytes);
            var crc = Crc32.Start();
            var at = random.Next(length + 1);
            crc.Add(bytes.AsSpan(0, at));
            crc.Add(bytes.AsSpan(at));
            Assert.Equal(MadeZip.Crc32Of(bytes), crc.Value);
        }
    }

    internal static byte[] Pack(string kind, byte[] text) => kind switch
    {
        "plain" => text,
        "gzip" => GZip(text),
        "gzip-two" => [.. GZip(text[..(text.Length / 2)]), .. GZip(text[(text.Length / 2)..])],
        "gzip-padded" => [.. GZip(text), .. new byte[512]],
        "gzip-junk" => [.. GZip(text), .. "junk"u8],
        "gzip-crc" => [.. GZip(text)[..^8], (byte)(GZip(text)[^8] ^ 1), .. GZip(text)[^7..]],
        "gzip-method" => [0x1F, 0x8B, 7, .. GZip(text)[3..]],
        // Flags: extra field, name, comment, checksum of the header.
        "gzip-named" => [0x1F, 0x8B, 8, 0x1E, .. GZip(text)[4..10], 3, 0, 1, 2, 3, .. "r.csv\0"u8, .. "made by hand\0"u8, 0, 0, .. GZip(text)[10..]],
        "framework-zip" => FrameworkZip(text, CompressionLevel.Fastest, seekable: true),
        "framework-zip-stream" => FrameworkZip(text, CompressionLevel.Optimal, seekable: false),
        "framework-zip-stored" => FrameworkZip(text, CompressionLevel.NoCompression, seekable: true),
        "descriptor" => new MadeZip { Descriptor = true }.Add("r.csv", text).ToArray(),
        "descriptor-bare" => new MadeZip { Descriptor = true, DescriptorSignature = false }.Add("r.csv", text).ToArray(),
        "descriptor-long" => new MadeZip { Descriptor = true, Long = true }.Add("r.csv", text).ToArray(longEnd: true),
        "long" => new MadeZip { Long = true }.Add("r.csv", text).ToArray(longEnd: true),
        "stored" => new MadeZip { Stored = true }.Add("r.csv", text).ToArray(),
        "folder" => new MadeZip { Stored = true }.Add("a/", []).Add("r.csv", text).ToArray(),
        "encrypted" => new MadeZip { Flags = 1 }.Add("r.csv", text).ToArray(),
        "method" => new MadeZip { Method = 12 }.Add("r.csv", text).ToArray(),
        "stored-descriptor" => new MadeZip { Stored = true, Descriptor = true }.Add("r.csv", text).ToArray(),
        "parts" => [.. "PK\x7\x8"u8, .. new MadeZip().Add("r.csv", text).ToArray()],
        "empty" => new MadeZip().ToArray(),
        "folder-only" => new MadeZip { Stored = true }.Add("a/", []).ToArray(),
        "crc" => new MadeZip { CrcChange = 1 }.Add("r.csv", text).ToArray(),
        "crc-descriptor" => new MadeZip { CrcChange = 1, Descriptor = true }.Add("r.csv", text).ToArray(),
        "two" => new MadeZip { Descriptor = true }.Add("r.csv", text).Add("s.csv", text).ToArray(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    internal static async Task<(byte[] Content, Exception? Failure, FileContent? Opened)> ReadAsync(byte[] packed, bool async, int piece, ContentOptions options)
    {
        var content = new MemoryStream();
        var stream = new ChunkStream(packed, () => piece);
        FileContent? opened = null;
        try
        {
            opened = async ? await FileContent.OpenAsync(stream, options) : FileContent.Open(stream, options);
            var buffer = new byte[5_000];
            int count;
            while ((count = async ? await opened.ReadAsync(buffer) : opened.Read(buffer, 0, buffer.Length)) > 0)
                content.Write(buffer, 0, count);
            Assert.Equal(0, opened.Read(buffer, 0, buffer.Length));
            return (content.ToArray(), null, opened);
        }
        catch (FileFormatException e)
        {
            return (content.ToArray(), e, opened);
        }
        finally
        {
            opened?.Dispose();
        }
    }

    private static byte[] GZip(byte[] text)
    {
        if (text.Length == 0)
            return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            stream.Write(text);
        return packed.ToArray();
    }

    private static byte[] FrameworkZip(byte[] text, CompressionLevel level, bool seekable)
    {
        var packed = new MemoryStream();
        using (var zip = new ZipArchive(seekable ? packed : new OneWay(packed), ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("r.csv", level).Open())
            entry.Write(text);
        return packed.ToArray();
    }

    /// <summary>What an HTTP request looks like to who writes it.</summary>
    private sealed class OneWay(Stream target) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush() => target.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => target.Write(buffer, offset, count);
    }
}

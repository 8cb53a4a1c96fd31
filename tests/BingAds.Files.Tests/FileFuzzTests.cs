using BingAds.Errors;

namespace BingAds.Files.Tests;

public class FileFuzzTests(ITestOutputHelper output)
{
    private static readonly string[] s_kinds =
        ["plain", "gzip", "gzip-named", "gzip-two", "framework-zip", "framework-zip-stream", "framework-zip-stored", "descriptor", "descriptor-bare", "descriptor-long", "long", "stored", "folder", "two"];

    /// <summary>
    /// Whole files give what the slow parser gives. Damaged ones give whole rows of the right text and then a typed error, or, where the damage hit nothing that
    /// counts, everything. Only in a file that is not packed can damage change cells, and there the slow parser says how.
    /// </summary>
    [Fact]
    public async Task Files_give_right_rows_and_then_a_typed_error_when_they_are_damaged()
    {
        output.WriteLine($"seeds from {LongRun.Seed}, {LongRun.Files} files");
        var (whole, broken) = (0, 0);
        for (var seed = LongRun.Seed; seed < LongRun.Seed + LongRun.Files; seed++)
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            if (await TryAsync(seed).WaitAsync(limit.Token))
                whole++;
            else
                broken++;
        }

        output.WriteLine($"{whole} read to the end, {broken} ended in an error");
        Assert.True(whole > LongRun.Files / 10 && broken > LongRun.Files / 10);
    }

    private static async Task<bool> TryAsync(int seed)
    {
        var random = new Random(seed);
        var kind = s_kinds[random.Next(s_kinds.Length)];
        var text = MadeText.Mutated(random, MadeText.WellFormed(random, random.Next(1, 60), DelimitedOptions.Comma));
        if (text.AsSpan().StartsWith("PK"u8) || text is [0x1F, 0x8B, ..])
            return true;
        var packed = FileContentTests.Pack(kind, text);
        var damage = random.Next(3);
        if (damage == 1)
            packed = packed[..random.Next(packed.Length + 1)];
        for (var n = damage == 2 ? random.Next(1, 4) : 0; n > 0 && packed.Length > 0; n--)
            packed[random.Next(packed.Length)] ^= (byte)(1 << random.Next(8));

        var options = new DelimitedOptions { BufferSize = random.Next(1, 3_000), IsFull = random.Next(2) == 0 };
        var async = random.Next(2) == 0;
        var most = random.Next(1, 2_000);
        var (rows, failure, compression) = await ReadAsync(packed, options, async, () => random.Next(1, most + 1));
        var what = $"seed {seed}, {kind}, damage {damage}";
        Assert.True(failure is null or FileFormatException, $"{what}: {failure}");
        if (compression == FileCompression.None)
        {
            var (expected, fault) = SlowParser.Parse(packed, options);
            Assert.True(fault == (failure as FileFormatException)?.Fault, $"{what}: {failure}");
            Rows.AssertSame(expected, rows, what);
            return failure is null;
        }

        var (right, rightFault) = SlowParser.Parse(text, options);
        if (failure is null)
        {
            Assert.Null(rightFault);
            Rows.AssertSame(right, rows, what);
            return true;
        }

        if (damage == 0)
            Assert.True(kind == "two" || rightFault == ((FileFormatException)failure).Fault, $"{what}: {failure}");
        if (damage < 2)
            Rows.AssertSame(right[..Math.Min(rows.Count, right.Count)], rows, what);
        return false;
    }

    private static async Task<(List<SlowParser.Row> Rows, Exception? Failure, FileCompression? Compression)> ReadAsync(byte[] packed, DelimitedOptions options, bool async, Func<int> pieces)
    {
        var stream = new ChunkStream(packed, pieces);
        try
        {
            await using var content = async ? await FileContent.OpenAsync(stream) : FileContent.Open(stream);
            var (rows, failure) = await Rows.ReadAsync(content, options, async);
            return (rows, failure, content.Compression);
        }
        catch (FileFormatException e)
        {
            return ([], e, null);
        }
    }
}

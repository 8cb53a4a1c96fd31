using BingAds.Errors;

namespace BingAds.Files.Tests;

public class DelimitedReaderFuzzTests(ITestOutputHelper output)
{
    public static TheoryData<string> Paths => [.. Enum.GetNames<ScanPath>()];

    /// <summary>The vector paths share no code that finds bytes, so each meets the same hard texts, cut into pieces of all sizes.</summary>
    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Reader_gives_what_the_slow_parser_gives_when_text_is_broken(string path)
    {
        var scan = Enum.Parse<ScanPath>(path);
        Assert.SkipUnless(ScanPaths.IsSupported(scan), "This processor has no such instructions.");
        var rows = LongRun.Rows / Paths.Count;
        output.WriteLine($"{path}: seeds from {LongRun.Seed}, {rows} rows");
        for (int seed = LongRun.Seed, done = 0; done < rows; seed++)
            done += await CompareAsync(seed, scan);
    }

    [Fact]
    public async Task Reader_takes_cells_of_ten_megabytes_when_they_come()
    {
        var random = new Random(LongRun.Seed);
        var cell = new byte[10_000_000];
        for (var i = 0; i < cell.Length; i++)
            cell[i] = (byte)"ab, \n\"\r"[random.Next(7)];
        var quoted = System.Text.Encoding.Latin1.GetString(cell).Replace("\"", "\"\"");
        byte[] text = [.. "a,b\n"u8, .. System.Text.Encoding.Latin1.GetBytes($"x,\"{quoted}\",y\n"), .. "c,d\n"u8];
        foreach (var (async, isFull) in new[] { (false, false), (true, false), (false, true), (true, true) })
        {
            var (rows, failure) = await Rows.ReadAsync(new MemoryStream(text), new() { Trim = false, IsFull = isFull }, async);
            Assert.Null(failure);
            Assert.Equal([2, 3, 2], rows.Select(static r => r.Filled.Count));
            Assert.True(rows[1].Filled[1].Value.AsSpan().SequenceEqual(cell));
        }

        var refused = await Rows.ReadAsync(new MemoryStream(text), new() { MaxRowBytes = 5_000_000 }, async: false);
        Assert.Single(refused.Rows);
        Assert.Equal(FileFault.RowTooLong, Assert.IsType<FileFormatException>(refused.Failure).Fault);
    }

    private static async Task<int> CompareAsync(int seed, ScanPath path)
    {
        var random = new Random(seed);
        var separator = random.Next(4) == 0 ? DelimitedOptions.Tab : DelimitedOptions.Comma;
        var text = MadeText.Mutated(random, MadeText.WellFormed(random, random.Next(1, 40), separator));
        var options = new DelimitedOptions
        {
            Separator = separator,
            SkipBlankLines = random.Next(3) > 0,
            Trim = random.Next(3) > 0,
            BufferSize = random.Next(3) == 0 ? 64 << 10 : random.Next(1, 300),
            MaxRowBytes = random.Next(8) == 0 ? random.Next(1, 400) : 1 << 20,
            Path = path,
            IsFull = random.Next(2) == 0,
        };
        var most = random.Next(2) == 0 ? 1 << 20 : random.Next(1, 200);
        var (expected, fault) = SlowParser.Parse(text, options);
        var (actual, failure) = await Rows.ReadAsync(new ChunkStream(text, () => random.Next(1, most + 1)), options, random.Next(2) == 0);
        var what = $"seed {seed}, {path}, full {options.IsFull}, buffer {options.BufferSize}, pieces up to {most}";
        Assert.True(failure is null or FileFormatException, $"{what}: {failure}");
        Assert.True(fault == (failure as FileFormatException)?.Fault, $"{what}: {failure?.Message ?? "no error"} in place of {fault}");
        Rows.AssertSame(expected, actual, what);
        return expected.Count + 1;
    }
}

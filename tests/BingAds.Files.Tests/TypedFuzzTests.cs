using System.Text;
using BingAds.Bulk;
using BingAds.Errors;

namespace BingAds.Files.Tests;

/// <summary>Made and mutated bulk files: whatever was done to them, the entities are those of a slow parser and a plain binder, and then comes a typed error.</summary>
public class TypedFuzzTests(ITestOutputHelper output)
{
    private static readonly string[] s_kinds = ["gzip", "gzip-named", "gzip-two", "framework-zip", "framework-zip-stream", "framework-zip-stored", "descriptor", "long", "stored"];

    private static readonly string[] s_values =
    [
        "", "", "", "x", "Active", "Paused", "0.55", "1,000.5", "-7", "300000123", "99999999999999999999", "1e3", "Exact", "1", "delete_value", "red \"winter\" shoes", "a,b",
        "two\r\nlines", "Prix \u20AC \u5546\u54C1", "+plus", "\u202Fnarrow\u00A0", "\0", "5\0", "https://a.example/?x=1;2; http://b.example", ";", "\"", "NaN", " padded ",
    ];

    [Fact]
    public async Task Entities_of_mutated_rows_are_those_of_a_plain_binder()
    {
        output.WriteLine($"seeds from {LongRun.Seed}, {LongRun.Rows} rows");
        var (rows, records, broken) = (0, 0, 0);
        for (var seed = LongRun.Seed; rows < LongRun.Rows; seed++)
        {
            var random = new Random(seed);
            var count = random.Next(1, 60);
            var text = MadeText.Mutated(random, Make(random, count));
            var (expected, isBulkFile, fault) = Slow(text);
            var (read, failure) = await ReadAsync(text, random).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
            var what = $"seed {seed}";
            Assert.True(fault is null && isBulkFile ? failure is null : failure is FileFormatException or EntityReadException, $"{what}: {failure}");
            Assert.True(failure is not FileFormatException format || format.Fault == fault, $"{what}: {failure}");
            AssertSame(expected, read, isWhole: true, what);
            rows += count;
            records += read.Count;
            broken += failure is null ? 0 : 1;
        }

        output.WriteLine($"{rows} rows, {records} records, {broken} files ended in an error");
        Assert.True(records > rows / 3 && broken > 10);
    }

    [Fact]
    public async Task Packed_files_give_right_entities_and_then_a_typed_error_when_they_are_damaged()
    {
        output.WriteLine($"seeds from {LongRun.Seed}, {LongRun.Files} files");
        var (whole, broken) = (0, 0);
        for (var seed = LongRun.Seed; seed < LongRun.Seed + LongRun.Files; seed++)
        {
            var random = new Random(seed);
            var text = MadeText.Mutated(random, Make(random, random.Next(1, 200)));
            var (expected, _, _) = Slow(text);
            var packed = FileContentTests.Pack(s_kinds[random.Next(s_kinds.Length)], text);
            var damage = random.Next(3);
            if (damage == 1)
                packed = packed[..random.Next(packed.Length)];
            for (var n = damage == 2 ? random.Next(1, 4) : 0; n > 0 && packed.Length > 4; n--)
                packed[random.Next(4, packed.Length)] ^= (byte)(1 << random.Next(8));
            var (read, failure) = await ReadAsync(packed, random).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
            Assert.True(failure is null or FileFormatException or EntityReadException, $"seed {seed}: {failure}");

            // Unpacked bytes are handed out before their checksum is seen, so flipped bits may change cells; the error then says that they did.
            if (damage != 2)
                AssertSame(expected, read, failure is null, $"seed {seed}, damage {damage}");
            else if (failure is null)
                AssertSame(expected, read, isWhole: true, $"seed {seed}, damage {damage}");
            _ = failure is null ? whole++ : broken++;
        }

        output.WriteLine($"{whole} read to the end, {broken} ended in an error");
        Assert.True(whole > LongRun.Files / 10 && broken > LongRun.Files / 10);
    }

    [Theory]
    [InlineData(10_000_000, true)]
    [InlineData(40_000_000, false)]
    public async Task A_cell_may_have_ten_megabytes_but_not_more_than_a_row_may(int length, bool isRead)
    {
        var text = Encoding.UTF8.GetBytes($"Type,Id,Parent Id,Keyword,Param1\r\nKeyword,1,2,first,\r\nKeyword,2,2,\"{new string('\n', length / 2)}{new string('y', length / 2)}\",z\r\n");
        var (read, failure) = await ReadAsync(text, new Random(1));
        Assert.Equal(isRead ? 2 : 1, read.Count);
        Assert.Equal(isRead, failure is null);
        Assert.True(isRead || failure is FileFormatException { Fault: FileFault.RowTooLong });
    }

    private static void AssertSame(List<SlowBinder.Bound> expected, List<BulkEntity> read, bool isWhole, string what)
    {
        Assert.True(isWhole ? read.Count == expected.Count : read.Count <= expected.Count, $"{what}: {read.Count} of {expected.Count}");
        for (var i = 0; i < read.Count; i++)
        {
            var (wanted, actual) = (expected[i], SlowBinder.Of(read[i]));
            Assert.True(wanted.Own == actual.Own, $"{what}, record {i}\nexpected {wanted.Own}\nis       {actual.Own}");

            // The last bid of a kind wins; rows after the cut are missing from the last record.
            var attached = wanted.Attached.Where(static a => !a.StartsWith("bid", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
            var there = actual.Attached.Where(static a => !a.StartsWith("bid", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
            Assert.True(isWhole || i < read.Count - 1 ? attached.SequenceEqual(there) : there.Count <= attached.Count, $"{what}, record {i}\nexpected {string.Join(' ', attached)}\nis {string.Join(' ', there)}");
            if (isWhole && wanted.Attached.FindLast(static a => a.Contains("bid ", StringComparison.Ordinal)) is { } bid && bid.StartsWith("bid", StringComparison.Ordinal))
                Assert.Contains(bid, actual.Attached);
        }
    }

    private static (List<SlowBinder.Bound> Records, bool IsBulkFile, FileFault? Fault) Slow(byte[] text)
    {
        var (rows, fault) = SlowParser.Parse(text, new DelimitedOptions());
        var (records, isBulkFile) = SlowBinder.Bind(rows);
        return (records, isBulkFile, fault);
    }

    private static async Task<(List<BulkEntity> Read, Exception? Failure)> ReadAsync(byte[] bytes, Random random)
    {
        var most = random.Next(1, 3_000);
        var read = new List<BulkEntity>();
        try
        {
            await using var reader = new BulkFileReader(new ChunkStream(bytes, () => bytes.Length > 1_000_000 ? 100_000 : random.Next(1, most + 1)), new() { Layout = BulkFileLayout.Csv });
            await foreach (var entity in reader.ReadAsync(TestContext.Current.CancellationToken))
                read.Add(entity);
        }
        catch (Exception e)
        {
            return (read, e);
        }

        return (read, null);
    }

    private static byte[] Make(Random random, int rows)
    {
        var text = new StringBuilder(random.Next(3) == 0 ? "\uFEFF" : "");
        var columns = SlowBinder.Columns.Where((c, i) => i == 0 || random.Next(4) != 0).Concat(random.Next(4) == 0 ? ["Keyword", "Colour"] : []).OrderBy(_ => random.Next()).ToList();
        text.AppendJoin(',', columns).Append("\r\n");
        for (var i = 0; i < rows; i++)
        {
            var type = random.Next(12) switch { 0 => "Keyword Error", 1 => "Keyword Main Line Bid", 2 => "Hologram", 3 when i == 0 => "Format Version", _ => "Keyword" };
            text.AppendJoin(',', columns.Select(c => c == "Type" ? type : Quote(random, c is "Id" or "Parent Id" && random.Next(3) != 0 ? $"{random.Next()}" : s_values[random.Next(s_values.Length)])));
            text.Append(random.Next(3) == 0 ? "\n" : "\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Quote(Random random, string value) =>
        value.AsSpan().ContainsAny(",\"\r\n") || random.Next(5) == 0 ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
}

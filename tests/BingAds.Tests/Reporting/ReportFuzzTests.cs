using System.Text;
using BingAds.Errors;
using BingAds.Reporting;

namespace BingAds.Tests.ReportFiles;

public class ReportFuzzTests(ITestOutputHelper output)
{
    private const int Kinds = 4;

    private static readonly string[] s_hard =
        ["\"", "\"\"", ",", "\t", "\n", "\r\n", "\0", "\u00FF", "--", "@2026 Microsoft Corporation", "Rows: 1\n", "<", "</Row>", "<Row>", "&x;", "\uFEFF", " "];

    private static bool IsLong { get; } = Environment.GetEnvironmentVariable("BINGADS_LONG") == "1";

    private static int Seed { get; } = int.TryParse(Environment.GetEnvironmentVariable("BINGADS_SEED"), out var seed) ? seed : 20_261_124;

    /// <summary>
    /// Whole files give their rows. A cut file gives whole rows and then an error, unless all rows were there. Any other damage ends in an error or in as many rows as the header
    /// tells, and never in anything but a typed error.
    /// </summary>
    [Fact]
    public async Task Report_files_give_their_rows_or_a_typed_error_and_are_never_silently_short()
    {
        var files = IsLong ? 20_000 : 400;
        output.WriteLine($"seeds from {Seed}, {files} files");
        var counts = new int[Kinds, 2];
        for (var seed = Seed; seed < Seed + files; seed++)
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            var (kind, isWhole) = await TryAsync(seed).WaitAsync(limit.Token);
            counts[kind, isWhole ? 0 : 1]++;
        }

        for (var kind = 0; kind < Kinds; kind++)
        {
            output.WriteLine($"damage {kind}: {counts[kind, 0]} to the end, {counts[kind, 1]} errors");
        }

        Assert.Equal(0, counts[0, 1]);
        Assert.All(Enumerable.Range(1, Kinds - 1), kind => Assert.True(counts[kind, 1] > files / 50));
    }

    private static async Task<(int Kind, bool IsWhole)> TryAsync(int seed)
    {
        var random = new Random(seed);
        var report = new MadeReport(random);
        var packing = random.Next(3);
        var kind = random.Next(Kinds);
        var mutations = random.Next(1, 6);
        var bytes = kind switch
        {
            0 => report.Packed(packing),
            1 => Cut(random, report.Packed(packing)),
            2 => Mutate(random, report.Text, mutations),
            _ => Flip(random, report.Packed(packing)),
        };
        var options = report.Options;
        options.BufferSize = random.Next(4, 2000);
        var what = $"seed {seed}, damage {kind}, packing {packing}, {report.Format}, header {report.HasHeader}, footer {report.HasFooter}, names {report.HasNames}, quoted {report.IsQuoted}";
        var (rows, failure, count, footer) = await ReadAsync(bytes, options, random.Next(2) == 0, what);

        // Without the first bytes of its kind a file is another one.
        var isSameKind = bytes.Length >= 4 && (packing == 0 || bytes.AsSpan(0, 2).SequenceEqual(report.Packed(packing).AsSpan(0, 2)));
        switch (kind)
        {
            case 0:
                Assert.True(failure is null, $"{what}: {failure}");
                AssertSame(report.Rows, rows, what);
                break;
            case 1 when isSameKind:
                // Where nothing shows the end, the last row may be cut itself.
                var sure = packing == 0 && !report.ShowsItsEnd ? rows.Count - 1 : rows.Count;
                AssertSame(report.Rows.Take(sure), rows.Take(sure), what);
                Assert.True(failure is not null || rows.Count == report.Rows.Count || (!report.ShowsItsEnd && packing == 0), $"{what}: {rows.Count} of {report.Rows.Count} rows and no error");
                break;
            case 2 when failure is null && report.HasHeader && report.Format != ReportFileFormat.Xml:
                // One mutation cannot both hide the number of rows and take rows away; several can.
                var text = Encoding.UTF8.GetString(bytes);
                var isCounted = text.Contains($"\"{MadeReport.Count(report.Rows.Count)}\"", StringComparison.Ordinal) && !text.Contains("Rows: 1\n", StringComparison.Ordinal);
                Assert.True(mutations > 1 || !isCounted || rows.Count >= report.Rows.Count, $"{what}: {rows.Count} of {report.Rows.Count} rows and no error in\n{text}");
                Assert.True(count == rows.Count || (count is null && footer is not null), $"{what}: {rows.Count} rows, {count} told, footer {footer}, in\n{text}");
                break;
            case 3 when packing > 0 && failure is null && isSameKind:
                AssertSame(report.Rows, rows, what);
                break;
        }

        return (kind, failure is null);
    }

    private static async Task<(List<string[]> Rows, FileFormatException? Failure, long? Count, string? Footer)> ReadAsync(byte[] bytes, ReportFileReaderOptions options, bool slowly, string what)
    {
        var rows = new List<string[]>();
        try
        {
            await using var reader = new ReportFileReader(slowly ? new BulkFiles.Trickle(bytes) : new MemoryStream(bytes), options);
            await foreach (var row in reader.ReadRows())
            {
                var cells = new string[row.Columns.Count];
                for (var i = 0; i < cells.Length; i++)
                {
                    cells[i] = row[i].ToString();
                    Use(row[i]);
                }

                rows.Add(cells);
                Assert.Equal(string.Join('|', cells), string.Join('|', Enumerable.Range(0, cells.Length).Select(new Kept(new ReportRecord(row)).Text)));
            }

            return (rows, null, reader.Header!.RowCount, reader.Footer);
        }
        catch (FileFormatException e)
        {
            return (rows, e, null, null);
        }
        catch (Exception e) when (e is not Xunit.Sdk.IAssertionException)
        {
            throw new InvalidOperationException(what, e);
        }
    }

    /// <summary>A cell is a value, missing, or a FormatException.</summary>
    private static void Use(ReportCell cell)
    {
        var isNumber = cell.TryParse<decimal>(out var number);
        Assert.False(isNumber && cell.IsMissing);
        if (cell.TryParse<double>(out var approximate) && isNumber)
        {
            Assert.Equal((double)number, approximate, Math.Abs((double)number) * 1e-12);
        }

        try
        {
            cell.ParsePeriodOrNull();
        }
        catch (FormatException)
        {
            Assert.False(cell.IsMissing);
        }
    }

    private static byte[] Cut(Random random, byte[] bytes) => bytes[..random.Next(bytes.Length)];

    private static byte[] Flip(Random random, byte[] bytes)
    {
        bytes = [.. bytes];
        for (var n = random.Next(1, 4); n > 0 && bytes.Length > 0; n--)
        {
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        }

        return bytes;
    }

    private static byte[] Mutate(Random random, byte[] text, int mutations)
    {
        var bytes = new List<byte>(text);
        for (var n = mutations; n > 0 && bytes.Count > 1; n--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 60), bytes.Count - at);
            switch (random.Next(4))
            {
                case 0:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(s_hard[random.Next(s_hard.Length)]));
                    break;
                case 1:
                    bytes.RemoveRange(at, random.Next(3) == 0 ? length : 1);
                    break;
                case 2:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                default:
                    bytes[at] = (byte)random.Next(256);
                    break;
            }
        }

        return [.. bytes];
    }

    private static void AssertSame(IEnumerable<string[]> expected, IEnumerable<string[]> actual, string what)
    {
        var (wanted, found) = (Lines(expected), Lines(actual));
        Assert.True(wanted.SequenceEqual(found), $"{what}\nexpected\n{string.Join('\n', wanted)}\nfound\n{string.Join('\n', found)}");

        static List<string> Lines(IEnumerable<string[]> rows) => [.. rows.Select(static r => string.Join('|', r))];
    }

    private sealed class Kept(ReportRecord record)
    {
        public string Text(int ordinal) => record[ordinal].ToString();
    }
}

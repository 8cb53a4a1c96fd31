using System.Text;
using System.Xml.Linq;
using BingAds.Errors;
using BingAds.Files;
using BingAds.Files.Tests;
using BingAds.Reporting;

namespace BingAds.Tests.ReportFiles;

public class ReportFuzzTests(ITestOutputHelper output)
{
    private const int Kinds = 7;

    private static readonly string[] s_hard =
        ["\"", "\"\"", ",", "\t", "\n", "\r\n", "\0", "\u00FF", "--", "@2026 Microsoft Corporation", "Rows: 1\n", "<", "</Row>", "<Row>", "&x;", "\uFEFF", " "];

    private static bool IsLong { get; } = Environment.GetEnvironmentVariable("BINGADS_LONG") == "1";

    private static int Seed { get; } = int.TryParse(Environment.GetEnvironmentVariable("BINGADS_SEED"), out var seed) ? seed : 20_261_124;

    /// <summary>
    /// Whole files give their rows, however they are written and packed. A cut file gives whole rows and then an error, unless all rows were there. Where a part is missing,
    /// doubled or wrong the outcome is known. Any other damage ends in an error or in all rows that a slow parser finds in the damaged text, and never in anything but a typed error.
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

            // On a thread of its own, since a loop without end does not look at the token.
            var one = seed;
            var (kind, isWhole) = await Task.Run(() => TryAsync(one, limit.Token), limit.Token).WaitAsync(limit.Token);
            counts[kind, isWhole ? 0 : 1]++;
        }

        for (var kind = 0; kind < Kinds; kind++)
        {
            output.WriteLine($"damage {kind}: {counts[kind, 0]} to the end, {counts[kind, 1]} errors");
        }

        Assert.Equal((0, 0, 0), (counts[0, 1], counts[4, 1], counts[6, 0]));
        Assert.All([1, 2, 3, 5, 6], kind => Assert.True(counts[kind, 1] > files / 50));
    }

    private static async Task<(int Kind, bool IsWhole)> TryAsync(int seed, CancellationToken cancellationToken)
    {
        var random = new Random(seed);
        var report = new MadeReport(random);
        var packing = random.Next(3);
        var kind = random.Next(Kinds);
        var packed = MadeReport.Packed(report.Text, packing);
        var damage = new ReportDamage(random, report);
        var (bytes, name, expected) = kind switch
        {
            0 => (packed, "none", new Expected(report.Rows, Fails: false)),
            1 => (Cut(random, packed), "cut", null),
            2 => (Mutate(random, report.Text, random.Next(1, 6)), "bytes", null),
            3 => (Flip(random, packed), "bits", null),
            4 => damage.Harmless(),
            5 => damage.Structural(),
            _ => damage.Archive(),
        };
        var options = report.Options;
        options.BufferSize = random.Next(4, 2000);
        var what = $"seed {seed}, {name}, packing {packing}, {report.Format}, header {report.HasHeader}, footer {report.HasFooter}, names {report.HasNames}, quoted {report.IsQuoted}";
        var read = await ReadAsync(bytes, options, random.Next(2) == 0, what, cancellationToken);

        // Without the first bytes of its kind a file is another one.
        var signature = packing == 2 ? 4 : 2;
        var isSameKind = bytes.Length >= 4 && (packing == 0 || bytes.AsSpan(0, signature).SequenceEqual(packed.AsSpan(0, signature)));
        if (expected is not null)
        {
            AssertIs(expected, read, what);
        }
        else if (kind == 1 && isSameKind)
        {
            // Where nothing shows the end, the last row may be cut itself.
            var sure = packing == 0 && !report.ShowsItsEnd ? read.Rows.Count - 1 : read.Rows.Count;
            AssertSame(report.Rows.Take(sure), read.Rows.Take(sure), what);
            Assert.True(read.Failure is not null || read.Rows.Count == report.Rows.Count || (!report.ShowsItsEnd && packing == 0), $"{what}: {read.Rows.Count} of {report.Rows.Count} rows and no error");
        }
        else if (kind == 2 && read.Failure is null)
        {
            AssertNothingIsLost(bytes, options, read, what);
        }
        else if (kind == 3 && packing > 0 && read.Failure is null && isSameKind)
        {
            AssertSame(report.Rows, read.Rows, what);
        }

        return (kind, read.Failure is null);
    }

    private static void AssertIs(Expected expected, ReadReport read, string what)
    {
        Assert.True(expected.Fails == read.Failure is not null, $"{what}: {read.Rows.Count} rows, {read.Failure?.ToString() ?? "no error"}");
        if (expected.Rows is { } rows)
        {
            AssertSame(expected.AreAll ? rows : rows.Take(read.Rows.Count), read.Rows, what);
        }
    }

    /// <summary>The parser of the test finds as many rows in the damaged text, and the same in them; what the header tells of their number is right.</summary>
    private static void AssertNothingIsLost(byte[] bytes, ReportFileReaderOptions options, ReadReport read, string what)
    {
        if (read.Format == ReportFileFormat.Xml)
        {
            Assert.Equal(XDocument.Load(new MemoryStream(bytes)).Descendants().Count(static e => e.Name.LocalName == "Row"), read.Rows.Count);
            return;
        }

        what = $"{what}, in\n{Encoding.UTF8.GetString(bytes)}";
        Assert.True(read.Count is null || read.Count == read.Rows.Count, $"{what}: {read.Rows.Count} rows, {read.Count} told");
        Assert.True(read.Count is not null || read.Footer is not null || read.HeaderLines == 0, $"{what}: {read.Rows.Count} rows, and nothing shows their end");
        var (found, fault) = SlowParser.Parse(bytes, new() { Separator = read.Format == ReportFileFormat.Tsv ? DelimitedOptions.Tab : DelimitedOptions.Comma, Trim = false });
        Assert.True(fault is null, $"{what}: {fault}");
        var end = found.Count - (read.Footer is null ? 0 : 1);
        var start = end - read.Rows.Count;

        // Before the rows come the header and the names, if they are those of the file.
        Assert.True(start == read.HeaderLines || start == read.HeaderLines + 1, $"{what}: {read.Rows.Count} rows and {read.HeaderLines} lines of header of {found.Count}");
        Assert.True(start == read.HeaderLines || options.Columns is null || options.HasColumnHeaders != false, $"{what}: a row is missing");
        AssertSame(found[start..end].Select(r => Cells(r, read.ColumnCount)), read.Rows, what);

        static string[] Cells(SlowParser.Row row, int count)
        {
            var cells = Enumerable.Repeat("", count).ToArray();
            foreach (var (column, value) in row.Filled)
            {
                cells[column] = Encoding.UTF8.GetString(value);
            }

            return cells;
        }
    }

    private static async Task<ReadReport> ReadAsync(byte[] bytes, ReportFileReaderOptions options, bool slowly, string what, CancellationToken cancellationToken)
    {
        var rows = new List<string[]>();
        await using var reader = new ReportFileReader(slowly ? new BulkFiles.Trickle(bytes) : new MemoryStream(bytes), options);
        FileFormatException? failure = null;
        try
        {
            await foreach (var row in reader.ReadRows(cancellationToken))
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
        }
        catch (FileFormatException e)
        {
            failure = e;
        }
        catch (Exception e) when (e is not Xunit.Sdk.IAssertionException)
        {
            throw new InvalidOperationException(what, e);
        }

        return new(rows, failure, reader.Format, reader.Header?.RowCount, reader.Header?.Lines.Count ?? 0, reader.Columns?.Count ?? 0, reader.Footer);
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

    private sealed record ReadReport(
        List<string[]> Rows, FileFormatException? Failure, ReportFileFormat? Format, long? Count, int HeaderLines, int ColumnCount, string? Footer);

    private sealed class Kept(ReportRecord record)
    {
        public string Text(int ordinal) => record[ordinal].ToString();
    }
}

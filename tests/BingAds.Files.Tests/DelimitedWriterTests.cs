using System.Text;

namespace BingAds.Files.Tests;

public class DelimitedWriterTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData(" blanks stay ", " blanks stay ")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\tb", "a\tb")]
    [InlineData("say \"x\"", "\"say \"\"x\"\"\"")]
    [InlineData("+red", "\" +red\"")]
    [InlineData("+", "\" +\"")]
    [InlineData("-1", "-1")]
    [InlineData("=1", "=1")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("a\rb", "\"a\rb\"")]
    [InlineData("\"", "\"\"\"\"")]
    [InlineData("", "")]
    [InlineData(null, "")]
    [InlineData("Größe 商品", "Größe 商品")]
    public void Writer_quotes_only_what_must_be(string? value, string text)
    {
        Assert.Equal($"{text},\r\n", Written(2, w => w.Set(0, value)));
        Assert.Equal($"{text},\r\n", Written(2, w => w.Set(0, Encoding.UTF8.GetBytes(value ?? ""))));
    }

    [Fact]
    public void Writer_quotes_tabs_and_not_commas_when_the_separator_is_a_tab() =>
        Assert.Equal("a,b\t\"c\td\"\r\n", Written(2, static w =>
        {
            w.Set(0, "a,b");
            w.Set(1, "c\td");
        }, new() { Separator = DelimitedOptions.Tab, ByteOrderMark = false }));

    [Fact]
    public void Writer_quotes_everything_when_told() =>
        Assert.Equal("\"a\",\"\",\"+5\"\r\n", Written(3, static w =>
        {
            w.Set(0, "a");
            w.Set(2, "+5");
        }, new() { QuoteAll = true, BlankBeforePlus = false, ByteOrderMark = false }));

    [Fact]
    public void Writer_orders_cells_and_takes_the_last_when_one_is_set_again() =>
        Assert.Equal(",b2,,d,\r\n", Written(5, static w =>
        {
            w.Set(3, "d");
            w.Set(4, "e");
            w.Set(1, "b");
            w.Set(4, "");
            w.Set(1, "b2");
        }));

    [Fact]
    public void Writer_formats_values_in_fixed_forms()
    {
        var time = new DateTime(2026, 3, 4, 17, 6, 7).AddMilliseconds(89);
        Assert.Equal("-9223372036854775808,1E-06,0.1,1.50,True,false,3/4/2026 5:06:07 PM,2026/03/04 17:06:07,2026-03-04 17:06:07,2026-03-04,3/4/2026\r\n", Written(11, w =>
        {
            w.Set(0, long.MinValue);
            w.Set(1, 1e-6);
            w.Set(2, 0.1);
            w.Set(3, 1.50m);
            w.Set(4, true);
            w.SetLower(5, false);
            w.Set(6, time, DateForm.DateTime);
            w.Set(7, time, DateForm.DateTimeSlash);
            w.Set(8, time, DateForm.DateTimeDash);
            w.Set(9, time, DateForm.DateDash);
            w.Set(10, time, DateForm.Date);
        }));
    }

    [Fact]
    public void Writer_does_not_treat_names_as_formulas_and_starts_with_a_mark()
    {
        var target = new MemoryStream();
        using var writer = new DelimitedWriter(target, 2);
        writer.Header(["+Type", "a,b"]);
        writer.Flush();

        Assert.Equal("\uFEFF+Type,\"a,b\"\r\n", Encoding.UTF8.GetString(target.ToArray()));
    }

    [Fact]
    public void Writer_refuses_a_column_when_there_is_none() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Written(2, static w => w.Set(2, "x")));

    [Fact]
    public void Writer_allocates_nothing_when_rows_are_written()
    {
        using var writer = new DelimitedWriter(Stream.Null, 443);
        var date = new DateTime(2026, 2, 1);
        for (var i = 0; i < 2_000; i++)
            WriteRow(writer, i, date);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 5_000; i++)
            WriteRow(writer, i, date);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void WriteRow(DelimitedWriter writer, int i, DateTime date)
    {
        writer.Set(0, "Keyword");
        writer.Set(2, 300_000_000L + i);
        writer.Set(400, "say \"hello\", twice");
        writer.Set(60, 0.05 + (i / 100.0));
        writer.Set(29, date, DateForm.Date);
        writer.EndRow();
    }

    /// <summary>What was written reads back the same, whatever the values, buffers and layouts.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Writer_gives_what_the_reader_and_the_slow_parser_read_back(bool async)
    {
        var random = new Random(LongRun.Seed);
        for (var round = 0; round < LongRun.Files; round++)
        {
            var separator = random.Next(2) == 0 ? DelimitedOptions.Comma : DelimitedOptions.Tab;
            var columns = random.Next(1, 450);
            var target = new MemoryStream();
            var written = new List<string>();
            using (var writer = new DelimitedWriter(target, columns, new() { Separator = separator, BufferSize = random.Next(1, 5_000), QuoteAll = random.Next(5) == 0, BlankBeforePlus = false }))
            {
                for (var row = random.Next(1, 6); row > 0; row--)
                {
                    var cells = new string[columns];
                    for (var c = 0; c < columns; c++)
                        cells[c] = random.Next(3) == 0 ? Value(random) : "";
                    cells[0] = "x";
                    foreach (var c in Enumerable.Range(0, columns).OrderBy(_ => random.Next()))
                        writer.Set(c, cells[c]);
                    written.Add(string.Join('|', cells));
                    if (async)
                        await writer.EndRowAsync();
                    else
                        writer.EndRow();
                }

                await writer.FlushAsync();
            }

            var options = new DelimitedOptions { Separator = separator, Trim = false, MaxRowBytes = 1 << 20, BufferSize = random.Next(1, 2_000) };
            var (rows, fault) = SlowParser.Parse(target.ToArray(), options);
            Assert.Null(fault);
            Assert.Equal(written, rows.Select(Rows.Text));
            target.Position = 0;
            Rows.AssertSame(rows, (await Rows.ReadAsync(target, options, async)).Rows, $"round {round} of seed {LongRun.Seed}");
        }
    }

    private static string Value(Random random)
    {
        var text = new StringBuilder();
        for (var n = random.Next(0, 12); n > 0; n--)
            text.Append("ab \",\t\r\n+€商"[random.Next(11)]);
        return text.ToString();
    }

    private static string Written(int columns, Action<DelimitedWriter> set, DelimitedWriterOptions? options = null)
    {
        var target = new MemoryStream();
        using var writer = new DelimitedWriter(target, columns, options ?? new() { ByteOrderMark = false });
        set(writer);
        writer.EndRow();
        writer.Flush();
        return Encoding.UTF8.GetString(target.ToArray());
    }
}

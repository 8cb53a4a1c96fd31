using System.Text;
using BingAds.Errors;

namespace BingAds.Files.Tests;

public class DelimitedReaderTests
{
    [Theory]
    [InlineData("a,b\r\nc,d\r\n", "a|b", "c|d")]
    [InlineData("a,b\nc,d", "a|b", "c|d")]
    [InlineData("\uFEFFa,b\n", "a|b")]
    [InlineData("a,,,b,,\r\n", "a|||b||")]
    [InlineData(",,\r\n", "||")]
    [InlineData("\"a,\"\"b\"\"\",\"c\r\nd\",e", "a,\"b\"|c\r\nd|e")]
    [InlineData("\"\"\"\",\"\"\n", "\"|")]
    [InlineData("  a b\t, \" +red\" ,c \n", "a b|\" +red\"|c")]
    [InlineData("\" +red\",\u00A0x\u202F\n", "+red|x")]
    [InlineData("\"a\"bc,d\n", "a|d")]
    [InlineData("\"a\" \"b\",d\n", "a|d")]
    [InlineData("5\" pipe,6\"\n7,8\n", "5\" pipe|6\"", "7|8")]
    [InlineData("a\rb,c\r\r\n", "a\rb|c")]
    [InlineData("\r\n \r\n\na\n\t\n", "a")]
    [InlineData("a,\r", "a|")]
    [InlineData("\"\"\n", "")]
    [InlineData("")]
    public void Reader_gives_the_cells_when_text_is_laid_out_so(string text, params string[] rows)
    {
        Assert.Equal(rows, Rows.Texts(text));
        Assert.Equal(rows, Rows.Texts(text, new() { IsFull = true }));
    }

    [Fact]
    public void Reader_keeps_blank_lines_and_blanks_when_told()
    {
        var options = new DelimitedOptions { SkipBlankLines = false, Trim = false, Separator = DelimitedOptions.Tab };

        Assert.Equal(["", " a|b ", "", " "], Rows.Texts("\r\n a\tb \r\n\n ", options));
    }

    [Fact]
    public void Reader_counts_lines_also_when_they_are_within_quotes()
    {
        var rows = Rows.Read("a\r\n\r\n\"b\nc\n\",d\ne");

        Assert.Equal([(1, 1), (3, 5), (6, 6)], rows.Select(static r => ((int)r.FirstLine, (int)r.LastLine)));
    }

    [Fact]
    public void Reader_finds_columns_by_index_when_the_row_has_gaps()
    {
        using var reader = Open(",,x,,\"y\"\"z\",,\n");
        Assert.True(reader.Read());

        Assert.Equal(["", "", "x", "", "y\"z", "", ""], Enumerable.Range(0, 7).Select(i => Encoding.UTF8.GetString(reader[i])));
        Assert.Equal(",,x,,\"y\"\"z\",,", Encoding.UTF8.GetString(reader.RowText));
    }

    [Fact]
    public void Reader_takes_quotes_off_wherever_they_stand()
    {
        // Vectors are copied whole: every distance between quotes, and text behind the closing one, which must not come along.
        for (var before = 0; before < 36; before++)
        {
            for (var after = 0; after < 36; after++)
            {
                var (a, b) = (new string('a', before), new string('b', after));
                Assert.Equal([$"{a}\"{b}|{a}\"\"{b}\"|z"], Rows.Texts($"\"{a}\"\"{b}\"dropped,\"{a}\"\"\"\"{b}\"\"\",z\n"));
            }
        }
    }

    [Fact]
    public void Reader_of_a_full_table_keeps_the_values_of_a_row_apart()
    {
        // Asked for backwards and again: each copy without its doubled quotes has a place of its own.
        using var reader = new DelimitedReader(new MemoryStream("\"a\"\"b\",\"\"\"\",\"c\"\"\"\"d\",e\r\n"u8.ToArray()), new() { IsFull = true });
        Assert.True(reader.Read());
        var third = reader[2];
        var second = reader[1];
        var first = reader[0];
        var again = reader[1];

        Assert.Equal(["a\"b", "\"", "c\"\"d", "\"", "e"], [Text(first), Text(second), Text(third), Text(again), Text(reader[3])]);
        Assert.Equal([6, 11, 20, 22], reader.Ends.ToArray());
        Assert.Throws<InvalidOperationException>(() => { _ = reader.FilledCells; });

        static string Text(ReadOnlySpan<byte> value) => Encoding.UTF8.GetString(value);
    }

    [Fact]
    public void Reader_of_a_full_table_refuses_more_cells_than_the_limit()
    {
        var text = Encoding.UTF8.GetBytes("a\n" + new string(',', 2_000) + "\n");
        using var reader = new DelimitedReader(new MemoryStream(text), new() { IsFull = true, MaxCells = 1_000 });

        Assert.True(reader.Read());
        Assert.Equal(FileFault.TooManyCells, Assert.Throws<FileFormatException>(() => reader.Read()).Fault);
    }

    [Fact]
    public void Reader_tells_the_lines_when_a_quote_is_not_closed()
    {
        using var reader = Open("a,b\n\"c,d\ne,f\n");
        Assert.True(reader.Read());
        var error = Assert.Throws<FileFormatException>(() => reader.Read());

        Assert.Equal((FileFault.UnclosedQuote, 2L, 4L), (error.Fault, error.FirstLine, error.LastLine));
        Assert.Same(error, Assert.Throws<FileFormatException>(() => reader.Read()));
    }

    [Theory]
    [InlineData(16, false)]
    [InlineData(17, false)]
    [InlineData(18, true)]
    public void Reader_refuses_a_row_when_it_is_longer_than_the_limit(int length, bool refused)
    {
        using var reader = Open($"a\n{new string('x', length)}\r\nb", new() { MaxRowBytes = 17, BufferSize = 4 });
        Assert.True(reader.Read());
        if (!refused)
        {
            Assert.True(reader.Read());
            Assert.Equal(length, reader[0].Length);
            return;
        }

        var error = Assert.Throws<FileFormatException>(() => reader.Read());
        Assert.Equal((FileFault.RowTooLong, 2L, 17L), (error.Fault, error.FirstLine, error.Limit));
    }

    [Fact]
    public void Reader_refuses_a_row_when_it_has_too_many_cells()
    {
        using var reader = Open(string.Join(',', Enumerable.Repeat("x", 1001)), new() { MaxCells = 1000 });

        Assert.Equal((FileFault.TooManyCells, 1000L), Assert.Throws<FileFormatException>(() => reader.Read()) is var e ? (e.Fault, e.Limit) : default);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Reader_takes_utf16_when_the_mark_says_so(bool bigEndian)
    {
        var encoding = new UnicodeEncoding(bigEndian, byteOrderMark: true);
        using var reader = new DelimitedReader(new MemoryStream([.. encoding.GetPreamble(), .. encoding.GetBytes("Größe,\"商品\"\r\nb,c")]));

        Assert.True(reader.Read());
        Assert.Equal("Größe|商品", $"{Encoding.UTF8.GetString(reader[0])}|{Encoding.UTF8.GetString(reader[1])}");
        Assert.True(reader.Read());
        Assert.False(reader.Read());
    }

    [Fact]
    public async Task Reader_hands_out_whole_rows_and_no_more_when_the_stream_fails()
    {
        var failure = new IOException("gone");
        var (rows, error) = await Rows.ReadAsync(new ChunkStream("a,b\nc,d\ne,f"u8.ToArray(), static () => 5, failure), new(), async: true);

        Assert.Equal(["a|b", "c|d"], rows.Select(Rows.Text));
        Assert.Same(failure, error);
    }

    [Fact]
    public async Task Reader_stays_broken_when_a_read_was_cancelled()
    {
        using var reader = Open("a,b\n");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reader.ReadAsync(new CancellationToken(canceled: true)).AsTask());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reader.ReadAsync().AsTask());
    }

    [Fact]
    public void Reader_allocates_nothing_when_rows_are_read()
    {
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("Keyword,,123,\"red \"\"winter\"\" shoes, size 7\",,,0.55,,,\r\n", 20_000)));
        using var reader = new DelimitedReader(new MemoryStream(text));
        for (var i = 0; i < 5_000; i++)
            Assert.True(Sum(reader) > 0);
        var before = GC.GetAllocatedBytesForCurrentThread();
        long sum = 0;
        for (var i = 0; i < 15_000; i++)
            sum += Sum(reader);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(15_000 * (7 + 3 + 26 + 4), sum);
    }

    private static long Sum(DelimitedReader reader)
    {
        long sum = 0;
        if (!reader.Read())
            return 0;
        foreach (var cell in reader.FilledCells)
            sum += cell.Value.Length;
        return sum;
    }

    private static DelimitedReader Open(string text, DelimitedOptions? options = null) => new(new MemoryStream(Encoding.UTF8.GetBytes(text)), options);
}

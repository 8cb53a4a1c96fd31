using System.IO.Compression;
using System.Net;
using System.Text;
using BingAds.Errors;
using BingAds.Reporting;
using BingAds.V13.Reporting;

namespace BingAds.Tests.ReportFiles;

public class ReportFileReaderTests
{
    private static readonly string[] s_rows = ["2026-03-01|330001|12", "2026-03-02|330001|7"];

    [Theory]
    [InlineData("\n", false)]
    [InlineData("\r\n", false)]
    [InlineData("\r\n", true)]
    public async Task ReportFileReader_gives_rows_and_footer(string lineEnd, bool mark)
    {
        var reader = ReportText.Open((mark ? "\uFEFF" : "") + ReportText.Whole.ReplaceLineEndings(lineEnd));

        var (rows, failure) = await ReportText.ReadAsync(reader);

        Assert.Null(failure);
        Assert.Equal(s_rows, rows);
        Assert.Equal(2, reader.RowsRead);
        Assert.Equal("@2026 Microsoft Corporation. All rights reserved.", reader.Footer);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ReportFileReader_tells_tabs_from_commas(bool quoted)
    {
        var text = ReportText.Whole.Replace("\",\"", "\"\t\"").Replace("\"12\"", "\"1,200\"");
        if (!quoted)
        {
            text = text.Replace("\"", "");
        }

        var reader = ReportText.Open(text);
        var (rows, failure) = await ReportText.ReadAsync(reader);

        Assert.Null(failure);
        Assert.Equal("2026-03-01|330001|1,200", rows[0]);
        Assert.Equal(ReportFileFormat.Tsv, reader.Format);
        Assert.Equal(new DateOnly(2026, 3, 2), reader.Header!.EndDate);
    }

    [Fact]
    public async Task ReportFileReader_reads_UTF_16()
    {
        var reader = ReportText.Open([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(ReportText.Whole)]);

        Assert.Equal(s_rows, (await ReportText.ReadAsync(reader)).Rows);
    }

    [Fact]
    public async Task ReportFileReader_gives_cells_by_column_by_name_and_by_place()
    {
        await using var reader = ReportText.Open(ReportText.Whole);
        long clicks = 0;
        await foreach (var row in reader.ReadRows())
        {
            var first = row[KeywordPerformanceReportColumn.Clicks].ParseOrNull<long>();
            Assert.Equal(first, row["Clicks"].ParseOrNull<long>());
            Assert.Equal(first, row[reader.Columns!.IndexOf(KeywordPerformanceReportColumn.Clicks)].ParseOrNull<long>());
            Assert.Equal(first, row[new KeywordPerformanceReportColumn("Clicks")].ParseOrNull<long>());
            Assert.True(row[KeywordPerformanceReportColumn.Spend].IsEmpty);
            Assert.True(row["NewColumn"].IsEmpty);
            Assert.True(row[-1].IsEmpty);
            Assert.True(row[99].IsEmpty);
            Assert.Equal(11 + reader.RowsRead, row.Line);
            clicks += first!.Value;
        }

        Assert.Equal(19, clicks);
        Assert.Equal([ReportColumnType.Period, ReportColumnType.Whole, ReportColumnType.Whole], Enumerable.Range(0, 3).Select(reader.Columns!.TypeOf));
    }

    // The vendor's reader drops this row.
    [Fact]
    public async Task ReportFileReader_keeps_a_row_whose_first_cell_holds_Total()
    {
        var (rows, failure) = await ReportText.ReadAsync("\"CampaignName\",\"Clicks\"\n\"Total Wine\",\"5\"\n\"Total\",\"6\"\n");

        Assert.Null(failure);
        Assert.Equal(["Total Wine|5", "Total|6"], rows);
    }

    [Fact]
    public async Task ReportFileReader_keeps_a_row_of_blanks_and_dashes()
    {
        var (rows, _) = await ReportText.ReadAsync("\"CampaignName\",\"Clicks\"\n\" \",\"--\"\n\"\",\"\"\n");

        Assert.Equal([" |--", "|"], rows);
    }

    // In the vendor's reader the columns behind a blank header shift.
    [Fact]
    public async Task ReportFileReader_keeps_the_place_of_a_column_without_a_name()
    {
        await using var reader = ReportText.Open("\"CampaignName\",\"\",\"Clicks\"\n\"a\",\"b\",\"5\"\n");
        await foreach (var row in reader.ReadRows())
        {
            Assert.Equal(5, row["Clicks"].ParseOrNull<long>());
            Assert.Equal("b", row[1].ToString());
            Assert.True(row[""].IsEmpty);
        }

        Assert.Equal(1, reader.RowsRead);
    }

    [Fact]
    public async Task ReportFileReader_finds_the_first_of_two_columns_with_one_name()
    {
        await using var reader = ReportText.Open("\"Clicks\",\"Spend\",\"Clicks\"\n\"1\",\"2\",\"3\"\n");
        await foreach (var row in reader.ReadRows())
        {
            Assert.Equal(1, row["Clicks"].ParseOrNull<long>());
            Assert.Equal(3, row[2].ParseOrNull<long>());
        }

        Assert.Equal(["Clicks"], reader.Columns!.Duplicates);
    }

    // The vendor's reader fails on numbers and loses the first row of text.
    [Theory]
    [InlineData("\"2026-03-01\",\"330001\",\"12\"\n\"2026-03-02\",\"330001\",\"7\"\n", "2026-03-01|330001|12", null)]
    [InlineData("\"Brand\",\"Exact\",\"shoes\"\n\"Brand\",\"Broad\",\"hats\"\n", "Brand|Exact|shoes", null)]
    [InlineData("\"Keyword\",\"Clicks\",\"Spend\"\n\"Brand\",\"Broad\",\"hats\"\n", "Keyword|Clicks|Spend", false)]
    public async Task ReportFileReader_reads_rows_without_column_names_by_those_of_the_caller(string table, string first, bool? hasColumnHeaders)
    {
        string[] columns = ["TimePeriod", "CampaignId", "Clicks"];
        foreach (var header in (string[])["", ReportText.Header])
        {
            await using var reader = ReportText.Open(header + table + ReportText.Footer, new() { Columns = columns, HasColumnHeaders = hasColumnHeaders });
            var (rows, failure) = await ReportText.ReadAsync(reader);

            Assert.Null(failure);
            Assert.Equal(2, rows.Count);
            Assert.Equal(first, rows[0]);
            Assert.Equal(columns, reader.Columns!.Names);
        }
    }

    [Fact]
    public async Task ReportFileReader_gives_cells_by_place_when_nobody_tells_the_columns()
    {
        var (rows, failure) = await ReportText.ReadAsync("\"2026-03-01\",\"330001\",\"12\"\n");

        Assert.Null(failure);
        Assert.Equal(["2026-03-01|330001|12"], rows);
    }

    [Fact]
    public async Task ReportFileReader_takes_the_names_of_the_file_over_those_of_the_caller()
    {
        await using var reader = ReportText.Open(ReportText.Whole, new() { Columns = ["A", "B", "C"] });

        await reader.ReadHeaderAsync();

        Assert.Equal(["TimePeriod", "CampaignId", "Clicks"], reader.Columns!.Names);
    }

    [Fact]
    public async Task ReportFileReader_does_not_take_data_for_the_footer()
    {
        const string Names = "\"Keyword\",\"Clicks\"\n";

        Assert.Equal(["@home|1", "\"quoted\"|2", "\u00A9 2026 Microsoft|3", "@2026 Microsoft|"],
            (await ReportText.ReadAsync(Names + "\"@home\",\"1\"\n\"\"\"quoted\"\"\",\"2\"\n\"\u00A9 2026 Microsoft\",\"3\"\n\"@2026 Microsoft\",\"\"\n\"@2026 Microsoft Corporation\"\n")).Rows);
        Assert.Equal(["@2026 Microsoft Office", "@home"], (await ReportText.ReadAsync("\"Keyword\"\n\"@2026 Microsoft Office\"\n\"@home\"\n" + ReportText.Footer)).Rows);
        Assert.Equal(["@2026 Microsoft Office"], (await ReportText.ReadAsync("\"Keyword\"\n\"@2026 Microsoft Office\"\n", new() { HasFooter = false })).Rows);
    }

    [Fact]
    public async Task ReportFileReader_reads_one_column_with_values_that_look_like_a_header()
    {
        const string Rows = "\"shoes: red\"\n\"Rows: 5\"\n";

        Assert.Equal(["shoes: red", "Rows: 5"], (await ReportText.ReadAsync("\"Keyword\"\n" + Rows)).Rows);
        Assert.Equal(["shoes: red", "Rows: 5"], (await ReportText.ReadAsync("\"Rows: 2\"\n\n\"Keyword\"\n" + Rows)).Rows);
        Assert.Equal(["shoes: red", "Rows: 5"], (await ReportText.ReadAsync(Rows, new() { Columns = ["Keyword"], HasHeader = false })).Rows);
    }

    [Fact]
    public async Task ReportFileReader_keeps_line_breaks_and_blanks_of_a_text()
    {
        var (rows, failure) = await ReportText.ReadAsync("\"Keyword\",\"Clicks\"\r\n\" a\r\nb \",\"1\"\r\n");

        Assert.Null(failure);
        Assert.Equal([" a\r\nb |1"], rows);
    }

    [Theory]
    [InlineData("Rows: 2", "Rows: 3", FileFault.RowCountMismatch)]
    [InlineData("Rows: 2", "Rows: 1", FileFault.RowCountMismatch)]
    [InlineData("\"Rows: 2\"", "\"Lines: 2\"", null)]
    [InlineData("\n\"@2026 Microsoft Corporation. All rights reserved. \"", "", null)]
    public async Task ReportFileReader_compares_the_number_of_rows(string old, string @new, FileFault? fault)
    {
        var (rows, failure) = await ReportText.ReadAsync(ReportText.Whole.Replace(old, @new));

        Assert.Equal(s_rows, rows);
        Assert.Equal(fault, failure?.Fault);
        if (fault is not null)
        {
            Assert.Equal(2, failure!.RowsFound);
            Assert.Equal(long.Parse(@new[^1..], System.Globalization.CultureInfo.InvariantCulture), failure.ExpectedRows);
        }
    }

    [Fact]
    public async Task ReportFileReader_wants_a_footer_where_nothing_else_shows_the_end()
    {
        var uncounted = ReportText.Header.Replace("\"Rows: 2\"", "\"Note: x\"") + ReportText.Table;

        Assert.Equal(FileFault.MissingEnd, (await ReportText.ReadAsync(uncounted)).Failure?.Fault);
        Assert.Equal(FileFault.MissingEnd, (await ReportText.ReadAsync(uncounted, new() { HasFooter = false })).Failure?.Fault);
        Assert.Null((await ReportText.ReadAsync(uncounted + ReportText.Footer)).Failure);
        Assert.Equal(FileFault.NotAReport, (await ReportText.ReadAsync(ReportText.Table, new() { HasHeader = true })).Failure?.Fault);
        Assert.Equal(FileFault.MissingEnd, (await ReportText.ReadAsync(ReportText.Header + ReportText.Table, new() { HasFooter = true })).Failure?.Fault);
        Assert.Null((await ReportText.ReadAsync(ReportText.Table)).Failure);
    }

    // Wherever a file is cut: whole rows, and either the report was whole by then or an error.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ReportFileReader_tells_of_a_cut_at_any_byte(bool quoted)
    {
        var whole = quoted ? ReportText.Whole : ReportText.Whole.Replace("\"", "").Replace("Report Time: 3/1/2026, 3/2/2026", "Report Time: 3/1/2026");
        for (var length = 0; length < whole.Length; length++)
        {
            var (rows, failure) = await ReportText.ReadAsync(whole[..length]);

            Assert.Equal(s_rows.Take(rows.Count), rows);
            Assert.True(failure is not null || rows.Count == 2, $"cut at {length}: {rows.Count} rows and no error");
        }
    }

    [Theory]
    [InlineData("\"2026-03-01\",\"330001\"\n")]
    [InlineData("\"2026-03-01\",\"330001\",\"1\",\"2\"\n")]
    [InlineData("\"2026-03-01\"\n")]
    [InlineData("\"@2026 Microsoft Corporation\"\n\"2026-03-02\",\"330001\",\"7\"\n")]
    public async Task ReportFileReader_refuses_a_row_with_other_cells_than_columns(string row)
    {
        var (rows, failure) = await ReportText.ReadAsync("\"TimePeriod\",\"CampaignId\",\"Clicks\"\n\"2026-03-01\",\"330001\",\"12\"\n" + row);

        Assert.Equal(s_rows[..1], rows);
        Assert.Equal(FileFault.WrongCellCount, failure!.Fault);
        Assert.True(failure.FirstLine >= 3);
    }

    [Fact]
    public async Task ReportFileReader_takes_empty_cells_behind_the_last_column()
    {
        var (rows, failure) = await ReportText.ReadAsync("\"TimePeriod\",\"Clicks\"\n\"2026-03-01\",\"1\",,\n\"@2026 Microsoft Corporation\",,,\n");

        Assert.Null(failure);
        Assert.Equal(["2026-03-01|1"], rows);
    }

    [Fact]
    public async Task ReportFileReader_reads_a_report_without_rows()
    {
        var header = ReportText.Header.Replace("Rows: 2", "Rows: 0");

        Assert.Equal((0, null), await CountAsync(header + "\"TimePeriod\",\"Clicks\"\n" + ReportText.Footer));
        Assert.Equal((0, null), await CountAsync(header + ReportText.Footer));
        Assert.Equal((0, null), await CountAsync(header));
        Assert.Equal((0, FileFault.NotAReport), await CountAsync(""));
        Assert.Equal((0, FileFault.NotAReport), await CountAsync("\uFEFF\r\n\r\n"));

        static async Task<(int, FileFault?)> CountAsync(string text) => await ReportText.ReadAsync(text) is var (rows, failure) ? (rows.Count, failure?.Fault) : default;
    }

    [Fact]
    public async Task ReportFileReader_reads_zip_and_gzip()
    {
        var gzip = new MemoryStream();
        using (var stream = new GZipStream(gzip, CompressionLevel.Optimal, leaveOpen: true))
        {
            stream.Write(Encoding.UTF8.GetBytes(ReportText.Whole));
        }

        Assert.Equal(s_rows, (await ReportText.ReadAsync(ReportText.Open(ReportText.Zip(("a.csv", ReportText.Whole))))).Rows);
        Assert.Equal(s_rows, (await ReportText.ReadAsync(ReportText.Open(gzip.ToArray()))).Rows);
    }

    [Fact]
    public async Task ReportFileReader_gives_the_rows_of_a_bad_zip_before_its_error()
    {
        var two = await ReportText.ReadAsync(ReportText.Open(ReportText.Zip(("a.csv", ReportText.Whole), ("b.csv", ReportText.Whole))));
        var none = await ReportText.ReadAsync(ReportText.Open(ReportText.Zip()));
        var zip = ReportText.Zip(("a.csv", ReportText.Whole));
        var cut = await ReportText.ReadAsync(ReportText.Open(zip[..^10]));

        Assert.Equal(s_rows, two.Rows);
        Assert.Equal(FileFault.TooManyEntries, two.Failure!.Fault);
        Assert.Empty(none.Rows);
        Assert.Equal(FileFault.EmptyArchive, none.Failure!.Fault);
        Assert.Equal(s_rows, cut.Rows);
        Assert.Equal(FileFault.TruncatedArchive, cut.Failure!.Fault);
        Assert.Equal(s_rows, (await ReportText.ReadAsync(ReportText.Open(ReportText.Zip(("a.csv", ReportText.Whole), ("b.csv", "")), new() { MaxEntries = 2 }))).Rows);
    }

    [Fact]
    public async Task ReportFileReader_reads_files_and_bodies_of_answers()
    {
        var path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
        await File.WriteAllTextAsync(path, ReportText.Whole);
        try
        {
            Assert.Equal(s_rows, (await ReportText.ReadAsync(ReportFileReader.Open(path))).Rows);
            using var content = new ByteArrayContent(ReportText.Zip(("a.csv", ReportText.Whole)));
            Assert.Equal(s_rows, (await ReportText.ReadAsync(await ReportFileReader.OpenAsync(content))).Rows);
            await File.WriteAllTextAsync(path, ReportText.Whole.Replace("Rows: 2", "Rows: 9"));
            var failure = (await ReportText.ReadAsync(ReportFileReader.Open(path))).Failure;
            Assert.Equal(path, failure!.File);
            Assert.StartsWith(path, failure.Message);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task ReportFileReader_is_walked_once_and_repeats_its_error()
    {
        await using var reader = ReportText.Open(ReportText.Whole.Replace("Rows: 2", "Rows: 3"));
        var walk = reader.ReadRows().GetAsyncEnumerator();
        Assert.True(await walk.MoveNextAsync());
        Assert.True(await walk.MoveNextAsync());
        var first = await Assert.ThrowsAsync<FileFormatException>(async () => await walk.MoveNextAsync());
        var second = await Assert.ThrowsAsync<FileFormatException>(async () => await walk.MoveNextAsync());

        Assert.Equal(first.Fault, second.Fault);
        Assert.Throws<InvalidOperationException>(() => { reader.ReadRows().GetAsyncEnumerator(); });
    }

    [Fact]
    public async Task ReportFileReader_stops_when_it_is_cancelled_and_closes_its_stream_unless_told_otherwise()
    {
        using var cancelled = new CancellationTokenSource();
        var stream = new MemoryStream(Encoding.UTF8.GetBytes(ReportText.Whole));
        await using (var reader = new ReportFileReader(stream, leaveOpen: true))
        {
            var walk = reader.ReadRows(cancelled.Token).GetAsyncEnumerator();
            Assert.True(await walk.MoveNextAsync());
            await cancelled.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await walk.MoveNextAsync());
        }

        Assert.True(stream.CanRead);
        await new ReportFileReader(stream).DisposeAsync();
        Assert.False(stream.CanRead);
    }

    [Fact]
    public async Task ReportFileReader_says_where_a_cell_is_that_cannot_be_read()
    {
        await using var reader = ReportText.Open(ReportText.Whole.Replace("\"7\"", "\"seven\""));
        var messages = new List<string>();
        await foreach (var row in reader.ReadRows())
        {
            try
            {
                row["Clicks"].ParseOrNull<long>();
            }
            catch (FormatException e)
            {
                messages.Add(e.Message);
            }
        }

        Assert.Equal(["Column 'Clicks', line 13: 'seven' is no Int64."], messages);
    }
}

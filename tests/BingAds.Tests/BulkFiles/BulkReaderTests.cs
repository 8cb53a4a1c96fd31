using System.Net.Http.Headers;
using System.Text;
using BingAds.Bulk;
using BingAds.Errors;

namespace BingAds.Tests.BulkFiles;

public class BulkReaderTests
{
    private const string Text = "Type,Status,Id,Parent Id,Campaign,Ad Group,Keyword,Bid,Error,Colour\r\n"
        + "Format Version,,,,,,,,,\r\n"
        + "Campaign,Active,1,9,\"Shoes, red\",,,,,\r\n"
        + "Keyword,Active,11,1,,,\"a \"\"b\"\"\",0.25,,green\r\n"
        + "Keyword Main Line Bid,,,,,,a,0.75,,\r\n"
        + "Keyword Error,,,,,,,,Bad,\r\n"
        + "Keyword,Active,12,1,,,c,,,\r\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(BulkFileCompression.None, BulkFileLayout.Csv)]
    [InlineData(BulkFileCompression.GZip, BulkFileLayout.Tsv)]
    [InlineData(BulkFileCompression.Zip, BulkFileLayout.Csv)]
    [InlineData(BulkFileCompression.Zip, BulkFileLayout.Tsv)]
    public async Task Reader_finds_out_packing_and_layout_by_itself(BulkFileCompression compression, BulkFileLayout layout)
    {
        var bytes = await WriteAsync(await ReadAsync(Bytes(Text)), new() { Compression = compression, Layout = layout });
        await using var reader = new BulkFileReader(new Trickle(bytes));
        var entities = await AllAsync(reader.ReadAsync(Ct));
        Assert.Equal(["Campaign", "Keyword", "Keyword"], entities.Select(static e => e.RecordType));
        Assert.Equal("Shoes, red", ((BulkCampaign)entities[0]).Campaign!.Name);
        Assert.Equal(("a \"b\"", 0.25, 0.75), (((BulkKeyword)entities[1]).Keyword!.Text, ((BulkKeyword)entities[1]).Keyword!.Bid!.Amount, ((BulkKeyword)entities[1]).BidSuggestions!.MainLine!.Bid));
        Assert.Equal(layout, reader.Layout);
    }

    [Fact]
    public async Task Reader_takes_the_body_of_an_answer()
    {
        using var content = new ByteArrayContent(await WriteAsync(await ReadAsync(Bytes(Text)), new() { Compression = BulkFileCompression.GZip }));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        await using var reader = await BulkFileReader.OpenAsync(content, cancellationToken: Ct);
        Assert.Equal(3, (await AllAsync(reader.ReadAsync(Ct))).Count);
    }

    [Theory]
    [InlineData(BulkFileCompression.GZip)]
    [InlineData(BulkFileCompression.Zip)]
    public async Task A_cut_archive_is_an_error_after_the_rows_that_were_whole(BulkFileCompression compression)
    {
        var rows = new StringBuilder("Type,Id,Parent Id,Keyword\r\n");
        var random = new Random(1);
        for (var i = 0; i < 2000; i++)
        {
            rows.Append(System.Globalization.CultureInfo.InvariantCulture, $"Keyword,{i},1,k{random.NextInt64()}\r\n");
        }

        var whole = await WriteAsync(await ReadAsync(Bytes(rows.ToString())), new() { Compression = compression });
        await using var reader = new BulkFileReader(new MemoryStream(whole[..(whole.Length / 2)]));
        var read = new List<long?>();
        var error = await Assert.ThrowsAsync<FileFormatException>(async () =>
        {
            await foreach (var keyword in reader.ReadAsync<BulkKeyword>(Ct))
            {
                read.Add(keyword.Keyword!.Id);
            }
        });
        Assert.Equal(FileFault.TruncatedArchive, error.Fault);
        Assert.InRange(read.Count, 100, 1999);
        Assert.Equal(Enumerable.Range(0, read.Count).Select(static i => (long?)i), read);
    }

    [Fact]
    public async Task A_cut_quote_is_an_error_and_the_record_before_it_is_given()
    {
        await using var reader = new BulkFileReader(new MemoryStream(Bytes("Type,Id,Parent Id,Keyword\r\nKeyword,1,2,a\r\nKeyword,2,2,\"b")));
        await using var entities = reader.ReadAsync(Ct).GetAsyncEnumerator(Ct);
        Assert.True(await entities.MoveNextAsync());
        Assert.Equal(1, ((BulkKeyword)entities.Current).Keyword!.Id);
        var error = await Assert.ThrowsAsync<FileFormatException>(async () => await entities.MoveNextAsync());
        Assert.Equal((FileFault.UnclosedQuote, 3, ErrorCategory.File), (error.Fault, error.FirstLine, error.Category));
        await Assert.ThrowsAsync<FileFormatException>(async () => await entities.MoveNextAsync());
    }

    [Fact]
    public async Task Negative_sites_come_one_by_one_when_the_file_was_cut()
    {
        const string text = "Type,Status,Parent Id,Website\r\nCampaign Negative Site,Active,5,a.example\r\nCampaign Negative Site,Active,5,b.example\r\nCampaign Negative Site,Active,5,\"c";
        await using var reader = new BulkFileReader(new MemoryStream(Bytes(text)));
        var read = new List<BulkEntity>();
        await Assert.ThrowsAsync<FileFormatException>(async () =>
        {
            await foreach (var entity in reader.ReadAsync(Ct))
            {
                read.Add(entity);
            }
        });
        Assert.Equal(["a.example", "b.example"], read.Cast<BulkCampaignNegativeSite>().Select(static s => s.Website));
    }

    [Fact]
    public async Task Bounds_are_options()
    {
        var bytes = await WriteAsync(await ReadAsync(Bytes(Text)), new() { Compression = BulkFileCompression.GZip });
        Assert.Equal(FileFault.TooLarge, (await Assert.ThrowsAsync<FileFormatException>(() => ReadAsync(bytes, new() { MaxBytes = 1000 }))).Fault);
        var error = await Assert.ThrowsAsync<FileFormatException>(() => ReadAsync(Bytes(Text.Replace("Shoes", new string('x', 200), StringComparison.Ordinal)), new() { MaxRowBytes = 100 }));
        Assert.Equal((FileFault.RowTooLong, 100), (error.Fault, error.Limit));
        Assert.Throws<ArgumentOutOfRangeException>(static () => new BulkFileReader(Stream.Null, new() { MaxBytes = 0 }));
    }

    [Fact]
    public async Task Records_that_nobody_wants_are_passed_over_with_their_errors_and_bids()
    {
        var campaigns = await ReadAsync(Bytes(Text), new() { RecordTypes = ["Campaign"] });
        Assert.False(Assert.Single(campaigns).HasErrors);
        await using var reader = new BulkFileReader(new MemoryStream(Bytes(Text)));
        var keywords = await AllAsync(reader.ReadAsync<BulkKeyword>(Ct));
        Assert.Equal([11L, 12L], keywords.Select(static k => k.Keyword!.Id!.Value));
        Assert.Equal("Bad", Assert.Single(keywords[0].Errors).Error);
    }

    [Fact]
    public async Task Rows_give_cells_without_making_entities()
    {
        await using var reader = new BulkFileReader(new MemoryStream(Bytes(Text)));
        var header = await reader.ReadHeaderAsync(Ct);
        var (bid, seen) = (header.IndexOf("Bid"), new List<string>());
        var sum = 0d;
        await foreach (var row in reader.ReadRows(Ct))
        {
            Assert.True(row["No Such Column"].IsEmpty);
            if (row.RecordType.SequenceEqual("Keyword"u8))
            {
                sum += row[bid].ParseOrNull<double>() ?? 0;
                seen.Add($"{row.Line} {row["Id"].Parse<long>()} {row["Keyword"].ToString()} {row["Colour"].ToString()}");
            }
        }

        Assert.Equal(["4 11 a \"b\" green", "7 12 c "], seen);
        Assert.Equal(0.25, sum);
        Assert.Equal(["Colour"], header.UnknownNames);
    }

    [Fact]
    public async Task Filled_cells_are_those_that_hold_something()
    {
        await using var reader = new BulkFileReader(new MemoryStream(Bytes("Type\tId\tName\r\nX\t\t y \r\n")));
        var cells = new List<string>();
        await foreach (var row in reader.ReadRows(Ct))
        {
            foreach (var cell in row.FilledCells)
            {
                cells.Add($"{row.Header.Names[cell.Ordinal]}={cell.Cell.ToString()}");
            }
        }

        Assert.Equal(["Type=X", "Name=y"], cells);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\r\n\r\n")]
    public async Task An_empty_file_is_no_bulk_file(string text) => await Assert.ThrowsAsync<EntityReadException>(() => ReadAsync(Bytes(text)));

    [Fact]
    public async Task A_file_is_walked_once()
    {
        await using var reader = new BulkFileReader(new MemoryStream(Bytes(Text)));
        await AllAsync(reader.ReadAsync(Ct));
        await Assert.ThrowsAsync<InvalidOperationException>(() => AllAsync(reader.ReadAsync(Ct)));
    }

    [Fact]
    public async Task A_walk_ends_when_it_is_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        await using var reader = new BulkFileReader(new MemoryStream(Bytes(Text)));
        await using var entities = reader.ReadAsync(cancel.Token).GetAsyncEnumerator(Ct);
        Assert.True(await entities.MoveNextAsync());
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await entities.MoveNextAsync());
    }

    internal static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    internal static async Task<List<BulkEntity>> ReadAsync(byte[] bytes, BulkFileReaderOptions? options = null)
    {
        await using var reader = new BulkFileReader(new Trickle(bytes), options);
        return await AllAsync(reader.ReadAsync(Ct));
    }

    internal static async Task<List<T>> AllAsync<T>(IAsyncEnumerable<T> entities)
    {
        var all = new List<T>();
        await foreach (var entity in entities)
        {
            all.Add(entity);
        }

        return all;
    }

    internal static async Task<byte[]> WriteAsync(IEnumerable<BulkEntity> entities, BulkFileWriterOptions? options = null)
    {
        using var stream = new MemoryStream();
        await using (var writer = new BulkFileWriter(stream, options, leaveOpen: true))
        {
            await writer.WriteAllAsync(entities, Ct);
            await writer.CompleteAsync(Ct);
        }

        return stream.ToArray();
    }
}

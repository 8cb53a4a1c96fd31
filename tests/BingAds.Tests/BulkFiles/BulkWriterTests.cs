using System.IO.Compression;
using System.Text;
using BingAds.Bulk;
using BingAds.Errors;
using BingAds.V13.CampaignManagement;

namespace BingAds.Tests.BulkFiles;

public sealed class BulkWriterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bulk").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("a.csv", ',', null)]
    [InlineData("a.tsv", '\t', null)]
    [InlineData("a.zip", ',', "a.csv")]
    [InlineData("a.tsv.zip", '\t', "a.tsv")]
    [InlineData("a.csv.gz", ',', null)]
    [InlineData("a.TSV.GZ", '\t', null)]
    public async Task A_files_name_tells_layout_and_packing(string name, char separator, string? entry)
    {
        var path = Path.Combine(_folder, name);
        await using (var writer = BulkFileWriter.Create(path))
        {
            await writer.WriteAsync(Campaign("Shoes"), Ct);
            await writer.CompleteAsync(Ct);
        }

        var bytes = await File.ReadAllBytesAsync(path, Ct);
        Assert.Equal(entry is not null, bytes is [(byte)'P', (byte)'K', ..]);
        Assert.Equal(name.EndsWith("gz", StringComparison.OrdinalIgnoreCase), bytes is [0x1F, 0x8B, ..]);
        if (entry is not null)
        {
            using var zip = await ZipFile.OpenReadAsync(path, Ct);
            Assert.Equal(entry, Assert.Single(zip.Entries).Name);
        }

        await using var reader = BulkFileReader.Open(path);
        Assert.Equal("Shoes", Assert.Single(await BulkReaderTests.AllAsync(reader.ReadAsync<BulkCampaign>(Ct))).Campaign!.Name);
        Assert.Equal(separator == '\t' ? BulkFileLayout.Tsv : BulkFileLayout.Csv, reader.Layout);
        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task A_file_has_its_name_only_when_it_is_whole()
    {
        var path = Path.Combine(_folder, "a.csv");
        await File.WriteAllTextAsync(path, "before", Ct);
        await using (var writer = BulkFileWriter.Create(path))
        {
            await writer.WriteAsync(Campaign("Shoes"), Ct);
            Assert.Equal("before", await File.ReadAllTextAsync(path, Ct));
        }

        Assert.Equal("before", await File.ReadAllTextAsync(path, Ct));
        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task An_archive_that_was_not_completed_has_no_end()
    {
        using var stream = new MemoryStream();
        await using (var writer = new BulkFileWriter(stream, new() { Compression = BulkFileCompression.GZip }, leaveOpen: true))
        {
            for (var i = 0; i < 1000; i++)
            {
                await writer.WriteAsync(Campaign("Shoes"), Ct);
            }
        }

        await Assert.ThrowsAsync<FileFormatException>(() => BulkReaderTests.ReadAsync(stream.ToArray()));
    }

    [Fact]
    public async Task Columns_that_are_new_in_a_later_row_are_copied_too()
    {
        var text = "Type,Id,Parent Id,Campaign,Colour\r\nCampaign,1,2,a,\r\nCampaign,2,2,b,red\r\n";
        var bytes = await BulkReaderTests.WriteAsync(await BulkReaderTests.ReadAsync(BulkReaderTests.Bytes(text)));
        Assert.Equal("red", Assert.Single((await BulkReaderTests.ReadAsync(bytes))[1].UnknownColumns).Value);
    }

    [Fact]
    public async Task A_column_that_the_header_lacks_is_named()
    {
        await using var writer = new BulkFileWriter(new MemoryStream());
        await writer.WriteAsync(Campaign("a"), Ct);
        var late = Campaign("b");
        late.UnknownColumns.Add(new("Colour", "red"));
        var error = await Assert.ThrowsAsync<EntityWriteException>(async () => await writer.WriteAsync(late, Ct));
        Assert.Contains("'Colour'", error.Message, StringComparison.Ordinal);
        Assert.Equal("Colour", error.Column);
        Assert.Equal(1, writer.RowCount);
    }

    [Fact]
    public void A_value_that_a_file_cannot_hold_names_its_column()
    {
        BulkEntity[] entities =
        [
            new BulkTextAd { TextAd = new TextAd { DevicePreference = 5 } },
            new BulkCampaign { Campaign = new Campaign { CampaignType = CampaignType.Search | CampaignType.Shopping } },
            new BulkCampaign { Campaign = new Campaign { Settings = [new ShoppingSetting(), new ShoppingSetting()] } },
        ];
        Assert.Equal(["Device Preference", "Campaign Type"], entities.Take(2).Select(static e => Assert.Throws<EntityWriteException>(() => Cells.Rows(e)).Column));
        Assert.NotNull(Assert.Throws<EntityWriteException>(() => Cells.Rows(entities[2])).Column);
    }

    [Fact]
    public async Task Nothing_can_be_written_to_a_complete_file()
    {
        await using var writer = new BulkFileWriter(new MemoryStream());
        await writer.CompleteAsync(Ct);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await writer.WriteAsync(Campaign("a"), Ct));
    }

    [Fact]
    public async Task Cells_with_separators_quotes_and_line_ends_come_back()
    {
        foreach (var layout in Enum.GetValues<BulkFileLayout>())
        {
            string[] names = ["a,b", "a\tb", "say \"hi\"", "two\r\nlines", "+red", "\"", "ü – 漢"];
            var bytes = await BulkReaderTests.WriteAsync(names.Select(Campaign), new() { Layout = layout });
            Assert.Equal(names, (await BulkReaderTests.ReadAsync(bytes)).Select(static e => ((BulkCampaign)e).Campaign!.Name));
            Assert.DoesNotContain("\n+", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        }
    }

    private static BulkCampaign Campaign(string name) => new() { AccountId = 4, Campaign = new Campaign { Id = -1, Name = name } };
}

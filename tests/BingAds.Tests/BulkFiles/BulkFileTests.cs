using System.Text;
using BingAds.Bulk;
using BingAds.Errors;
using BingAds.V13.CampaignManagement;

namespace BingAds.Tests.BulkFiles;

public class BulkFileTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reader_notes_a_bad_cell_and_reads_the_rest()
    {
        var entities = await ReadAsync("Type,Id,Parent Id,Campaign,Status\r\nCampaign,x1,2,Shoes,Active\r\nCampaign,3,2,Hats,Paused\r\n");
        var campaign = Assert.IsType<BulkCampaign>(entities[0]);
        Assert.Equal(new BulkCellError(2, "Id", "x1", "A whole number was expected."), Assert.Single(campaign.CellErrors));
        Assert.Equal(("Shoes", CampaignStatus.Active), (campaign.Campaign!.Name, campaign.Campaign.Status));
        Assert.Equal(3, ((BulkCampaign)entities[1]).Campaign!.Id);
    }

    [Fact]
    public async Task Reader_ends_at_a_bad_cell_when_it_is_strict()
    {
        var error = await Assert.ThrowsAsync<EntityReadException>(static () =>
            ReadAsync("Type,Id,Parent Id\r\nCampaign,x1,2\r\n", new BulkFileReaderOptions { IsStrict = true }));
        Assert.Equal(2, error.Line);
        Assert.Contains("'Id'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reader_gives_errors_and_bids_to_the_record_before_them()
    {
        var entities = await ReadAsync("Type,Id,Parent Id,Keyword,Bid,Error,Error Number\r\nKeyword,1,2,red,0.5,,\r\nKeyword Main Line Bid,,,red,0.9,,\r\n"
            + "Keyword Error,,,,,TooShort,17\r\nCampaign Error,,,,,Second,18\r\nKeyword,2,2,blue,,,\r\n");
        var keyword = Assert.IsType<BulkKeyword>(entities[0]);
        Assert.Equal(0.9, keyword.BidSuggestions!.MainLine!.Bid);
        Assert.Equal([17, 18], keyword.Errors.Select(static e => e.Number));
        Assert.False(entities[1].HasErrors);
        Assert.Equal(["Keyword", "Keyword Main Line Bid", "Keyword Error", "Campaign Error"], Cells.Rows(keyword).Select(static r => r["Type"]));
        Assert.Single(Cells.Rows(keyword, excludeReadOnly: true));
    }

    [Theory]
    [InlineData(BulkFileLayout.Csv)]
    [InlineData(BulkFileLayout.Tsv)]
    public async Task What_is_newer_than_this_version_is_written_back(BulkFileLayout layout)
    {
        var text = "Type,Id,Parent Id,Campaign,Colour\r\nCampaign,1,2,\"a,\nb\",red\r\nHologram,5,,,green\r\n";
        var entities = await ReadAsync(text);
        Assert.Equal("red", Assert.Single(entities[0].UnknownColumns).Value);
        Assert.IsType<UnknownBulkEntity>(entities[1]);

        using var stream = new MemoryStream();
        await using (var writer = new BulkFileWriter(stream, new BulkFileWriterOptions { Layout = layout }, leaveOpen: true))
        {
            await writer.WriteAllAsync(entities, Ct);
            await writer.CompleteAsync(Ct);
        }

        Assert.Equal([0xEF, 0xBB, 0xBF], stream.ToArray()[..3]);
        stream.Position = 0;
        await using var reader = new BulkFileReader(stream, new BulkFileReaderOptions { Layout = layout });
        var again = await AllAsync(reader);
        Assert.Equal(["Colour"], reader.UnknownColumns);
        Assert.Equal(("a,\nb", "red"), (((BulkCampaign)again[0]).Campaign!.Name, Assert.Single(again[0].UnknownColumns).Value));
        Assert.Equal("green", ((UnknownBulkEntity)again[1]).Values["Colour"]);
    }

    [Fact]
    public async Task Negative_sites_are_together_in_a_full_download_and_apart_in_a_partial_one()
    {
        const string text = "Type,Status,Parent Id,Campaign,Website\r\nCampaign Negative Site,Active,5,C,a.example\r\nCampaign Negative Site,Active,5,C,b.example\r\n";
        var sites = Assert.IsType<BulkCampaignNegativeSites>(Assert.Single(await ReadAsync(text)));
        Assert.Equal(["a.example", "b.example"], sites.CampaignNegativeSites!.NegativeSites!);
        Assert.Equal(["Deleted", "", ""], Cells.Rows(sites).Select(static r => r.GetValueOrDefault("Status", "")));
        Assert.Equal(2, (await ReadAsync(text, new BulkFileReaderOptions { Scope = BulkResultScope.Partial })).Count);
    }

    [Fact]
    public async Task Errors_after_a_row_for_all_sites_are_the_groups()
    {
        var sites = Assert.Single(await ReadAsync("Type,Status,Parent Id,Website,Error\r\nAd Group Negative Site,Deleted,5,,\r\nAd Group Negative Site Error,,,,Bad\r\n"));
        Assert.Equal("Bad", Assert.Single(sites.Errors).Error);
        Assert.Equal(Status.Deleted, ((BulkAdGroupNegativeSites)sites).Status);
    }

    [Theory]
    [InlineData("Type,Name\r\nFormat Version,4.0\r\n")]
    [InlineData("Name,Id\r\nCampaign,4\r\n")]
    public async Task Reader_refuses_what_is_no_file_of_this_version(string text) => await Assert.ThrowsAsync<EntityReadException>(() => ReadAsync(text));

    [Fact]
    public async Task Writer_writes_nothing_of_an_entity_that_cannot_be_written()
    {
        using var stream = new MemoryStream();
        await using var writer = new BulkFileWriter(stream, leaveOpen: true);
        await Assert.ThrowsAsync<EntityWriteException>(async () => await writer.WriteAsync(new BulkCampaign(), Ct));
        await writer.WriteAsync(new BulkCampaign { AccountId = 4, Campaign = new Campaign { Id = -1, Name = "+Shoes" } }, Ct);
        await writer.CompleteAsync(Ct);
        var lines = Encoding.UTF8.GetString(stream.ToArray()).Split("\r\n");
        Assert.StartsWith("Format Version,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("Campaign,,-1,4,,,\" +Shoes\",", lines[2], StringComparison.Ordinal);
        Assert.Equal(4, lines.Length);
    }

    private static async Task<List<BulkEntity>> ReadAsync(string text, BulkFileReaderOptions? options = null)
    {
        await using var reader = new BulkFileReader(new MemoryStream(Encoding.UTF8.GetBytes(text)), options);
        return await AllAsync(reader);
    }

    private static async Task<List<BulkEntity>> AllAsync(BulkFileReader reader)
    {
        var entities = new List<BulkEntity>();
        await foreach (var entity in reader.ReadAsync(Ct))
        {
            entities.Add(entity);
        }

        return entities;
    }
}

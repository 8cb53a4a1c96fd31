using BingAds.Bulk;
using BingAds.V13.Bulk;

namespace BingAds.Tests.Bulk.Upload;

/// <summary>Uploads of entities over real HTTP: what the caller gets for each input.</summary>
public class EntityUploadTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static EntityUploadParameters ByFile => new() { MaxEntitiesPerCall = 0 };

    [Fact]
    public async Task Upload_gives_each_input_its_outcome()
    {
        await using var fake = await FakeBulk.StartAsync();
        using var manager = new BulkServiceManager(fake.Authorization, fake.Options);
        BulkEntity[] entities = [Make.Campaign(-1, "Shoes", "mine"), Make.AdGroup(-1, -2, "Boots"), Make.Keyword(-2, "red boots"), Make.Keyword(-2, "bad boots", clientId: "k2")];

        var result = await manager.UploadEntitiesAsync(entities, ByFile, null, Ct);

        Assert.Equal("3 applied, 1 failed, 0 unknown", result.ToString());
        Assert.Equal([0, 1, 2, 3], result.Items.Select(static i => i.Index));
        Assert.All(result.Items, i => Assert.Same(entities[i.Index], i.Input));
        var campaign = result.Items[0];
        Assert.Equal("mine", campaign.ClientId);
        Assert.Equal("mine", Assert.IsType<BulkCampaign>(campaign.Result).ClientId);
        Assert.Equal("Campaign", fake.World.Records[campaign.Id!.Value].Type);
        var error = Assert.Single(result.Items[3].Errors);
        Assert.Equal((1503, "CampaignServiceInvalidKeywordText", "Text", 3), (error.Code, error.Name, error.FieldPath, error.Index));
        Assert.Equal("k2", result.Items[3].ClientId);
        Assert.Equal("mine", ((BulkCampaign)entities[0]).ClientId);
        Assert.Single(result.Operations);
    }

    [Fact]
    public async Task Upload_that_asks_for_errors_only_takes_silence_for_success()
    {
        await using var fake = await FakeBulk.StartAsync();
        using var manager = new BulkServiceManager(fake.Authorization, fake.Options);
        var parameters = ByFile;
        parameters.ResponseMode = ResponseMode.ErrorsOnly;

        var result = await manager.UploadEntitiesAsync([Make.Campaign(null, "a"), Make.Campaign(null, "bad b", "b"), Make.Campaign(null, "c")], parameters, null, Ct);

        Assert.Equal([BulkUploadOutcome.Applied, BulkUploadOutcome.Failed, BulkUploadOutcome.Applied], result.Items.Select(static i => i.Outcome));
        Assert.Null(result.Items[0].Result);
        Assert.Equal("b", result.Items[1].ClientId);
    }

    [Fact]
    public async Task Upload_matches_results_in_any_order()
    {
        await using var fake = await FakeBulk.StartAsync();
        fake.World.Order = static rows => rows.AsEnumerable().Reverse();
        using var manager = new BulkServiceManager(fake.Authorization, fake.Options);
        BulkEntity[] entities = [.. Enumerable.Range(0, 50).Select(static i => Make.Campaign(null, (i % 7 == 3 ? "bad " : "good ") + i, "c" + i))];

        var result = await manager.UploadEntitiesAsync(entities, ByFile, null, Ct);

        Assert.All(result.Items, static i => Assert.Equal(i.Index % 7 == 3 ? BulkUploadOutcome.Failed : BulkUploadOutcome.Applied, i.Outcome));
        Assert.All(result.Items, static i => Assert.Equal("c" + i.Index, ((BulkCampaign)i.Result!).ClientId));
        Assert.All(result.Items, static i => Assert.EndsWith(" " + i.Index, ((BulkCampaign)i.Result!).Campaign!.Name));
    }

    [Fact]
    public async Task Upload_falls_back_on_position_when_marks_do_not_come_back()
    {
        await using var fake = await FakeBulk.StartAsync();
        fake.World.EchoesClientId = false;
        using var manager = new BulkServiceManager(fake.Authorization, fake.Options);

        var result = await manager.UploadEntitiesAsync([Make.Campaign(-1, "a"), Make.AdGroup(-1, null, "b"), Make.Campaign(null, "bad c"), Make.Campaign(null, "d", "mine")], ByFile, null, Ct);

        Assert.Equal("3 applied, 1 failed, 0 unknown", result.ToString());
        Assert.Equal(BulkUploadOutcome.Failed, result.Items[2].Outcome);
        Assert.Equal("mine", ((BulkCampaign)result.Items[3].Result!).ClientId);
    }

    [Fact]
    public async Task Upload_does_not_guess_whose_an_error_is()
    {
        await using var fake = await FakeBulk.StartAsync();
        fake.World.EchoesClientId = false;
        using var manager = new BulkServiceManager(fake.Authorization, fake.Options);
        var parameters = ByFile;
        parameters.ResponseMode = ResponseMode.ErrorsOnly;

        var result = await manager.UploadEntitiesAsync([Make.Campaign(-1, "a"), Make.AdGroup(-1, null, "b"), Make.Campaign(null, "bad c")], parameters, null, Ct);

        Assert.Equal([BulkUploadOutcome.Unknown, BulkUploadOutcome.Applied, BulkUploadOutcome.Unknown], result.Items.Select(static i => i.Outcome));
        Assert.Contains("cannot be told apart", result.Items[0].Reason);
    }

    [Fact]
    public async Task Upload_restores_a_client_id_that_is_too_long_for_the_mark()
    {
        await using var fake = await FakeBulk.StartAsync();
        using var manager = new BulkServiceManager(fake.Authorization, fake.Options);
        var longest = new string('x', 100);

        var result = await manager.UploadEntitiesAsync([Make.Campaign(null, "a", longest)], ByFile, null, Ct);

        Assert.Equal(longest, ((BulkCampaign)Assert.Single(result.Items).Result!).ClientId);
    }

    [Fact]
    public async Task Upload_counts_the_rows_of_a_group_as_one_input()
    {
        await using var fake = await FakeBulk.StartAsync();
        using var manager = new BulkServiceManager(fake.Authorization, fake.Options);
        var campaign = fake.World.Seed("Campaign", "Shoes", -1);
        var sites = new BulkCampaignNegativeSites { CampaignNegativeSites = new() { CampaignId = campaign, NegativeSites = ["a.example", "b.example"] } };
        var other = new BulkCampaignNegativeSites { CampaignNegativeSites = new() { CampaignId = fake.World.Seed("Campaign", "Boots", -1), NegativeSites = ["bad.example"] } };

        var result = await manager.UploadEntitiesAsync([sites, other], ByFile, null, Ct);

        Assert.Equal([BulkUploadOutcome.Applied, BulkUploadOutcome.Failed], result.Items.Select(static i => i.Outcome));
        Assert.Equal(["a.example", "b.example"], Assert.IsType<BulkCampaignNegativeSites>(result.Items[0].Result).CampaignNegativeSites!.NegativeSites!);
        Assert.Equal(1503, Assert.Single(result.Items[1].Errors).Code);
    }

    [Fact]
    public async Task Upload_of_a_stream_gives_items_as_they_are_known()
    {
        await using var fake = await FakeBulk.StartAsync();
        using var manager = new BulkServiceManager(fake.Authorization, fake.Options);
        var adGroup = fake.World.Seed("Ad Group", "g", 1);
        var parameters = ByFile;
        parameters.KeepInputs = false;
        var items = new List<BulkUploadItem>();

        await foreach (var item in manager.UploadEntitiesAsync(Make.Stream(Enumerable.Range(0, 500).Select(i => Make.Keyword(adGroup, "k" + i, clientId: "c" + i))), parameters, null, Ct))
        {
            items.Add(item);
        }

        Assert.Equal(500, items.Select(static i => i.Index).Distinct().Count());
        Assert.All(items, static i => Assert.Equal((BulkUploadOutcome.Applied, "c" + i.Index, null), (i.Outcome, i.ClientId, i.Input)));
    }

    [Fact]
    public async Task Upload_says_unknown_when_the_job_failed_and_gives_the_handle()
    {
        await using var fake = await FakeBulk.StartAsync();
        fake.OnStatus = static u => u.Result is null ? null : "Failed";
        using var manager = new BulkServiceManager(fake.Authorization, fake.Options);

        var result = await manager.UploadEntitiesAsync([Make.Campaign(null, "a")], ByFile, null, Ct);

        var item = Assert.Single(result.Items);
        Assert.Equal((BulkUploadOutcome.Unknown, "The upload ended as Failed."), (item.Outcome, item.Reason));
        Assert.Equal("r1", BulkUploadOperation.Parse(item.Operation!.ToString()).RequestId);
    }

    [Fact]
    public async Task Upload_says_unknown_when_the_result_is_gone_but_not_when_no_row_failed()
    {
        await using var fake = await FakeBulk.StartAsync();
        fake.OnResult = static _ => 404;
        using var manager = new BulkServiceManager(fake.Authorization, fake.Options);

        var withErrors = await manager.UploadEntitiesAsync([Make.Campaign(null, "a"), Make.Campaign(null, "bad")], ByFile, null, Ct);
        var without = await manager.UploadEntitiesAsync([Make.Campaign(null, "b")], ByFile, null, Ct);

        Assert.Equal("0 applied, 0 failed, 2 unknown", withErrors.ToString());
        Assert.Equal("1 applied, 0 failed, 0 unknown", without.ToString());
    }

    [Fact]
    public async Task Upload_reads_on_when_the_result_breaks_off()
    {
        await using var fake = await FakeBulk.StartAsync();
        var cuts = 0;
        fake.OnResult = _ => Interlocked.Increment(ref cuts) switch { 1 => 403, 2 => -3000, 3 => -100_000, _ => null };
        using var manager = new BulkServiceManager(fake.Authorization, fake.Options);
        BulkEntity[] entities = [.. Enumerable.Range(0, 3000).Select(static i => Make.Campaign(null, (i % 10 == 0 ? "bad " : "good ") + i))];

        var result = await manager.UploadEntitiesAsync(entities, ByFile, null, Ct);

        Assert.Equal("2700 applied, 300 failed, 0 unknown", result.ToString());
    }

    [Fact]
    public async Task Upload_of_nothing_asks_nothing()
    {
        await using var fake = await FakeBulk.StartAsync();
        using var manager = new BulkServiceManager(fake.Authorization, fake.Options);

        Assert.Empty((await manager.UploadEntitiesAsync([], ByFile, null, Ct)).Items);
        Assert.Empty(fake.Log);
    }

    [Fact]
    public async Task Deadline_leaves_the_job_running_and_tells_the_handle()
    {
        await using var fake = await FakeBulk.StartAsync();
        fake.Polls = int.MaxValue;
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        fake.Options.TimeProvider = clock;
        using var manager = new BulkServiceManager(fake.Authorization, fake.Options);
        var parameters = ByFile;
        parameters.Timeout = TimeSpan.FromMinutes(1);
        var submitted = new TaskCompletionSource<BulkUploadOperation>();
        parameters.Submitted = submitted.SetResult;

        var upload = manager.UploadEntitiesAsync([Make.Campaign(null, "a")], parameters, null, Ct);
        await Task.WhenAny(upload, submitted.Task);
        var operation = await submitted.Task.WaitAsync(TimeSpan.FromSeconds(30), Ct);
        clock.Advance(TimeSpan.FromMinutes(2));
        var item = Assert.Single((await upload).Items);

        Assert.Equal(BulkUploadOutcome.Unknown, item.Outcome);
        Assert.Equal(operation, item.Operation);
    }

    [Fact]
    public async Task Result_can_be_read_later_from_the_handle_alone()
    {
        await using var fake = await FakeBulk.StartAsync();
        string? saved = null;
        using (var first = new BulkServiceManager(fake.Authorization, fake.Options))
        {
            var parameters = ByFile;
            parameters.Submitted = o => saved = o.ToString();
            await first.UploadEntitiesAsync([Make.Campaign(null, "a", "mine"), Make.Campaign(null, "bad", "yours")], parameters, null, Ct);
        }

        using var second = new BulkServiceManager(fake.Authorization, fake.Options);
        var read = await second.ReadUploadResultAsync(BulkUploadOperation.Parse(saved!), Ct).ToListAsync(Ct);

        Assert.Equal(["mine", "yours"], read.Select(static e => ((BulkCampaign)e).ClientId));
        Assert.True(read[1].HasErrors);
    }
}

using BingAds.Bulk;
using BingAds.Errors;
using BingAds.V13.CampaignManagement;

namespace BingAds.Tests.Bulk.Upload;

/// <summary>Uploads that take several files: everything arrives once, under the right parent.</summary>
public class SplitTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task List_is_cut_between_groups()
    {
        await using var fake = await FakeBulk.StartAsync();
        using var manager = new BulkServiceManager(fake.Authorization, fake.Options);
        var entities = new List<BulkEntity>();
        entities.AddRange(Enumerable.Range(1, 6).Select(static i => Make.Campaign(-i, "c" + i)));
        entities.AddRange(Enumerable.Range(1, 6).Select(static i => Make.AdGroup(-i, -i, "g")));
        entities.AddRange(Enumerable.Range(1, 12).Select(static i => Make.Keyword(-1 - (i % 6), "k" + i)));

        var result = await manager.UploadEntitiesAsync(entities, new() { MaxEntitiesPerCall = 0, MaxRowsPerFile = 9 }, null, Ct);

        Assert.Equal("24 applied, 0 failed, 0 unknown", result.ToString());
        Assert.Equal(3, fake.Posts.Count);
        Assert.All(fake.World.Records.Values.Where(static r => r.Type == "Keyword"), r => Assert.Equal("Ad Group", fake.World.Records[r.Parent].Type));
    }

    [Fact]
    public async Task Group_that_is_too_large_is_cut_and_goes_on_with_real_ids()
    {
        await using var fake = await FakeBulk.StartAsync();
        using var manager = new BulkServiceManager(fake.Authorization, fake.Options);
        BulkEntity[] entities = [Make.Campaign(-1, "c"), Make.AdGroup(-1, -2, "g"), .. Enumerable.Range(0, 20).Select(static i => Make.Keyword(-2, "k" + i))];

        var result = await manager.UploadEntitiesAsync(entities, new() { MaxEntitiesPerCall = 0, MaxRowsPerFile = 6 }, null, Ct);

        Assert.Equal(22, result.AppliedCount);
        Assert.Equal(4, fake.Posts.Count);
        Assert.Equal(-2, ((BulkKeyword)entities[21]).AdGroupId);
    }

    [Fact]
    public async Task Children_of_a_parent_that_failed_are_not_sent_in_a_later_file()
    {
        await using var fake = await FakeBulk.StartAsync();
        using var manager = new BulkServiceManager(fake.Authorization, fake.Options);
        BulkEntity[] entities = [Make.Campaign(-1, "bad"), Make.Campaign(-2, "b"), Make.AdGroup(-1, null, "x"), Make.AdGroup(-2, null, "y")];

        var items = await manager.UploadEntitiesAsync(Make.Stream(entities), new() { MaxRowsPerFile = 2 }, null, Ct).OrderBy(static i => i.Index).ToListAsync(Ct);

        Assert.Equal([BulkUploadOutcome.Failed, BulkUploadOutcome.Applied, BulkUploadOutcome.Failed, BulkUploadOutcome.Applied], items.Select(static i => i.Outcome));
        Assert.Contains("input 0", items[2].Reason);
        Assert.Null(items[2].Operation);
    }

    [Fact]
    public async Task Names_of_new_parents_are_waited_for()
    {
        await using var fake = await FakeBulk.StartAsync();
        fake.Polls = 3;
        using var manager = new BulkServiceManager(fake.Authorization, fake.Options);
        BulkEntity[] entities =
        [
            Make.Campaign(null, "Shoes"), Make.AdGroup(null, null, "Boots", "shoes"), Make.KeywordByName("SHOES", "boots", "k1"), Make.KeywordByName("Shoes", "Boots", "k2"),
        ];

        var items = await manager.UploadEntitiesAsync(Make.Stream(entities), new() { MaxRowsPerFile = 2 }, null, Ct).ToListAsync(Ct);

        Assert.All(items, static i => Assert.Equal(BulkUploadOutcome.Applied, i.Outcome));
    }

    [Fact]
    public async Task Rows_after_a_clearing_stay_after_it()
    {
        await using var fake = await FakeBulk.StartAsync();
        fake.Polls = 2;
        using var manager = new BulkServiceManager(fake.Authorization, fake.Options);
        var group = fake.World.Seed("Ad Group", "g", 1);
        fake.World.Seed("Ad Group Negative Keyword", "old", group);
        BulkEntity[] entities =
        [
            new BulkAdGroupNegativeKeyword { AdGroupId = group, Status = Status.Deleted, NegativeKeyword = new() },
            new BulkAdGroupNegativeKeyword { AdGroupId = group, NegativeKeyword = new() { Text = "new" } },
        ];

        await manager.UploadEntitiesAsync(Make.Stream(entities), new() { MaxRowsPerFile = 1 }, null, Ct).ToListAsync(Ct);

        Assert.Equal(["new"], fake.World.Records.Values.Where(static r => r.Type == "Ad Group Negative Keyword").Select(static r => r.Name));
    }

    [Fact]
    public async Task Files_stay_below_the_limit_of_bytes()
    {
        await using var fake = await FakeBulk.StartAsync();
        using var manager = new BulkServiceManager(fake.Authorization, fake.Options);
        var group = fake.World.Seed("Ad Group", "g", 1);
        var random = new Random(7);
        BulkEntity[] entities = [.. Enumerable.Range(0, 5000).Select(i => Make.Keyword(group, $"k{i} {random.NextInt64():x16}{random.NextInt64():x16}"))];

        var result = await manager.UploadEntitiesAsync(entities, new() { MaxEntitiesPerCall = 0, MaxFileBytes = 300_000, CompressUploadFile = false }, null, Ct);

        Assert.Equal(5000, result.AppliedCount);
        Assert.True(fake.Posts.Count > 5);
        Assert.All(fake.Posts, static p => Assert.InRange(p.File.Length, 1, 300_000 + (64 << 10)));
    }

    [Fact]
    public async Task At_most_five_uploads_are_open_at_once()
    {
        await using var fake = await FakeBulk.StartAsync();
        fake.Polls = 5;
        using var manager = new BulkServiceManager(fake.Authorization, fake.Options);
        BulkEntity[] entities = [.. Enumerable.Range(0, 60).Select(static i => Make.Campaign(null, "c" + i))];

        var results = await Task.WhenAll(
            manager.UploadEntitiesAsync(entities.Take(30), new() { MaxEntitiesPerCall = 0, MaxRowsPerFile = 2 }, null, Ct),
            manager.UploadEntitiesAsync(entities.Skip(30), new() { MaxEntitiesPerCall = 0, MaxRowsPerFile = 2 }, null, Ct));

        Assert.All(results, static r => Assert.Equal(30, r.AppliedCount));
        Assert.InRange(fake.MostOpen, 2, 5);
    }

    [Fact]
    public async Task Column_that_comes_late_begins_another_file()
    {
        await using var fake = await FakeBulk.StartAsync();
        using var manager = new BulkServiceManager(fake.Authorization, fake.Options);
        var late = Make.Campaign(null, "b");
        late.UnknownColumns.Add(new("New Column", "x"));

        var items = await manager.UploadEntitiesAsync(Make.Stream([Make.Campaign(null, "a"), late]), null, null, Ct).ToListAsync(Ct);

        Assert.All(items, static i => Assert.Equal(BulkUploadOutcome.Applied, i.Outcome));
        Assert.Equal(2, fake.Posts.Count);
    }

    [Fact]
    public async Task Stop_in_the_middle_keeps_what_is_known()
    {
        await using var fake = await FakeBulk.StartAsync();
        fake.OnPost = static post => post.Number == 1 ? PostFault.Refuse(400, 3223, "BulkServiceInvalidFileExtension") : PostFault.None;
        using var manager = new BulkServiceManager(fake.Authorization, fake.Options);
        BulkEntity[] entities = [.. Enumerable.Range(0, 9).Select(static i => Make.Campaign(null, "c" + i))];

        var error = await Assert.ThrowsAsync<BulkUploadException>(() => manager.UploadEntitiesAsync(entities, new() { MaxEntitiesPerCall = 0, MaxRowsPerFile = 3 }, null, Ct));

        Assert.Equal("3 applied, 6 failed, 0 unknown", error.Result.ToString());
        Assert.Equal(3223, Assert.Single(error.Errors).Code);
        Assert.IsType<FileUploadException>(error.InnerException);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task Everything_is_there_once_under_the_right_parent_whatever_happens(int seed)
    {
        var random = new Random(seed);
        var lockRandom = new Lock();
        await using var fake = await FakeBulk.StartAsync();
        fake.Polls = random.Next(3);
        var shuffles = random.Next(2) == 0;
        fake.World.Order = rows => shuffles ? rows.OrderBy(static r => r["Client Id"].Length).ThenByDescending(static r => r["Client Id"], StringComparer.Ordinal) : rows;
        fake.OnPost = post => Next(6) switch
        {
            0 => PostFault.AnswerLost, 1 => PostFault.FileLost, 2 when Next(2) == 0 => PostFault.Cut(Next(3000)), 3 when Next(2) == 0 => PostFault.Refuse(400, 3226, "BulkServiceUrlExpired"), _ => PostFault.None,
        };
        fake.OnResult = _ => Next(5) switch { 0 => 403, 1 => -Next(2000) - 1, _ => null };
        fake.OnCall = route => Next(10) == 0 ? (500, 0, "InternalError") : Next(12) == 0 ? (400, 117, "CallRateExceeded") : null;
        fake.Options.Retry = new RetryOptions { MaxRetries = 30, BudgetMinimum = 100_000, MaxDelay = TimeSpan.FromHours(1) };
        using var manager = new BulkServiceManager(fake.Authorization, fake.Options);
        var expected = new HashSet<(string, string, string)>();
        var entities = Random(random, expected);
        var parameters = new EntityUploadParameters { MaxEntitiesPerCall = 0, MaxRowsPerFile = random.Next(5, 60), CompressUploadFile = random.Next(2) == 0 };

        var items = random.Next(2) == 0
            ? [.. (await manager.UploadEntitiesAsync(entities, parameters, null, Ct)).Items]
            : await manager.UploadEntitiesAsync(Make.Stream(entities), parameters, null, Ct).ToListAsync(Ct);

        Assert.Equal(Enumerable.Range(0, entities.Count).Select(static i => (long)i), items.Select(static i => i.Index).Order());
        Assert.All(items, static i => Assert.True(i.Outcome == BulkUploadOutcome.Applied, i.ToString()));
        Assert.Equal(0, fake.World.Doubles);
        Assert.Equal(expected, fake.World.Records.Values.Select(r => (r.Type, r.Name, r.Parent < 0 ? "" : fake.World.Records[r.Parent].Name)).ToHashSet());
        Assert.Equal(entities.Count, fake.World.Records.Count);

        int Next(int limit)
        {
            lock (lockRandom)
            {
                return random.Next(limit);
            }
        }
    }

    // Campaigns, ad groups, keywords, labels and their ties, by key or by name, mixed so that parents only come before their own children.
    private static List<BulkEntity> Random(Random random, HashSet<(string Type, string Name, string Parent)> expected)
    {
        var entities = new List<BulkEntity>();
        var campaigns = new List<(long? Key, string Name)>();
        var groups = new List<(long? Key, string Name, string Campaign)>();
        var labels = new List<long>();
        for (var i = 0; i < 300; i++)
        {
            var kind = random.Next(10);
            if (kind == 0 || campaigns.Count == 0)
            {
                var campaign = (Key: random.Next(4) == 0 ? (long?)null : -(campaigns.Count + 1), Name: "Campaign " + i);
                campaigns.Add(campaign);
                entities.Add(Make.Campaign(campaign.Key, campaign.Name));
                expected.Add(("Campaign", campaign.Name, ""));
            }
            else if (kind <= 2 || groups.Count == 0)
            {
                var (key, name) = campaigns[random.Next(campaigns.Count)];
                var group = (Key: random.Next(4) == 0 ? (long?)null : -(groups.Count + 1), Name: "Group " + i, Campaign: name);
                groups.Add(group);
                entities.Add(Make.AdGroup(key, group.Key, group.Name, key is null ? name : null));
                expected.Add(("Ad Group", group.Name, name));
            }
            else if (kind == 3)
            {
                labels.Add(-(labels.Count + 1));
                entities.Add(new BulkLabel { Label = new Label { Id = labels[^1], Name = "Label " + i } });
                expected.Add(("Label", "Label " + i, ""));
            }
            else
            {
                var (key, name, campaign) = groups[random.Next(groups.Count)];
                entities.Add(key is null ? Make.KeywordByName(campaign, name, "k" + i) : Make.Keyword(key, "k" + i, clientId: "c" + i));
                expected.Add(("Keyword", "k" + i, name));
            }
        }

        return entities;
    }
}

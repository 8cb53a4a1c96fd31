using System.Globalization;
using System.Text.Json.Nodes;
using BingAds.Bulk;
using BingAds.Conformance.Scenarios;
using BingAds.Emulator;
using BingAds.Errors;
using BingAds.V13.Bulk;
using BingAds.V13.CampaignManagement;
using CompressionType = BingAds.V13.Bulk.CompressionType;
using MatchType = BingAds.V13.CampaignManagement.MatchType;

namespace BingAds.Conformance.Tests;

/// <summary>Uploads and downloads in bad weather: no row is lost, none comes twice, and what is said of a row is what the store has.</summary>
public class FaultRunTests
{
    private static readonly int s_runs = Environment.GetEnvironmentVariable("BINGADS_LONG") == "1" ? 200 : 4;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ApiTransport.Rest)]
    [InlineData(ApiTransport.Soap)]
    public async Task BulkServiceManager_says_of_every_uploaded_row_what_the_store_has(ApiTransport transport)
    {
        await using var world = await FaultWorld.StartAsync(transport);
        var (told, served) = (new Dictionary<BulkUploadOutcome, int>(), 0);
        for (var seed = 1; seed <= s_runs / 2; seed++)
        {
            var random = new Random(seed);
            var before = (await world.KeywordsAsync()).ToDictionary(static k => k.Id!.Value);
            var inputs = Inputs(world, random, seed, [.. before.Values]).ToList();
            var plan = await world.PlanUploadFaultsAsync(random);
            BulkUploadResult result;
            try
            {
                result = await world.Manager.UploadEntitiesAsync(inputs, new EntityUploadParameters { MaxEntitiesPerCall = random.Next(2) * 1000, MaxRowsPerFile = random.Next(3) == 0 ? 25 : 1_000_000 }, cancellationToken: Ct);
            }
            catch (BulkUploadException error)
            {
                result = error.Result;
            }

            var what = $"upload, {transport}, seed {seed}, faults: {plan}";
            world.ClearFaults();
            Assert.True(Enumerable.Range(0, inputs.Count).Select(static i => (long)i).SequenceEqual(result.Items.Select(static i => i.Index)), $"{what}: not each input has its one item");
            var after = (await world.KeywordsAsync()).ToList();
            var byId = after.ToDictionary(static k => k.Id!.Value);
            foreach (var item in result.Items)
            {
                told[item.Outcome] = told.GetValueOrDefault(item.Outcome) + 1;
                Check(item, before, byId, after, what);
            }

            served += plan.Count(static c => c == ';') + 1;
        }

        TestContext.Current.SendDiagnosticMessage($"uploads over {transport}: {string.Join(", ", told.Select(static t => $"{t.Value} {t.Key}"))}; {served} faults planned");
        Assert.True(told.GetValueOrDefault(BulkUploadOutcome.Applied) > told.GetValueOrDefault(BulkUploadOutcome.Unknown));
        Assert.True(told.GetValueOrDefault(BulkUploadOutcome.Failed) > 0);
    }

    [Theory]
    [InlineData(ApiTransport.Rest)]
    [InlineData(ApiTransport.Soap)]
    public async Task BulkServiceManager_downloads_every_row_once(ApiTransport transport)
    {
        await using var world = await FaultWorld.StartAsync(transport);
        var wanted = (await world.KeywordsAsync()).OrderBy(static k => k.Id).Select(static k => (k.Id, k.Text, k.Bid?.Amount)).ToList();
        for (var seed = 1; seed <= s_runs / 2; seed++)
        {
            var random = new Random(1000 + seed);
            var plan = await world.PlanDownloadFaultsAsync(random);
            var parameters = new DownloadParameters
            {
                DownloadEntities = [DownloadEntity.Keywords],
                CompressionType = random.Next(2) == 0 ? CompressionType.Zip : CompressionType.GZip,
                FileType = random.Next(2) == 0 ? BulkFileLayout.Csv : BulkFileLayout.Tsv,
            };
            var what = $"download, {transport}, seed {1000 + seed}, faults: {plan}";
            var read = await ReadAsync(world.Manager, parameters, what);
            world.ClearFaults();
            Assert.True(wanted.SequenceEqual(read.OrderBy(static k => k.Id)), $"{what}: {read.Count} rows of {wanted.Count}, {read.DistinctBy(static k => k.Id).Count()} different");
        }
    }

    // Whether a request for a download that broke was taken nobody knows, so the library leaves it to its caller to ask again. From then on it is the library's work.
    private static async Task<List<(long? Id, string? Text, double? Amount)>> ReadAsync(BulkServiceManager manager, DownloadParameters parameters, string what)
    {
        for (var attempt = 1; ; attempt++)
        {
            var read = new List<(long? Id, string? Text, double? Amount)>();
            var download = manager.DownloadEntitiesAsync(parameters);
            try
            {
                await foreach (var entity in download.WithCancellation(Ct))
                {
                    if (entity is BulkKeyword { Keyword: { } keyword }) read.Add((keyword.Id, keyword.Text, keyword.Bid?.Amount));
                }

                return read;
            }
            catch (SdkException) when (download.Operation is null && attempt < 6)
            {
                Assert.Empty(read);
            }
            catch (SdkException error)
            {
                Assert.Fail($"{what}: {error.Message}");
            }
        }
    }

    // Bids of old keywords, new keywords, and some rows that can't be applied.
    private static IEnumerable<BulkEntity> Inputs(FaultWorld world, Random random, int seed, IReadOnlyList<Keyword> keywords)
    {
        foreach (var keyword in keywords.OrderBy(_ => random.Next()).Take(30))
        {
            yield return new BulkKeyword { AdGroupId = world.AdGroupId, Keyword = new Keyword { Id = keyword.Id, Bid = new Bid { Amount = random.Next(10, 5000) / 100.0 } } };
        }

        for (var i = 0; i < 10; i++)
        {
            yield return new BulkKeyword { AdGroupId = world.AdGroupId, Keyword = new Keyword { Text = $"new {seed} {i}", MatchType = MatchType.Exact, Bid = new Bid { Amount = 1 } } };
        }

        for (var i = 0; i < 4; i++)
        {
            yield return new BulkKeyword { AdGroupId = world.AdGroupId, Keyword = new Keyword { Id = 900_000_000_000 + i, Bid = new Bid { Amount = 1 } } };
        }
    }

    private static void Check(BulkUploadItem item, IReadOnlyDictionary<long, Keyword> before, IReadOnlyDictionary<long, Keyword> after, IReadOnlyList<Keyword> all, string what)
    {
        var sent = ((BulkKeyword)item.Input!).Keyword!;
        var place = string.Create(CultureInfo.InvariantCulture, $"{what}: {item}");
        if (sent.Id is null)
        {
            var found = all.Count(k => k.Text == sent.Text);
            var isRight = item.Outcome switch { BulkUploadOutcome.Applied => found == 1, BulkUploadOutcome.Failed => found == 0, _ => found <= 1 };
            Assert.True(isRight, $"{place}: the store has it {found} times");
            return;
        }

        if (!after.TryGetValue(sent.Id.Value, out var now))
        {
            Assert.True(item.Outcome != BulkUploadOutcome.Applied, $"{place}: there is no such keyword");
            return;
        }

        var (isNew, isOld) = (now.Bid!.Amount == sent.Bid!.Amount, now.Bid.Amount == before[sent.Id.Value].Bid!.Amount);
        Assert.True(item.Outcome switch { BulkUploadOutcome.Applied => isNew, BulkUploadOutcome.Failed => isOld, _ => isNew || isOld }, $"{place}: the store has the bid {now.Bid.Amount}");
    }

    /// <summary>An emulator with one ad group of keywords, a client whose waits take no time, and faults to order.</summary>
    private sealed class FaultWorld : IAsyncDisposable
    {
        private const int Count = 400;

        private readonly EmulatorHost _host;
        private readonly EmulatorTarget _emulator;
        private readonly CampaignManagementClient _campaigns;

        private FaultWorld(EmulatorHost host, EmulatorTarget emulator, EmulatorWorld start, ApiTransport transport)
        {
            _host = host;
            _emulator = emulator;
            var clock = new ScenarioClock(start.Now, emulator.AdvanceAsync);
            var options = new ServiceClientOptions { BaseAddress = emulator.Address, Transport = transport, TimeProvider = clock };
            Authorization = new AuthorizationData
            {
                AccountId = long.Parse(start.AccountId, CultureInfo.InvariantCulture),
                CustomerId = long.Parse(start.CustomerId, CultureInfo.InvariantCulture),
                DeveloperToken = start.DeveloperToken,
                Authentication = new OAuthDesktopMobileAuthCodeGrant(start.ClientId, new OAuthOptions { SignInBaseAddress = emulator.Address, TimeProvider = clock })
                {
                    OAuthTokens = OAuthTokens.FromRefreshToken(start.RefreshToken),
                },
            };
            _campaigns = new CampaignManagementClient(Authorization, options);
            Manager = new BulkServiceManager(Authorization, options);
        }

        public AuthorizationData Authorization { get; }

        public BulkServiceManager Manager { get; }

        public long AdGroupId { get; private set; }

        public static async Task<FaultWorld> StartAsync(ApiTransport transport)
        {
            var host = await EmulatorHost.StartAsync();
            var emulator = await EmulatorTarget.OpenAsync(host.BaseAddress);
            var world = new FaultWorld(host, emulator, await emulator.ResetAsync(), transport);
            var campaign = new BulkCampaign
            {
                AccountId = world.Authorization.AccountId!.Value,
                Campaign = new Campaign { Id = -1, Name = "Weather", CampaignType = CampaignType.Search, BudgetType = BudgetLimitType.DailyBudgetStandard, DailyBudget = 50, Languages = ["English"], TimeZone = "Santiago" },
            };
            var adGroup = new BulkAdGroup { CampaignId = -1, AdGroup = new AdGroup { Id = -2, Name = "Storm", CpcBid = new Bid { Amount = 1 }, Language = "English" } };
            var keywords = Enumerable.Range(0, Count).Select(static i => new BulkKeyword
            {
                AdGroupId = -2, Keyword = new Keyword { Text = $"word {i}", MatchType = MatchType.Exact, Bid = new Bid { Amount = (i + 10) / 100.0 } },
            });
            var result = await world.Manager.UploadEntitiesAsync([campaign, adGroup, .. keywords], cancellationToken: Ct);
            result.ThrowIfAnyFailed();
            world.AdGroupId = result.Items[1].Id!.Value;
            return world;
        }

        public async Task<IEnumerable<Keyword>> KeywordsAsync() =>
            (await _campaigns.GetKeywordsByAdGroupIdAsync(new GetKeywordsByAdGroupIdRequest { AdGroupId = AdGroupId }, cancellationToken: Ct)).Keywords.OfType<Keyword>();

        public Task<string> PlanUploadFaultsAsync(Random random) => PlanAsync(random,
            ("Bulk.GetBulkUploadUrl", s_calls), ("Bulk.GetBulkUploadStatus", s_calls), ("Bulk.UploadEntityRecords", s_calls), ("BulkUpload", s_posts), ("BulkUpload", s_posts), ("BulkDownload", s_files));

        public Task<string> PlanDownloadFaultsAsync(Random random) => PlanAsync(random,
            ("Bulk.DownloadCampaignsByAccountIds", s_calls), ("Bulk.GetBulkDownloadStatus", s_calls), ("BulkDownload", s_files), ("BulkDownload", s_files), ("BulkDownload", s_files));

        // What nobody has met by now would hit the look at the store.
        public void ClearFaults() => _host.Faults.Clear();

        public async ValueTask DisposeAsync()
        {
            Manager.Dispose();
            _campaigns.Dispose();
            await _emulator.DisposeAsync();
            await _host.DisposeAsync();
        }

        private static readonly string[] s_calls =
        [
            """{"code":117,"retryAfter":2}""", """{"code":4204}""", """{"kind":"Status","status":500}""", """{"kind":"Reset"}""", """{"kind":"LostAnswer"}""", """{"kind":"CutBody"}""",
        ];

        private static readonly string[] s_posts =
        [
            """{"kind":"Reset"}""", """{"kind":"CutRequest","bytes":300}""", """{"kind":"LostAnswer"}""", """{"kind":"Status","status":500}""", """{"kind":"ExpiredLink"}""", """{"code":3227}""", """{"code":4204}""",
        ];

        private static readonly string[] s_files =
        [
            """{"kind":"CutBody"}""", """{"kind":"ResetBody"}""", """{"kind":"CutContent"}""", """{"kind":"ExpiredLink"}""", """{"kind":"Status","status":500}""", """{"kind":"Reset"}""", """{"kind":"IgnoreRange"}""",
            """{"kind":"ResetBody","bytes":1}""", """{"kind":"CutBody","bytes":40}""",
        ];

        private async Task<string> PlanAsync(Random random, params (string Call, string[] Faults)[] choices)
        {
            var planned = new List<string>();
            for (var i = random.Next(1, 5); i > 0; i--)
            {
                var (call, faults) = choices[random.Next(choices.Length)];
                var fault = (JsonObject)JsonNode.Parse(faults[random.Next(faults.Length)])!;
                fault["call"] = call;
                fault["times"] = 1;
                planned.Add(fault.ToJsonString());
                await _emulator.AddFaultAsync(fault);
            }

            return string.Join("; ", planned);
        }
    }
}

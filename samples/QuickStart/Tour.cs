using BingAds;
using BingAds.V13.CampaignManagement;
using BingAds.V13.CustomerManagement;
using MatchType = BingAds.V13.CampaignManagement.MatchType; // System.IO has one too.
using Paging = BingAds.V13.CustomerManagement.Paging;
using Predicate = BingAds.V13.CustomerManagement.Predicate;

namespace QuickStart;

/// <summary>A first campaign from sign-in to budget change. Nothing in it knows which transport it uses.</summary>
internal sealed class Tour(CustomerManagementClient customers, CampaignManagementClient campaigns, AuthorizationData authorization, string name)
{
    private long _campaignId;

    public async Task FindAccountAsync()
    {
        var user = (await customers.GetUserAsync(new GetUserRequest())).User;
        var found = await customers.SearchAccountsAsync(new SearchAccountsRequest
        {
            PageInfo = new Paging { Index = 0, Size = 10 },
            Predicates = [new Predicate { Field = "UserId", Operator = PredicateOperator.Equals_, Value = $"{user?.Id}" }],
        });
        var account = found.Accounts[0]!;
        authorization.AccountId = account.Id;
        authorization.CustomerId = account.ParentCustomerId;
        Say.Done("User", $"{user?.UserName}");
        Say.Done("Account", $"{account.Name} ({account.Number}), id {account.Id}, {account.CurrencyCode}");
    }

    public async Task BuildCampaignAsync()
    {
        var added = await campaigns.AddCampaignsAsync(new AddCampaignsRequest
        {
            Campaigns =
            [
                new Campaign
                {
                    Name = $"Winter shoes ({name})",
                    CampaignType = CampaignType.Search,
                    BudgetType = BudgetLimitType.DailyBudgetStandard,
                    DailyBudget = 25,
                    Languages = ["English"],
                    TimeZone = "PacificTimeUSCanadaTijuana",
                },
            ],
        });
        added.GetPartialErrors().ThrowIfAnyFailed();
        _campaignId = added.CampaignIds[0]!.Value;
        Say.Done("Campaign", $"id {_campaignId}");

        var groups = await campaigns.AddAdGroupsAsync(new AddAdGroupsRequest
        {
            CampaignId = _campaignId,
            AdGroups = [new AdGroup { Name = "Boots", CpcBid = new Bid { Amount = 0.75 } }],
        });
        groups.GetPartialErrors().ThrowIfAnyFailed();
        var adGroupId = groups.AdGroupIds[0]!.Value;
        Say.Done("Ad group", $"id {adGroupId}");

        await AddKeywordsAsync(adGroupId);
        await AddAdAsync(adGroupId);
    }

    public async Task ChangeBudgetAsync()
    {
        var update = new UpdateCampaignsRequest { Campaigns = [new Campaign { Id = _campaignId, DailyBudget = 40 }] };
        (await campaigns.UpdateCampaignsAsync(update)).GetPartialErrors().ThrowIfAnyFailed();
        var read = await campaigns.GetCampaignsByIdsAsync(new GetCampaignsByIdsRequest { CampaignIds = [_campaignId], CampaignType = CampaignType.Search });
        var campaign = read.Campaigns[0]!;
        Say.Done("Budget", $"'{campaign.Name}' now has {campaign.DailyBudget} a day and is {campaign.Status}");
    }

    public async Task CleanUpAsync() =>
        await campaigns.DeleteCampaignsAsync(new DeleteCampaignsRequest { CampaignIds = [_campaignId] });

    private async Task AddKeywordsAsync(long adGroupId)
    {
        var keywords = new AddKeywordsRequest
        {
            AdGroupId = adGroupId,
            Keywords =
            [
                new Keyword { Text = "winter boots", MatchType = MatchType.Exact, Bid = new Bid { Amount = 0.9 } },
                new Keyword { Text = "fur boots", MatchType = MatchType.Phrase, FinalUrls = ["shop.example/fur"] }, // No https:// in front: refused.
                new Keyword { Text = "snow boots", MatchType = MatchType.Broad },
            ],
        };
        var response = await campaigns.AddKeywordsAsync(keywords);
        Say.Done("Keywords", $"{response.KeywordIds.Count(static id => id is not null)} of {keywords.Keywords.Count} added");
        foreach (var failed in response.GetPartialErrors())
        {
            var error = failed.Error;
            Say.Failed("Keyword", $"[{failed.Index}] {error.Code} {error.Name}, field {error.FieldPath}");
            Say.More(error.Message ?? "");
            Say.More(error.Advice);
        }
    }

    private async Task AddAdAsync(long adGroupId)
    {
        var ad = new ResponsiveSearchAd
        {
            Headlines = Links("Warm winter boots", "Free returns", "New this season"),
            Descriptions = Links("Boots for every weather.", "Order today, wear them tomorrow."),
            FinalUrls = ["https://shop.example/boots"],
        };
        var response = await campaigns.AddAdsAsync(new AddAdsRequest { AdGroupId = adGroupId, Ads = [ad] });
        response.GetPartialErrors().ThrowIfAnyFailed();
        var read = await campaigns.GetAdsByAdGroupIdAsync(new GetAdsByAdGroupIdRequest { AdGroupId = adGroupId, AdTypes = [AdType.ResponsiveSearch] });
        var found = read.Ads.OfType<ResponsiveSearchAd>().Single();
        Say.Done("Ad", $"id {found.Id} with {found.Headlines?.Count} headlines, read back");
    }

    private static List<AssetLink> Links(params string[] texts) => [.. texts.Select(static t => new AssetLink { Asset = new TextAsset { Text = t } })];
}

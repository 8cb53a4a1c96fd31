using BingAds;
using BingAds.V13.CampaignManagement;
using BingAds.V13.CustomerManagement;
using MatchType = BingAds.V13.CampaignManagement.MatchType;

namespace DailyReport;

/// <summary>
/// Three accounts with campaigns, ad groups and keywords, made once in an emulator. What is there is left alone and what is missing is added, so it does not matter if
/// it was broken off in the middle; a label says that an account is complete.
/// </summary>
internal sealed class DemoAccounts(CustomerManagementClient customers, CampaignManagementClient campaigns, AuthorizationData authorization)
{
    private const string Complete = "Filled for the daily report";
    private const int Accounts = 3;
    private const int Campaigns = 4;
    private const int AdGroups = 3;
    private const int Keywords = 20;

    private static readonly string[] s_goods = ["boots", "sandals", "clogs", "slippers"];
    private static readonly string[] s_shelves = ["women", "men", "children"];

    /// <summary>The ids of the accounts, which are complete.</summary>
    public async Task<IReadOnlyList<long>> FillAsync()
    {
        var there = (await customers.GetAccountsInfoAsync(new() { CustomerId = authorization.CustomerId })).AccountsInfo;
        var ids = new List<long>();
        for (var number = 1; number <= Accounts; number++)
        {
            var name = $"Shoe shop {number}";
            var id = there.FirstOrDefault(a => a?.Name == name)?.Id ?? await AddAsync(name);
            await FillAsync(new CallOptions { AccountId = id }, number);
            ids.Add(id);
        }

        return ids;
    }

    private async Task<long> AddAsync(string name)
    {
        var account = new AdvertiserAccount
        {
            Name = name,
            ParentCustomerId = authorization.CustomerId,
            CurrencyCode = CurrencyCode.USD,
            TimeZone = TimeZoneType.PacificTimeUSCanadaTijuana,
            BusinessAddress = new() { Line1 = "2 Quay Street", City = "Portland", StateOrProvince = "OR", PostalCode = "97201", CountryCode = "US" },
        };
        return (await customers.AddAccountAsync(new() { Account = account })).AccountId!.Value;
    }

    private async Task FillAsync(CallOptions account, int number)
    {
        var labels = await campaigns.GetLabelsByIdsAsync(new() { PageInfo = new() { Index = 0, Size = 100 } }, account);
        if (labels.Labels.Any(static l => l?.Name == Complete))
        {
            return;
        }

        var there = (await campaigns.GetCampaignsByAccountIdAsync(new() { AccountId = account.AccountId, CampaignType = CampaignType.Search }, account)).Campaigns;
        for (var i = 0; i < Campaigns; i++)
        {
            var campaign = new Campaign
            {
                Name = $"All {s_goods[i]}",
                CampaignType = CampaignType.Search,
                BudgetType = BudgetLimitType.DailyBudgetStandard,
                DailyBudget = 20 + (10 * number),
                Languages = ["English"],
                TimeZone = "PacificTimeUSCanadaTijuana",
                Status = CampaignStatus.Active, // A new one is paused otherwise, and has no figures from then on.
            };
            if (there.FirstOrDefault(c => c?.Name == campaign.Name)?.Id is not { } id)
            {
                var added = await campaigns.AddCampaignsAsync(new() { AccountId = account.AccountId, Campaigns = [campaign] }, account);
                added.GetPartialErrors().ThrowIfAnyFailed();
                id = added.CampaignIds[0]!.Value;
            }

            await FillCampaignAsync(account, id, s_goods[i]);
        }

        (await campaigns.AddLabelsAsync(new() { Labels = [new() { Name = Complete }] }, account)).GetPartialErrors().ThrowIfAnyFailed();
    }

    private async Task FillCampaignAsync(CallOptions account, long campaignId, string goods)
    {
        var there = (await campaigns.GetAdGroupsByCampaignIdAsync(new() { CampaignId = campaignId }, account)).AdGroups;
        for (var i = 0; i < AdGroups; i++)
        {
            var group = new AdGroup { Name = $"{goods} for {s_shelves[i]}", Language = "English", CpcBid = new() { Amount = 0.5 + (i / 10.0) }, Status = AdGroupStatus.Active };
            if (there.FirstOrDefault(g => g?.Name == group.Name)?.Id is not { } id)
            {
                var added = await campaigns.AddAdGroupsAsync(new() { CampaignId = campaignId, AdGroups = [group] }, account);
                added.GetPartialErrors().ThrowIfAnyFailed();
                id = added.AdGroupIds[0]!.Value;
            }

            await FillAdGroupAsync(account, id, group.Name);
        }
    }

    private async Task FillAdGroupAsync(CallOptions account, long adGroupId, string shelf)
    {
        var there = (await campaigns.GetKeywordsByAdGroupIdAsync(new() { AdGroupId = adGroupId }, account)).Keywords.Select(static k => k?.Text).ToHashSet();
        var missing = Enumerable.Range(20, Keywords).Select(size => $"{shelf} size {size}").Where(text => !there.Contains(text))
            .Select(static text => new Keyword { Text = text, MatchType = MatchType.Phrase, Bid = new() { Amount = 0.8 }, Status = KeywordStatus.Active }).ToList();
        if (missing.Count > 0)
        {
            (await campaigns.AddKeywordsAsync(new() { AdGroupId = adGroupId, Keywords = [.. missing] }, account)).GetPartialErrors().ThrowIfAnyFailed();
        }
    }
}

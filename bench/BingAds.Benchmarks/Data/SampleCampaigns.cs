using BingAds.V13.CampaignManagement;

namespace BingAds.Benchmarks.Data;

/// <summary>The campaigns that all codec subjects read and write: a bidding scheme, a setting, two languages, two custom parameters and a tracking template each.</summary>
internal static class SampleCampaigns
{
    public const int Count = 1000;

    public static AddCampaignsRequest Request() => new() { AccountId = 180_011_223, Campaigns = Make(Count)! };

    public static GetCampaignsByAccountIdResponse Response() => new() { Campaigns = Make(Count)! };

    /// <summary>The answer of the small call: three campaigns.</summary>
    public static GetCampaignsByIdsResponse SmallResponse() => new() { Campaigns = Make(3)! };

    private static List<Campaign> Make(int count) => [.. Enumerable.Range(0, count).Select(One)];

    private static Campaign One(int i) => new()
    {
        AudienceAdsBidAdjustment = 10,
        BiddingScheme = new MaxConversionsBiddingScheme { MaxCpc = new Bid { Amount = 1.25 }, TargetCpa = 10.5 },
        BudgetType = BudgetLimitType.DailyBudgetStandard,
        DailyBudget = 12.5 + (i % 100 / 4.0),
        FinalUrlSuffix = "utm_source=bing&utm_medium=cpc&utm_campaign={_season}_26_27",
        Id = 300_000_000L + i,
        Name = $"Campaign {i:D6} – Winter Sale",
        Status = CampaignStatus.Active,
        TimeZone = "PacificTimeUSCanadaTijuana",
        TrackingUrlTemplate = "https://track.example.com/click?campaign={campaignid}&adgroup={adgroupid}&keyword={keyword}&device={device}&matchtype={matchtype}&url={lpurl}",
        UrlCustomParameters = new CustomParameters
        {
            Parameters = [new() { Key = "promoCode", Value = $"PROMO{i}" }, new() { Key = "season", Value = "winter" }],
        },
        CampaignType = CampaignType.Search,
        Settings = [new TargetSetting { Details = [new() { CriterionTypeGroup = CriterionTypeGroup.Audience, TargetAndBid = true }] }],
        BudgetId = 700_000_000L + i,
        Languages = ["English", "French"],
        SubType = i % 10 == 0 ? "DefaultCampaign" : null,
    };

    public static string Checksum(IEnumerable<Campaign?> campaigns)
    {
        var fold = new Fold();
        foreach (var campaign in campaigns)
        {
            Add(fold, campaign!);
        }

        return fold.ToString();
    }

    private static void Add(Fold fold, Campaign campaign)
    {
        fold.Add("AudienceAdsBidAdjustment", campaign.AudienceAdsBidAdjustment);
        if (campaign.BiddingScheme is MaxConversionsBiddingScheme scheme)
        {
            fold.Add("Type", "MaxConversions");
            fold.Add("Amount", scheme.MaxCpc?.Amount);
            fold.Add("TargetCpa", scheme.TargetCpa);
        }

        fold.Add("BudgetType", campaign.BudgetType?.ToString());
        fold.Add("DailyBudget", campaign.DailyBudget);
        fold.Add("FinalUrlSuffix", campaign.FinalUrlSuffix);
        fold.Add("Id", campaign.Id);
        fold.Add("Name", campaign.Name);
        fold.Add("Status", campaign.Status?.ToString());
        fold.Add("SubType", campaign.SubType);
        fold.Add("TimeZone", campaign.TimeZone);
        fold.Add("TrackingUrlTemplate", campaign.TrackingUrlTemplate);
        foreach (var parameter in campaign.UrlCustomParameters?.Parameters ?? [])
        {
            fold.Add("Key", parameter.Key);
            fold.Add("Value", parameter.Value);
        }

        fold.Add("CampaignType", campaign.CampaignType?.ToString());
        foreach (var setting in campaign.Settings ?? [])
        {
            if (setting is TargetSetting target)
            {
                fold.Add("Type", "TargetSetting");
                foreach (var detail in target.Details ?? [])
                {
                    fold.Add("CriterionTypeGroup", detail.CriterionTypeGroup?.ToString());
                    fold.Add("TargetAndBid", detail.TargetAndBid);
                }
            }
        }

        fold.Add("BudgetId", campaign.BudgetId);
        foreach (var language in campaign.Languages ?? [])
        {
            fold.Add("Languages", language);
        }
    }
}

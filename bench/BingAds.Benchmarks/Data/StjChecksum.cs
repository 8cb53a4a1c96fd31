namespace BingAds.Benchmarks.Data;

/// <summary>The checksum over what the baseline read: the same names and values as <see cref="SampleCampaigns.Checksum"/> over ours.</summary>
internal static class StjChecksum
{
    public static string Of(IEnumerable<StjCampaign> campaigns)
    {
        var fold = new Fold();
        foreach (var campaign in campaigns)
        {
            Add(fold, campaign);
        }

        return fold.ToString();
    }

    private static void Add(Fold fold, StjCampaign campaign)
    {
        fold.Add("AudienceAdsBidAdjustment", campaign.AudienceAdsBidAdjustment);
        if (campaign.BiddingScheme is StjMaxConversions scheme)
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
            if (setting is StjTargetSetting target)
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

namespace BingAds.Reporting;

/// <summary>Whether the columns of a row say which account, campaign or group it belongs to. A name does only within something that is known.</summary>
internal static class ReportScopeKeys
{
    public static bool Tell(IReadOnlyCollection<string> columns, ReportScopeKind level)
    {
        var group = Has("AdGroupId", "AssetGroupId", "AdId", "KeywordId");
        var campaign = group || Has("CampaignId");
        var account = campaign || Has("AccountId", "AccountNumber");
        campaign |= account && Has("CampaignName");
        group |= campaign && Has("AdGroupName", "AssetGroupName");
        return level switch
        {
            ReportScopeKind.Accounts => account,
            ReportScopeKind.Campaigns => campaign,
            _ => group,
        };

        bool Has(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
            {
                if (columns.Contains(name))
                    return true;
            }

            return false;
        }
    }
}

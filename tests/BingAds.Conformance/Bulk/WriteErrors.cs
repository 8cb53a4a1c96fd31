using BingAds.Bulk;
using BingAds.Errors;
using BingAds.V13.CampaignManagement;

namespace BingAds.Conformance.Bulk;

/// <summary>Entities that cannot be written.</summary>
internal static class WriteErrors
{
    public static IEnumerable<string> Check(string name, KnownDifferences known)
    {
        BulkEntity entity = name switch
        {
            "campaignNull" => new BulkCampaign(),
            "devicePreference" => new BulkTextAd { TextAd = new TextAd { DevicePreference = 5 } },
            "flags" => new BulkCampaign { Campaign = new Campaign { CampaignType = CampaignType.Search | CampaignType.Shopping } },
            "emptySites" => new BulkCampaignNegativeSites { CampaignNegativeSites = new CampaignNegativeSites { CampaignId = 1, NegativeSites = [] } },
            "eightConditions" => new BulkCampaignProductScope
            {
                BiddableCampaignCriterion = new BiddableCampaignCriterion
                {
                    Criterion = new ProductScope { Conditions = [.. Enumerable.Range(1, 8).Select(static i => new ProductCondition { Operand = "O" + i, Attribute = "A" + i })] },
                },
            },
            _ => throw new UnknownNameException($"there is no entity for '{name}'"),
        };
        try
        {
            var row = RowCodec.Write(entity)[0];
            return name == "eightConditions" && row.GetValueOrDefault("Product Condition 8") == "O8" && known.Use(KnownDifferences.EighthCondition)
                ? [] : ["an error was expected"];
        }
        catch (EntityWriteException)
        {
            return name == "eightConditions" ? ["the eighth condition was refused"] : [];
        }
    }
}

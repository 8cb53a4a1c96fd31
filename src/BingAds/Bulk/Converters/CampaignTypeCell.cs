using BingAds.V13.CampaignManagement;

namespace BingAds.Bulk.Converters;

/// <summary>Type of a campaign. It decides which settings the campaign has, so it is read before them.</summary>
internal static class CampaignTypeCell
{
    private const string LinkedIn = "LinkedIn";

    public static void Read(in BulkCell cell, BulkCampaign entity)
    {
        var campaign = entity.Campaign ??= new Campaign();
        if (cell.Utf8.SequenceEqual("LinkedIn"u8))
        {
            entity.IsLinkedInCampaign = true;
            campaign.Settings = CampaignSettings.Create(LinkedIn);
            return;
        }

        campaign.CampaignType = EnumCell.Read<CampaignType>(cell, BulkEnumNumbers.CampaignType);
        campaign.Settings = CampaignSettings.Create(campaign.CampaignType?.ToString() ?? "");
    }

    public static void Write(BulkRowWriter row, int column, BulkCampaign entity)
    {
        if (entity.IsLinkedInCampaign == true)
        {
            row.Text(column, LinkedIn);
            return;
        }

        if (entity.Campaign?.CampaignType is { Names.Count: > 1 } several)
        {
            throw new FormatException($"A campaign has one type, not '{several}'.");
        }

        EnumCell.Write(row, column, entity.Campaign?.CampaignType);
    }
}

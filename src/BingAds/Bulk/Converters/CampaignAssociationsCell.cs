using System.Globalization;
using BingAds.V13.CampaignManagement;

namespace BingAds.Bulk.Converters;

/// <summary>Campaigns by id between semicolons; a piece that is no number is the id 0.</summary>
internal static class CampaignAssociationsCell
{
    public static List<CampaignAssociation>? Read(in BulkCell cell) => SemicolonList.Read(cell, static piece => new CampaignAssociation
    {
        CampaignId = long.TryParse(piece, NumberStyles.Integer, CultureInfo.InvariantCulture, out var id) ? id : 0,
    }, keepBlanks: true);

    public static void Write(BulkRowWriter row, int column, List<CampaignAssociation>? value) =>
        SemicolonList.Write(row, column, value?.Select(static v => (v.CampaignId ?? 0).ToString(CultureInfo.InvariantCulture)));
}

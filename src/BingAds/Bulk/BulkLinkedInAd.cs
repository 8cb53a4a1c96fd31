namespace BingAds.Bulk;

/// <summary>A responsive ad for LinkedIn. It is written as <c>Responsive Ad</c> with the ad type <c>LinkedIn</c>; reading gives a <see cref="BulkResponsiveAd"/>.</summary>
public sealed class BulkLinkedInAd : BulkResponsiveAd
{
    private static readonly int s_adType = BulkColumns.Find("Ad Type");

    internal override void WriteCells(BulkRowWriter row, bool excludeReadOnly)
    {
        base.WriteCells(row, excludeReadOnly);
        row.Text(s_adType, "LinkedIn");
    }
}

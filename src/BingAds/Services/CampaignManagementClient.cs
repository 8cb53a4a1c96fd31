namespace BingAds;

public partial class CampaignManagementClient : TypedClient
{
}

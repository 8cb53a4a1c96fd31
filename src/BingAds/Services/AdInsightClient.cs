namespace BingAds;

public partial class AdInsightClient : TypedClient
{
}

namespace BingAds;

public partial class CustomerBillingClient : TypedClient
{
}

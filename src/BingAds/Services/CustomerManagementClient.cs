namespace BingAds;

public partial class CustomerManagementClient : TypedClient
{
}

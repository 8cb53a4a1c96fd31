namespace BingAds;

public partial class BulkClient : TypedClient
{
}

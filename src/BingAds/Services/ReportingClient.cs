namespace BingAds;

public partial class ReportingClient : TypedClient
{
}

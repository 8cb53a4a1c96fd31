using BingAds.Services;

namespace BingAds;

public partial class CustomerBillingClient : TypedClient
{
    /// <summary>Makes a client.</summary>
    /// <param name="authorization">On whose behalf calls are made; each call reads it when it begins.</param>
    /// <param name="options">Settings; null for the defaults. They are copied.</param>
    /// <exception cref="ArgumentException">The settings are not valid; the message lists all that is wrong.</exception>
    public CustomerBillingClient(AuthorizationData authorization, ServiceClientOptions? options = null)
        : base(authorization, options)
    {
    }

    internal CustomerBillingClient(AuthorizationData authorization, ApiPipeline pipeline)
        : base(authorization, pipeline)
    {
    }

    /// <summary>For a mock: a client that can make no call by itself.</summary>
    protected CustomerBillingClient()
    {
    }
}

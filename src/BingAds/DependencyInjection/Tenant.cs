using BingAds.Services;
using Microsoft.Extensions.Logging;

namespace BingAds.DependencyInjection;

/// <summary>What all clients of one tenant share: the sign-in, the settings and the connections.</summary>
internal sealed class Tenant : IDisposable
{
    private readonly Authentication _authentication;

    public Tenant(BingAdsOptions options, IServiceProvider services, Func<HttpClient> http, ILoggerFactory? logs)
    {
        _authentication = options.Authentication!(services);
        Authorization = new AuthorizationData
        {
            AccountId = options.AccountId,
            CustomerId = options.CustomerId,
            DeveloperToken = options.DeveloperToken,
            Authentication = _authentication,
        };
        Reporting = options.Reporting;
        var settings = options.Client.CopyChecked();
        settings.HttpClient ??= http();
        settings.LoggerFactory ??= logs;
        Pipeline = new ApiPipeline(settings);
    }

    public AuthorizationData Authorization { get; }

    public ApiPipeline Pipeline { get; }

    public Reporting.ReportingServiceManagerOptions Reporting { get; }

    public void Dispose()
    {
        Pipeline.Dispose();
        (_authentication as IDisposable)?.Dispose();
    }
}

using System.Net;
using BingAds.Contract;
using Microsoft.Extensions.Logging;

namespace BingAds;

/// <summary>Settings of a client. They are copied when the client is made, so later changes do nothing.</summary>
public sealed class ServiceClientOptions
{
    /// <summary>Production (the default) or sandbox: decides the services' addresses.</summary>
    public ApiEnvironment Environment { get; set; } = ApiEnvironment.Production;

    /// <summary>How calls travel; REST by default.</summary>
    public ApiTransport Transport { get; set; } = ApiTransport.Rest;

    /// <summary>
    /// Scheme, host and port for all services in place of the environment's, an emulator for instance; null (default) for the environment's.
    /// </summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>Addresses of single services, which win over <see cref="BaseAddress"/>: for REST that under which the routes lie, for SOAP that of the service.</summary>
    public IDictionary<ServiceName, Uri> ServiceAddresses { get; } = new Dictionary<ServiceName, Uri>();

    /// <summary>
    /// The HTTP client to use; it stays the caller's to dispose of, its own timeout should be infinite and it should not follow redirects.
    /// Null (default): the client makes one of its own, with pooled connections that live 5 minutes, and disposes of it.
    /// </summary>
    public HttpClient? HttpClient { get; set; }

    /// <summary>Proxy for the client's own HTTP client; null (default) for the system's. Nothing if <see cref="HttpClient"/> is set.</summary>
    public IWebProxy? Proxy { get; set; }

    /// <summary>Wait for a connection. Default 15 seconds. Nothing if <see cref="HttpClient"/> is set.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Wait for one HTTP attempt. Default 2 minutes; <see cref="Timeout.InfiniteTimeSpan"/> turns it off.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Wait for a call with all its attempts and pauses. Default 10 minutes; <see cref="Timeout.InfiniteTimeSpan"/> turns it off.</summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>What is repeated after a failure, and when.</summary>
    public RetryOptions Retry { get; set; } = new();

    /// <summary>Put in front of this package's own name in the header <c>User-Agent</c>: <c>MyTool/1.2</c>. Null (default) for none.</summary>
    public string? UserAgent { get; set; }

    /// <summary>Whether expired access tokens are refreshed, before a call and once after a refusal. Default true.</summary>
    public bool RefreshOAuthTokensAutomatically { get; set; } = true;

    /// <summary>Largest answer that is read, in bytes, unpacked. Default 256 MB.</summary>
    public long MaxResponseBytes { get; set; } = 256L * 1024 * 1024;

    /// <summary>Deepest nesting of objects and lists in an answer that is read. Default 128.</summary>
    public int MaxDepth { get; set; } = WireJson.DefaultMaxDepth;

    /// <summary>What sees and may change each parsed reply. None by default.</summary>
    public IList<IMessagePlugin> Plugins { get; } = new List<IMessagePlugin>();

    /// <summary>Keeps contracts that are loaded at run time; null (default) for a cache of the client's own, in memory. It is shared, not copied.</summary>
    public ContractCache? ContractCache { get; set; }

    /// <summary>Where logs go; null (default) for nowhere. They hold no tokens and no bodies.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The clock for every wait and deadline. Default the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Everything that is wrong with these settings, as sentences; empty if nothing is.</summary>
    public IReadOnlyList<string> Validate()
    {
        var wrong = new List<string>();
        if (!Enum.IsDefined(Environment))
        {
            wrong.Add($"{nameof(Environment)} is {Environment}; there is no such environment.");
        }

        if (!Enum.IsDefined(Transport))
        {
            wrong.Add($"{nameof(Transport)} is {Transport}; there is no such transport.");
        }

        if (TimeProvider is null)
        {
            wrong.Add($"{nameof(TimeProvider)} is null; the default is the system's clock.");
        }

        if (Plugins.Contains(null!))
        {
            wrong.Add($"{nameof(Plugins)} holds a null.");
        }

        Check(wrong, nameof(AttemptTimeout), AttemptTimeout);
        Check(wrong, nameof(TotalTimeout), TotalTimeout);
        Check(wrong, nameof(ConnectTimeout), ConnectTimeout);
        if (MaxResponseBytes is < 1 or > int.MaxValue)
        {
            wrong.Add($"{nameof(MaxResponseBytes)} is {MaxResponseBytes}; it must be from 1 to {int.MaxValue}.");
        }

        if (MaxDepth is < 1 or > 10_000)
        {
            wrong.Add($"{nameof(MaxDepth)} is {MaxDepth}; it must be from 1 to 10000.");
        }

        if (BaseAddress is not null)
        {
            Check(wrong, nameof(BaseAddress), BaseAddress);
        }

        foreach (var (service, address) in ServiceAddresses)
        {
            Check(wrong, $"{nameof(ServiceAddresses)}[{service}]", address);
        }

        if (UserAgent is { } agent && agent.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            wrong.Add($"{nameof(UserAgent)} holds characters outside of ASCII.");
        }

        if (Retry is null)
        {
            wrong.Add($"{nameof(Retry)} is null; set {nameof(RetryOptions.MaxRetries)} to 0 to have no retries.");
        }
        else
        {
            Retry.Validate(wrong);
        }

        return wrong;
    }

    /// <summary>A copy that shares nothing that can be changed, or all that is wrong in one exception.</summary>
    internal ServiceClientOptions CopyChecked()
    {
        var wrong = Validate();
        if (wrong.Count > 0)
        {
            throw new ArgumentException($"The options are not valid: {string.Join(" ", wrong)}");
        }

        return Copy();
    }

    internal ServiceClientOptions Copy()
    {
        var copy = new ServiceClientOptions
        {
            Environment = Environment,
            Transport = Transport,
            BaseAddress = BaseAddress,
            HttpClient = HttpClient,
            Proxy = Proxy,
            ConnectTimeout = ConnectTimeout,
            AttemptTimeout = AttemptTimeout,
            TotalTimeout = TotalTimeout,
            Retry = Retry?.Copy()!,
            UserAgent = UserAgent,
            RefreshOAuthTokensAutomatically = RefreshOAuthTokensAutomatically,
            MaxResponseBytes = MaxResponseBytes,
            MaxDepth = MaxDepth,
            ContractCache = ContractCache,
            LoggerFactory = LoggerFactory,
            TimeProvider = TimeProvider,
        };
        foreach (var (service, address) in ServiceAddresses)
        {
            copy.ServiceAddresses.Add(service, address);
        }

        foreach (var plugin in Plugins)
        {
            copy.Plugins.Add(plugin);
        }

        return copy;
    }

    internal Uri GetEndpoint(ServiceName service) => GetEndpoint(service, Transport);

    internal Uri GetEndpoint(ServiceName service, ApiTransport transport)
    {
        if (ServiceAddresses.TryGetValue(service, out var own))
        {
            // Routes are joined to it, and without the slash its last part would get lost.
            return transport == ApiTransport.Rest && !own.AbsoluteUri.EndsWith('/') ? new Uri(own.AbsoluteUri + "/") : own;
        }

        return BaseAddress is { } host
            ? ServiceInfo.GetEndpoint(service, host, transport)
            : ServiceInfo.GetEndpoint(service, Environment, transport);
    }

    internal static bool IsTimeout(TimeSpan value) =>
        value == Timeout.InfiniteTimeSpan || (value > TimeSpan.Zero && value.TotalMilliseconds <= int.MaxValue);

    private static void Check(List<string> wrong, string name, TimeSpan value)
    {
        if (!IsTimeout(value))
        {
            wrong.Add($"{name} is {value}; it must be positive and at most 24 days, or infinite to have none.");
        }
    }

    private static void Check(List<string> wrong, string name, Uri? address)
    {
        if (address is null || !address.IsAbsoluteUri || address.Scheme is not ("http" or "https"))
        {
            wrong.Add($"{name} is '{address}'; it must be an absolute http or https address.");
        }
        else if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            // Without the address itself: it may hold a password.
            wrong.Add($"{name} holds a user, a query or a fragment; it must be scheme, host, port and path alone.");
        }
    }
}

namespace BingAds.Emulator;

/// <summary>An application that may ask users to sign in.</summary>
public sealed class EmulatorClient
{
    /// <summary>Creates a registration.</summary>
    /// <param name="clientId">What the application calls itself by.</param>
    /// <param name="clientSecret">Null for desktop and mobile applications, which can't keep one.</param>
    public EmulatorClient(string clientId, string? clientSecret = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(clientId);
        ClientId = clientId;
        ClientSecret = clientSecret;
    }

    /// <summary>The application's id.</summary>
    public string ClientId { get; }

    /// <summary>The application's secret; null for a public application, whose requests must not carry one.</summary>
    public string? ClientSecret { get; }

    /// <summary>The name shown on the consent page.</summary>
    public string Name { get; set; } = "An application";

    /// <summary>Where answers may go, compared exactly. Loopback addresses (any port and path) are always allowed.</summary>
    public IList<string> RedirectUris { get; } = [];

    /// <summary>The id only.</summary>
    public override string ToString() => ClientId;

    internal bool Allows(string redirectUri)
        => RedirectUris.Contains(redirectUri)
            || (Uri.TryCreate(redirectUri, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.IsLoopback && uri.Fragment.Length == 0);
}

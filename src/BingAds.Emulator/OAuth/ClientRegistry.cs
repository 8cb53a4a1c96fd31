namespace BingAds.Emulator.OAuth;

/// <summary>The applications that may ask for sign-in: the documented ones and those of the options.</summary>
internal sealed class ClientRegistry
{
    private static readonly string[] s_nativeRedirects =
    [
        "https://login.microsoftonline.com/common/oauth2/nativeclient",
        "https://login.live.com/oauth20_desktop.srf",
        "https://login.windows-ppe.net/common/oauth2/nativeclient",
    ];

    private readonly Dictionary<string, EmulatorClient> _clients = new(StringComparer.OrdinalIgnoreCase);

    public ClientRegistry(IEnumerable<EmulatorClient> more)
    {
        var desktop = new EmulatorClient(DemoCredentials.ClientId) { Name = "Demo desktop application" };
        foreach (var uri in s_nativeRedirects)
        {
            desktop.RedirectUris.Add(uri);
        }

        Add(desktop);
        Add(new EmulatorClient(DemoCredentials.WebClientId, DemoCredentials.WebClientSecret) { Name = "Demo web application" });
        Add(new EmulatorClient(DemoCredentials.GoogleClientId, DemoCredentials.GoogleClientSecret) { Name = "Demo application" });
        foreach (var client in more)
        {
            Add(client);
        }
    }

    public EmulatorClient? Find(string clientId) => _clients.GetValueOrDefault(clientId);

    private void Add(EmulatorClient client) => _clients[client.ClientId] = client;
}

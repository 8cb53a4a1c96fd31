using BingAds;
using BingAds.Emulator;
using QuickStart;

// A local Microsoft Advertising in this process: no account, no network.
await using var emulator = await EmulatorHost.StartAsync();
Console.WriteLine($"Emulator at {emulator.BaseAddress}");

foreach (var transport in new[] { ApiTransport.Rest, ApiTransport.Soap })
{
    Console.WriteLine();
    Console.WriteLine($"── The tour over {transport.ToString().ToUpperInvariant()} ──────────────────────────────");

    // Sign-in as a desktop application does it: a page, consent, a code for tokens. PKCE and state are the SDK's work.
    using var signIn = new OAuthDesktopMobileAuthCodeGrant(DemoCredentials.ClientId, new OAuthOptions
    {
        SignInBaseAddress = emulator.BaseAddress,
        TimeProvider = emulator.Clock,
    });
    var redirect = await ConsentBrowser.SignInAsync(signIn.GetAuthorizationEndpoint(), signIn.RedirectionUri);
    await signIn.RequestOAuthTokensByResponseUriAsync(redirect);
    Say.Done("Signed in", "authorization code with PKCE and state");

    var authorization = new AuthorizationData { DeveloperToken = DemoCredentials.DeveloperToken, Authentication = signIn };
    var options = new ServiceClientOptions { BaseAddress = emulator.BaseAddress, Transport = transport, TimeProvider = emulator.Clock };
    using var customers = new CustomerManagementClient(authorization, options);
    using var campaigns = new CampaignManagementClient(authorization, options);

    var tour = new Tour(customers, campaigns, authorization, transport.ToString());
    await tour.FindAccountAsync();
    await tour.BuildCampaignAsync();

    emulator.Clock.Advance(TimeSpan.FromHours(2));
    await tour.ChangeBudgetAsync();
    Say.Done("Went on", "the access token had expired; a new one was fetched before the call");
    await tour.CleanUpAsync();
}

Console.WriteLine();
Console.WriteLine("The same code ran over both transports.");

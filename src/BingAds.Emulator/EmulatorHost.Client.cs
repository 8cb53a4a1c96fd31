using System.Collections.Concurrent;

namespace BingAds.Emulator;

public sealed partial class EmulatorHost
{
    private readonly ConcurrentBag<IDisposable> _signIns = [];

    /// <summary>Signs the demo user in as the demo application does, and gives what a client needs: token, developer token, customer, account.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<AuthorizationData> SignInAsync(CancellationToken cancellationToken = default)
    {
        var signIn = new OAuthDesktopMobileAuthCodeGrant(DemoCredentials.ClientId, new OAuthOptions { SignInBaseAddress = BaseAddress, TimeProvider = Clock });
        _signIns.Add(signIn); // Its connections end with the emulator.
        await signIn.RequestOAuthTokensByRefreshTokenAsync(DemoCredentials.RefreshToken, cancellationToken: cancellationToken).ConfigureAwait(false);
        return new AuthorizationData
        {
            DeveloperToken = DemoCredentials.DeveloperToken,
            CustomerId = DemoCredentials.CustomerId,
            AccountId = DemoCredentials.AccountId,
            Authentication = signIn,
        };
    }

    /// <summary>Settings of a client that talks to this emulator and lives in its time. They are new each time, so they may be changed.</summary>
    /// <param name="transport">How its calls travel.</param>
    public ServiceClientOptions CreateClientOptions(ApiTransport transport = ApiTransport.Rest)
        => new() { BaseAddress = BaseAddress, Transport = transport, TimeProvider = Clock };
}

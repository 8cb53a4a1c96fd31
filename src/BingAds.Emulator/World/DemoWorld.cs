using BingAds.Emulator.OAuth;
using BingAds.Emulator.Store;

namespace BingAds.Emulator;

/// <summary>What a fresh emulator holds: one customer with one user and one account, and a stranger next door.</summary>
internal static class DemoWorld
{
    private const string MicrosoftScope = "https://ads.microsoft.com/msads.manage offline_access openid profile";
    private const string SandboxScope = "https://si.ads.microsoft.com/msads.manage";
    private const string GoogleScope = "openid email profile";

    public static void Create(StoreSession session, TokenIssuer tokens)
    {
        session.People.Add(DemoCredentials.UserId, DemoCredentials.UserName, DemoCredentials.Password);
        session.People.SetRole(new Role(DemoCredentials.UserId, DemoCredentials.CustomerId, Role.SuperAdmin));
        GiveTokens(session, tokens);
    }

    private static void GiveTokens(StoreSession session, TokenIssuer tokens)
    {
        var microsoft = Scopes.Union(MicrosoftScope, SandboxScope);
        Give(DemoCredentials.ClientId, DemoCredentials.RefreshToken, IdentityProvider.Microsoft, microsoft);
        Give(DemoCredentials.WebClientId, DemoCredentials.WebRefreshToken, IdentityProvider.Microsoft, microsoft);
        Give(DemoCredentials.GoogleClientId, DemoCredentials.GoogleRefreshToken, IdentityProvider.Google, GoogleScope);

        void Give(string client, string refreshToken, IdentityProvider provider, string scope)
        {
            session.Tokens.AddConsent(client, DemoCredentials.UserId, scope);
            tokens.Refresh(session, refreshToken, client, DemoCredentials.UserId, provider, scope);
        }
    }
}

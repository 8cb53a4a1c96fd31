using BingAds.Emulator.Handlers.CustomerManagement;
using BingAds.Emulator.OAuth;
using BingAds.Emulator.Store;
using BingAds.V13.CustomerManagement;

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
        Open(session, DemoCredentials.CustomerId, "Harbour Outfitters", DemoCredentials.AccountId, "Harbour Outfitters shop");
        Open(session, DemoCredentials.ForeignCustomerId, "Somebody Else", DemoCredentials.ForeignAccountId, "Somebody else's shop");
        UserHandlers.Open(session, Ada(), DemoCredentials.UserId);
        InMarketWorld.Create(session);
    }

    private static void Open(StoreSession session, long customerId, string customerName, long accountId, string accountName)
    {
        var customer = new Customer
        {
            Id = customerId,
            Name = customerName,
            Industry = Industry.Retail,
            MarketCountry = "US",
            MarketLanguage = LanguageType.English,
            CustomerAddress = Address(),
        };
        CustomerHandlers.Open(session, customer, DemoCredentials.UserId);
        var account = new AdvertiserAccount { Id = accountId, Name = accountName, CurrencyCode = CurrencyCode.USD, BusinessAddress = Address() };
        AccountRules.Open(session, account, customerId, DemoCredentials.UserId);
    }

    private static User Ada() => new()
    {
        Id = DemoCredentials.UserId,
        CustomerId = DemoCredentials.CustomerId,
        UserName = DemoCredentials.UserName,
        Name = new PersonName { FirstName = "Ada", LastName = "Example" },
        ContactInfo = new ContactInfo
        {
            Id = 90_400_118,
            Email = DemoCredentials.UserName,
            ContactByPhone = false,
            ContactByPostalMail = false,
            Address = Address(),
        },
    };

    private static Address Address() => new() { Line1 = "1 Quay Street", City = "Portland", StateOrProvince = "OR", PostalCode = "97201", CountryCode = "US" };

    private static void GiveTokens(StoreSession session, TokenIssuer tokens)
    {
        var microsoft = Scopes.Union(MicrosoftScope, SandboxScope);
        Give(DemoCredentials.ClientId, DemoCredentials.RefreshToken, SignInProvider.Microsoft, microsoft);
        Give(DemoCredentials.WebClientId, DemoCredentials.WebRefreshToken, SignInProvider.Microsoft, microsoft);
        Give(DemoCredentials.GoogleClientId, DemoCredentials.GoogleRefreshToken, SignInProvider.Google, GoogleScope);

        void Give(string client, string refreshToken, SignInProvider provider, string scope)
        {
            session.Tokens.AddConsent(client, DemoCredentials.UserId, scope);
            tokens.Refresh(session, refreshToken, client, DemoCredentials.UserId, provider, scope);
        }
    }
}

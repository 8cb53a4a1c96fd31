using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using BingAds;

namespace DailyReport;

/// <summary>Who asks, and where. To pull from another place, this is all that changes.</summary>
/// <param name="Authorization">The user and the developer token.</param>
/// <param name="Options">Where the service is.</param>
/// <param name="Now">The time there: an emulator may live in its own.</param>
/// <param name="Accounts">The ad accounts; null to make some, which only an emulator allows.</param>
internal sealed record Connection(AuthorizationData Authorization, ServiceClientOptions Options, DateTimeOffset Now, IReadOnlyList<long>? Accounts)
{
    /// <summary>An emulator tells itself how to sign in.</summary>
    public static async Task<Connection> ToEmulatorAsync(Uri address)
    {
        using var http = new HttpClient();
        var about = await http.GetFromJsonAsync<JsonObject>(new Uri(address, "_emulator")) ?? [];
        string Text(string name) => about[name]?.GetValue<string>() ?? throw new InvalidOperationException($"{address} is no emulator: it does not tell its '{name}'.");
        return new Connection(
            new AuthorizationData
            {
                DeveloperToken = Text("developerToken"),
                CustomerId = Number(Text("customerId")),
                AccountId = Number(Text("accountId")),
                Authentication = new OAuthDesktopMobileAuthCodeGrant(Text("clientId"), new OAuthOptions { SignInBaseAddress = address })
                {
                    OAuthTokens = OAuthTokens.FromRefreshToken(Text("refreshToken")),
                },
            },
            new ServiceClientOptions { BaseAddress = address },
            DateTimeOffset.Parse(Text("now"), CultureInfo.InvariantCulture),
            null);
    }

    /// <summary>The real service: a refresh token that somebody signed in for, and which accounts. Newer tokens are kept beside, for the next start.</summary>
    public static Connection ToService(string folder)
    {
        static string Text(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text
            ? text
            : throw new InvalidOperationException($"The environment variable {name} is not set; README.md says what it holds.");
        var accounts = Text("BINGADS_ACCOUNT_IDS").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Number).ToList();
        Directory.CreateDirectory(folder);
        return new Connection(
            new AuthorizationData
            {
                DeveloperToken = Text("BINGADS_DEVELOPER_TOKEN"),
                CustomerId = Number(Text("BINGADS_CUSTOMER_ID")),
                AccountId = accounts[0],
                Authentication = new OAuthDesktopMobileAuthCodeGrant(Text("BINGADS_CLIENT_ID"), new OAuthOptions { TokenStore = new FileTokenStore(Path.Combine(folder, "tokens.json")) })
                {
                    OAuthTokens = OAuthTokens.FromRefreshToken(Text("BINGADS_REFRESH_TOKEN")),
                },
            },
            new ServiceClientOptions(),
            TimeProvider.System.GetUtcNow(),
            accounts);
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}

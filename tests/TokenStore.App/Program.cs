using System.Globalization;
using BingAds;

// One of several processes that share a token file: rotates the tokens until the access token carries the last number.
// Arguments: the sign-in service's address, the file, the last number. It says "ready", waits for a line, and in the end says how many requests it made.
using var signIn = new OAuthDesktopMobileAuthCodeGrant("client-1", new OAuthOptions
{
    SignInBaseAddress = new Uri(args[0]),
    TokenStore = new FileTokenStore(args[1]),
});
var last = int.Parse(args[2], CultureInfo.InvariantCulture);
var requests = 0;
signIn.TokenRefreshed = (_, _) =>
{
    requests++;
    return default;
};

Console.WriteLine("ready");
Console.ReadLine();
await signIn.PrepareAsync(refreshAutomatically: true);
while (signIn.OAuthTokens is { AccessToken: var token } && int.Parse(token[(token.LastIndexOf('-') + 1)..], CultureInfo.InvariantCulture) < last)
{
    if (!await signIn.TryRefreshAsync(token))
        return 1;

    // Who has just let the lock go would take it again before the others look: without a pause one process makes all rotations.
    await Task.Delay(Random.Shared.Next(0, 40));
}

Console.WriteLine(requests);
return signIn.OAuthTokens is null ? 1 : 0;

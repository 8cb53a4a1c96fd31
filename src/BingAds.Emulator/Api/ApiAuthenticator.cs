using System.Security.Cryptography;
using System.Text;
using BingAds.Emulator.OAuth;
using BingAds.Emulator.Store;

namespace BingAds.Emulator.Api;

/// <summary>Finds out who calls, or refuses: what every operation needs before it runs.</summary>
internal static class ApiAuthenticator
{
    /// <exception cref="ApiFaultException">The caller may not come in.</exception>
    public static Caller Authenticate(StoreSession session, ApiCredentials credentials, EmulatorOptions options)
    {
        var hasPassword = credentials.UserName is not null && credentials.Password is not null;
        if (credentials.DeveloperToken is null || (credentials.AccessToken is null && !hasPassword))
            throw ApiFaultException.Access(ErrorNumber.RequestMissingHeaders);
        if (credentials.DeveloperToken != DemoCredentials.DeveloperToken && !options.DeveloperTokens.Contains(credentials.DeveloperToken))
            throw ApiFaultException.Access(ErrorNumber.InvalidCredentials);
        var person = credentials.AccessToken is not null
            ? ByToken(session, credentials.AccessToken)
            : ByPassword(session, credentials, options);
        return new Caller(person.Id, session.People.Roles(person.Id));
    }

    private static Person ByToken(StoreSession session, string accessToken)
    {
        var token = session.Tokens.FindAccess(accessToken) ?? throw ApiFaultException.Access(ErrorNumber.InvalidCredentials);
        if (token.Expires <= session.Now)
            throw ApiFaultException.Access(ErrorNumber.AuthenticationTokenExpired);
        if (token.Provider == SignInProvider.Microsoft && !Scopes.AllowsTheApi(token.Scope))
            throw ApiFaultException.Access(ErrorNumber.OAuthTokenInvalid);
        return session.People.Find(token.Person) ?? throw ApiFaultException.Access(ErrorNumber.InvalidCredentials);
    }

    private static Person ByPassword(StoreSession session, ApiCredentials credentials, EmulatorOptions options)
    {
        var person = options.AllowPassword ? session.People.FindByName(credentials.UserName!) : null;
        if (person?.Password is null || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(person.Password), Encoding.UTF8.GetBytes(credentials.Password!)))
            throw ApiFaultException.Access(ErrorNumber.InvalidCredentials);
        return person;
    }
}

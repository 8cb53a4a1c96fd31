using BingAds.Emulator.OAuth;
using Microsoft.Data.Sqlite;

namespace BingAds.Emulator.Store;

/// <summary>Codes and tokens given out by the sign-in server.</summary>
internal sealed class TokenTable(StoreSession session)
{
    public void AddCode(AuthorizationCode code)
        => session.Execute(
            "INSERT INTO oauth_code (code, client, person, provider, scope, redirect, challenge, challenge_method, offline, expires) "
            + "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            code.Code, code.Client, code.Person, code.Provider.Name, code.Scope, code.RedirectUri, code.Challenge, code.ChallengeMethod, code.Offline, code.Expires.UtcTicks);

    public AuthorizationCode? FindCode(string code)
        => session.Query(
            "SELECT code, client, person, provider, scope, redirect, challenge, challenge_method, offline, expires, used FROM oauth_code WHERE code = $1",
            ReadCode,
            code).FirstOrDefault();

    public void UseCode(string code) => session.Execute("UPDATE oauth_code SET used = 1 WHERE code = $1", code);

    public void AddRefresh(RefreshToken token)
        => session.Execute(
            "INSERT INTO oauth_refresh (token, client, person, provider, scope, expires) VALUES ($1, $2, $3, $4, $5, $6)",
            token.Token, token.Client, token.Person, token.Provider.Name, token.Scope, token.Expires.UtcTicks);

    public RefreshToken? FindRefresh(string token)
        => session.Query(
            "SELECT token, client, person, provider, scope, expires, used, revoked FROM oauth_refresh WHERE token = $1", ReadRefresh, token).FirstOrDefault();

    public void UseRefresh(string token) => session.Execute("UPDATE oauth_refresh SET used = 1 WHERE token = $1", token);

    /// <summary>Takes back every refresh token of one user with one application, as when consent is withdrawn.</summary>
    public int RevokeRefresh(string client, long person)
        => session.Execute("UPDATE oauth_refresh SET revoked = 1 WHERE client = $1 AND person = $2", client, person);

    public void AddAccess(AccessToken token)
        => session.Execute(
            "INSERT INTO oauth_access (token, person, provider, scope, expires) VALUES ($1, $2, $3, $4, $5)",
            token.Token, token.Person, token.Provider.Name, token.Scope, token.Expires.UtcTicks);

    public AccessToken? FindAccess(string token)
        => session.Query("SELECT token, person, provider, scope, expires FROM oauth_access WHERE token = $1", ReadAccess, token).FirstOrDefault();

    /// <summary>Ends all access tokens given out so far; refresh tokens stay good.</summary>
    public int ExpireAccess() => session.Execute("UPDATE oauth_access SET expires = 0");

    public bool HasConsent(string client, long person, string scope)
    {
        var given = session.Query("SELECT scope FROM oauth_consent WHERE client = $1 AND person = $2", static r => r.GetString(0), client, person);
        return given.Count > 0 && Scopes.IsSubset(scope, given[0]);
    }

    public void AddConsent(string client, long person, string scope)
    {
        var given = session.Query("SELECT scope FROM oauth_consent WHERE client = $1 AND person = $2", static r => r.GetString(0), client, person);
        session.Execute(
            "INSERT INTO oauth_consent (client, person, scope) VALUES ($1, $2, $3) ON CONFLICT (client, person) DO UPDATE SET scope = $3",
            client,
            person,
            given.Count > 0 ? Scopes.Union(given[0], scope) : scope);
    }

    private static DateTimeOffset Time(long ticks) => new(ticks, TimeSpan.Zero);

    private static AuthorizationCode ReadCode(SqliteDataReader reader)
        => new(reader.GetString(0), reader.GetString(1), reader.GetInt64(2), SignInProvider.Get(reader.GetString(3)), reader.GetString(4))
        {
            RedirectUri = reader.GetString(5),
            Challenge = reader.IsDBNull(6) ? null : reader.GetString(6),
            ChallengeMethod = reader.IsDBNull(7) ? null : reader.GetString(7),
            Offline = reader.GetBoolean(8),
            Expires = Time(reader.GetInt64(9)),
            Used = reader.GetBoolean(10),
        };

    private static RefreshToken ReadRefresh(SqliteDataReader reader)
        => new(reader.GetString(0), reader.GetString(1), reader.GetInt64(2), SignInProvider.Get(reader.GetString(3)), reader.GetString(4))
        {
            Expires = Time(reader.GetInt64(5)),
            Used = reader.GetBoolean(6),
            Revoked = reader.GetBoolean(7),
        };

    private static AccessToken ReadAccess(SqliteDataReader reader)
        => new(reader.GetString(0), reader.GetInt64(1), SignInProvider.Get(reader.GetString(2)), reader.GetString(3)) { Expires = Time(reader.GetInt64(4)) };
}

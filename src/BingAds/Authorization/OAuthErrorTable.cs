using System.Net;

namespace BingAds;

/// <summary>What is known about the errors of the sign-in services: which pass by themselves, and what helps against the others.</summary>
internal static class OAuthErrorTable
{
    internal static bool IsTransient(string errorCode, HttpStatusCode? status, IReadOnlyList<int> numbers)
    {
        if (status is >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout)
            return true;
        if (errorCode is "temporarily_unavailable" or "server_error")
            return true;
        for (var i = 0; i < numbers.Count; i++)
        {
            if (numbers[i] is 90033 or 90006 or 90024)
                return true;
        }
        return false;
    }

    internal static string? Advice(string errorCode, IReadOnlyList<int> numbers)
    {
        for (var i = 0; i < numbers.Count; i++)
        {
            if (ByNumber(numbers[i]) is { } advice)
                return advice;
        }
        return ByCode(errorCode);
    }

    private static string? ByNumber(int number) => number switch
    {
        50011 => "The redirect URI is not one that is registered for this client id; it must match letter by letter.",
        50126 => "The user name or password was wrong at sign-in.",
        50173 or 50132 or 50133 => "The user's password changed or the sessions were ended: the user has to sign in again.",
        50076 or 50079 => "The user has to prove a second factor: send the user through sign-in again.",
        50194 => "The application is registered for one directory only: set Tenant to that directory.",
        65001 => "Nobody consented to this scope for this application yet: send the user through sign-in.",
        70000 => "The refresh token or code is not valid for this client id and scope: sign in again, with the scope that is asked for now.",
        70008 or 700082 or 700084 => "The refresh token or code is too old: the user has to sign in again.",
        54005 => "The code was used before; each sign-in gives a code for one use.",
        501481 => "The code verifier does not belong to the code: finish the sign-in with the object that made the address, or carry CodeVerifier over.",
        650052 => "The directory does not know Microsoft Advertising yet: its administrator has to add the service.",
        700016 => "The client id is not known in this directory: check ClientId, Tenant and Environment.",
        700025 or 90023 => "The application is a public client: leave the client secret out.",
        7000215 => "The client secret is wrong; use its value, not its id.",
        7000218 => "The application is a confidential client: a client secret is needed.",
        7000222 => "The client secret is too old: make a new one in the application's registration.",
        _ => null,
    };

    private static string? ByCode(string errorCode) => errorCode switch
    {
        "invalid_grant" => "The refresh token or code is expired, revoked, already used or made for another client id, redirect URI or scope: sign in again.",
        "invalid_client" => "Check the client id, the client secret and the redirect URI.",
        "unauthorized_client" => "The application is not known in this environment: sandbox and production need their own registration.",
        "interaction_required" or "login_required" or "consent_required" => "The user has to act: sign in again without prompt=none.",
        "access_denied" => "The user, or an administrator's rule, refused.",
        _ => null,
    };
}

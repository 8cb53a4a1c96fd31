using System.Security.Cryptography;
using System.Text;
using BingAds.Errors;

namespace BingAds;

/// <summary>What the browser brought back. Its values are secrets, so no error shows them.</summary>
internal sealed class OAuthRedirect
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>Reads query and fragment: <c>response_mode</c> decides in which of them an answer is.</summary>
    internal OAuthRedirect(Uri uri)
    {
        // Not Uri.Query: a relative address, as some frameworks hand on, has none.
        var text = uri.OriginalString.AsSpan();
        var hash = text.IndexOf('#');
        var fragment = hash < 0 ? default : text[(hash + 1)..];
        var rest = hash < 0 ? text : text[..hash];
        var mark = rest.IndexOf('?');
        if (mark >= 0)
            Add(rest[(mark + 1)..]);
        Add(fragment);
    }

    internal string? this[string name] => _values.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    /// <summary>Throws when the redirect says that the sign-in was refused.</summary>
    internal void ThrowIfError()
    {
        if (this["error"] is not { } error)
            return;
        var mask = new SecretMask(this["code"], this["access_token"], this["refresh_token"], this["id_token"]);
        var description = this["error_description"] is { } text ? mask.Short(text) : null;
        throw new OAuthTokenRequestException(
            mask.Short(error), description, errorCodes: OAuthAnswer.AadstsNumber(description) is { } number ? [number] : []);
    }

    /// <summary>Throws unless the redirect answers the request that had the given state.</summary>
    internal void VerifyState(string? expected)
    {
        if (expected is null)
        {
            throw new OAuthStateMismatchException(
                "This object sent no user to sign in, so it can't know whether the redirect is meant for it. Set State to the value that was used then.");
        }
        if (this["state"] is not { } state)
            throw new OAuthStateMismatchException("The redirect has no state, so it is not the answer to this sign-in.");
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(state), Encoding.UTF8.GetBytes(expected)))
            throw new OAuthStateMismatchException("The state on the redirect is not the one that was sent, so it is not the answer to this sign-in.");
    }

    private void Add(ReadOnlySpan<char> pairs)
    {
        foreach (var range in pairs.Split('&'))
        {
            var pair = pairs[range];
            var equals = pair.IndexOf('=');
            if (equals > 0)
                _values.TryAdd(Decode(pair[..equals]), Decode(pair[(equals + 1)..]));
        }
    }

    private static string Decode(ReadOnlySpan<char> text) => Uri.UnescapeDataString(text.ToString().Replace('+', ' '));
}

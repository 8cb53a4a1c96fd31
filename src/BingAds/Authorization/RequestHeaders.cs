using System.Globalization;
using BingAds.Errors;

namespace BingAds;

/// <summary>The headers of one call while it is built: names and values, and where they go.</summary>
/// <remarks>A call's own object, used by one thread. Names are compared without regard to case.</remarks>
public sealed class RequestHeaders(HeaderTarget target)
{
    // Token, developer token, two accounts, customer, provider: a call seldom has more.
    private KeyValuePair<string, string>[] _items = new KeyValuePair<string, string>[6];

    /// <summary>Where the headers go.</summary>
    public HeaderTarget Target { get; } = target;

    /// <summary>How many headers there are.</summary>
    public int Count { get; private set; }

    /// <summary>The access token that <see cref="SetAccessToken"/> put here, as it is; null before.</summary>
    public string? AccessToken { get; private set; }

    /// <summary>The headers in the order in which they were set.</summary>
    public ReadOnlySpan<KeyValuePair<string, string>> AsSpan() => _items.AsSpan(0, Count);

    /// <summary>The value of a header, or null.</summary>
    public string? Find(string name) => IndexOf(name) is var i and >= 0 ? _items[i].Value : null;

    /// <summary>Sets a header; an earlier value under the same name is replaced.</summary>
    /// <exception cref="CredentialsException">The value holds a character that can't be sent in this place. The text never shows the value.</exception>
    public void Set(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        Check(name, value);
        var item = new KeyValuePair<string, string>(name, value);
        if (IndexOf(name) is var i and >= 0)
        {
            _items[i] = item;
            return;
        }
        if (Count == _items.Length)
            Array.Resize(ref _items, Count * 2);
        _items[Count++] = item;
    }

    /// <summary>Sets the user's access token under the name and in the form that the target wants.</summary>
    /// <exception cref="CredentialsException">The token is empty or can't be sent in this place.</exception>
    public void SetAccessToken(string accessToken) => SetToken(accessToken, null);

    internal void SetTokens(OAuthTokens? tokens)
        => SetToken(tokens?.AccessToken ?? "", Target == HeaderTarget.Rest ? tokens?.BearerText : null);

    private void SetToken(string accessToken, string? bearer)
    {
        if (string.IsNullOrEmpty(accessToken))
            throw new CredentialsException("There is no access token to send: sign in first.");
        if (Target == HeaderTarget.Rest)
        {
            Set("Authorization", bearer ?? "Bearer " + accessToken);
        }
        else
        {
            Set("AuthenticationToken", accessToken);
        }
        AccessToken = accessToken;
    }

    /// <summary>Sets the developer token; null or empty leaves it out.</summary>
    public void SetDeveloperToken(string? developerToken)
    {
        if (!string.IsNullOrEmpty(developerToken))
            Set("DeveloperToken", developerToken);
    }

    /// <summary>Sets the manager account; null leaves it out.</summary>
    public void SetCustomerId(long? customerId)
    {
        if (customerId is { } id)
            Set("CustomerId", id.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Sets the ad account; null leaves it out.</summary>
    public void SetAccountId(long? accountId)
    {
        if (accountId is not { } id)
            return;
        var text = id.ToString(CultureInfo.InvariantCulture);
        // The upload's documentation names both headers in different places, so both are sent.
        if (Target == HeaderTarget.Upload)
            Set("AccountId", text);
        Set("CustomerAccountId", text);
    }

    /// <summary>The names only: values are secrets.</summary>
    public override string ToString() => string.Join(", ", _items.Take(Count).Select(static item => item.Key));

    private int IndexOf(string name)
    {
        for (var i = 0; i < Count; i++)
        {
            if (string.Equals(_items[i].Key, name, StringComparison.OrdinalIgnoreCase))
                return i;
        }
        return -1;
    }

    private void Check(string name, string value)
    {
        // HttpClient would refuse these values later, with an error that says nothing about credentials and, for some, shows the value.
        var isFine = Target == HeaderTarget.Soap ? IsXmlText(value) : !value.AsSpan().ContainsAnyExceptInRange(' ', '~');
        if (!isFine)
        {
            throw new CredentialsException(Target == HeaderTarget.Soap
                ? $"The value for {name} holds a character that XML can't carry. Was it read from the wrong place?"
                : $"The value for {name} holds a line break or a character outside of ASCII, which an HTTP header can't carry. Was it read from the wrong place?");
        }
    }

    private static bool IsXmlText(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
                i++;
            else if (value[i] is (< ' ' and not ('\t' or '\n' or '\r')) or (>= '\uD800' and <= '\uDFFF') or >= '\uFFFE')
                return false;
        }
        return true;
    }
}

using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BingAds.Emulator.Store;
using Microsoft.AspNetCore.Http;

namespace BingAds.Emulator.Files;

/// <summary>Links that carry their own permission and its end, so that whoever has one needs no token, as with the service's storage.</summary>
internal static class SignedLinks
{
    public const string Root = "/storage/";

    private const string SecretKey = "links.secret";
    private const string Expiry = "se";
    private const string Signature = "sig";

    /// <summary>Makes a link.</summary>
    /// <param name="session">Holds the secret, one for each database.</param>
    /// <param name="baseAddress">The host that the caller came by.</param>
    /// <param name="path">Where it leads, below <see cref="Root"/>.</param>
    /// <param name="expires">When it ends, by the emulator's clock.</param>
    public static string Create(StoreSession session, Uri baseAddress, string path, DateTimeOffset expires)
    {
        var end = expires.UtcTicks.ToString(CultureInfo.InvariantCulture);
        var full = Root + path;
        return $"{baseAddress.GetLeftPart(UriPartial.Authority)}{full}?{Expiry}={end}&{Signature}={Sign(session, full, end)}";
    }

    public static LinkState Check(StoreSession session, HttpRequest request)
    {
        var end = request.Query[Expiry].ToString();
        var given = Encoding.UTF8.GetBytes(request.Query[Signature].ToString());
        var right = Encoding.UTF8.GetBytes(Sign(session, request.Path.Value ?? "", end));
        if (!CryptographicOperations.FixedTimeEquals(given, right) || !long.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks))
            return LinkState.Forged;
        return session.Now.UtcTicks < ticks ? LinkState.Good : LinkState.Expired;
    }

    private static string Sign(StoreSession session, string path, string end)
    {
        if (session.Meta(SecretKey) is not { } secret)
        {
            secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
            session.SetMeta(SecretKey, secret);
        }

        return Base64Url.EncodeToString(HMACSHA256.HashData(Base64Url.DecodeFromChars(secret), Encoding.UTF8.GetBytes(path + '\n' + end)));
    }
}

using Microsoft.AspNetCore.Http;

namespace BingAds.Emulator;

/// <summary>Takes the secrets out of request headers.</summary>
internal static class SecretHeaders
{
    private const string Mask3 = "***";

    private static readonly string[] s_secret = ["DeveloperToken", "AuthenticationToken", "ApplicationToken", "Password", "Cookie", "Proxy-Authorization"];

    public static Dictionary<string, string> Mask(IHeaderDictionary headers)
    {
        var shown = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in headers)
        {
            shown[name] = Show(name, value.ToString());
        }

        return shown;
    }

    private static string Show(string name, string value)
    {
        if (s_secret.Contains(name, StringComparer.OrdinalIgnoreCase))
            return Mask3;
        if (!name.Equals("Authorization", StringComparison.OrdinalIgnoreCase))
            return value;
        var blank = value.IndexOf(' ', StringComparison.Ordinal);
        return blank < 0 ? Mask3 : value[..(blank + 1)] + Mask3;
    }
}

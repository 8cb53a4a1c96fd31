using System.Text;
using BingAds.Contract;
using BingAds.Errors;

namespace BingAds.Emulator.Api;

/// <summary>Names of codes, and the sentences that go with them.</summary>
internal static class ErrorTexts
{
    private static readonly string[] s_prefixes = ["CampaignService", "BulkService", "ReportingService", "AdGroupService"];

    public static string? Name(int code, ServiceName service)
    {
        // The customer services send numbers only.
        if (service is ServiceName.CustomerManagement or ServiceName.CustomerBilling)
            return null;
        return ErrorCodes.Find(code, null, service)?.Name ?? AnyName(code);
    }

    public static string? AnyName(int code) => ErrorCodes.FindAll(code).FirstOrDefault(static e => e.Name is not null)?.Name;

    /// <summary>A sentence out of a name: <c>CampaignServiceInvalidCampaignId</c> gives "Invalid campaign id.".</summary>
    public static string Message(int code, string? name)
    {
        if (name is null)
            return $"The service refuses the request with code {code}.";
        var prefix = Array.Find(s_prefixes, p => name.StartsWith(p, StringComparison.Ordinal));
        var words = prefix is null ? name : name[prefix.Length..];
        var text = new StringBuilder(words.Length + 8);
        for (var i = 0; i < words.Length; i++)
        {
            var starts = i > 0 && char.IsUpper(words[i]) && (!char.IsUpper(words[i - 1]) || (i + 1 < words.Length && char.IsLower(words[i + 1])));
            if (starts)
                text.Append(' ');
            text.Append(i > 0 && starts && !(i + 1 < words.Length && char.IsUpper(words[i + 1])) ? char.ToLowerInvariant(words[i]) : words[i]);
        }

        return text.Append('.').ToString();
    }
}

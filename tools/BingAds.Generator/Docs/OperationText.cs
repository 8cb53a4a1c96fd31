namespace BingAds.Generator.Docs;

/// <summary>Reads an operation's name as a sentence: <c>GetAdGroupsByCampaignId</c> gets ad groups by campaign id.</summary>
internal static class OperationText
{
    private static readonly string[] s_links = [" by ", " to ", " from ", " for "];

    // Names that are no plain verb and object.
    private static readonly Dictionary<string, string> s_known = new(StringComparer.Ordinal)
    {
        ["CheckFeatureAdoptionCouponEligibility"] = "checks which accounts may claim a feature adoption coupon",
        ["DownloadCampaignsByAccountIds"] = "starts a bulk download of whole accounts",
        ["DownloadCampaignsByCampaignIds"] = "starts a bulk download of some campaigns",
        ["GetBulkUploadUrl"] = "opens a bulk upload and gets the URL to send the file to",
        ["PollGenerateReport"] = "gets the status of a report job and, when it is done, the URL of the report",
        ["PutMetricData"] = "hands in measurements",
        ["SignupCustomer"] = "creates a customer together with its first account",
        ["SubmitGenerateReport"] = "starts a report job",
        ["SuggestKeywordsForUrl"] = "suggests keywords for a web page",
        ["UploadEntityRecords"] = "uploads bulk records in the request itself, without a file",
    };

    /// <summary>Without its full stop, starting in lower case: "adds campaigns".</summary>
    public static string Phrase(string operation)
    {
        if (s_known.TryGetValue(operation, out var known))
            return known;
        var (verb, what) = Cut(operation);
        var at = s_links.Select(link => what.IndexOf(link, StringComparison.Ordinal)).Where(i => i > 0).DefaultIfEmpty(what.Length).Min();
        var target = what[..at];
        var named = verb is "add" or "create" or "send" ? English.WithArticle(target) : English.IsPlural(target) ? target : "the " + target;
        return $"{English.ThirdPerson(verb)} {named}{what[at..]}";
    }

    /// <summary>"Add" and "campaigns" of AddCampaigns; "Get" and "ads by ids" of GetAdsByIds.</summary>
    public static (string Verb, string What) Cut(string operation)
    {
        var words = Words.Split(operation);
        var blank = words.IndexOf(' ', StringComparison.Ordinal);
        return (words[..blank], words[(blank + 1)..]);
    }
}

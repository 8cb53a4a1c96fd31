namespace BingAds.Generator.Docs;

/// <summary>Makes "Whether ..." from the name of a yes-or-no member.</summary>
internal static class BoolText
{
    private static readonly HashSet<string> s_verbs = new(StringComparer.Ordinal)
    {
        "accept", "delete", "enable", "exclude", "expand", "import", "include", "pause", "raise", "remove", "rename", "require", "return", "send",
        "suppress", "update", "use",
    };

    // What follows the verb is no thing of its own, or one that takes no article.
    private static readonly HashSet<string> s_bare = new(StringComparer.Ordinal) { "auto", "copilot", "from", "only", "optimized", "parent", "predictive" };

    // Names that no rule reads well.
    private static readonly Dictionary<string, string> s_known = new(StringComparer.Ordinal)
    {
        ["AAROptInStatus"] = "recommendations of this type are applied automatically",
        ["AccountUrlOptions"] = "to import the URL options of the account",
        ["ActiveAdGroupsOnly"] = "only active ad groups are meant",
        ["AdScheduleUseSearcherTimeZone"] = "ad schedules follow the time zone of the searcher, not that of the account",
        ["AdScheduleUseSearcherTimezone"] = "ad schedules follow the time zone of the searcher, not that of the account",
        ["Appealable"] = "the decision can be appealed",
        ["AutoDeviceBidOptimization"] = "to let device bids be optimized automatically",
        ["AutoTargeting"] = "targeting is automatic",
        ["ContactByPhone"] = "the user may be contacted by phone",
        ["ContactByPostalMail"] = "the user may be contacted by postal mail",
        ["Dismissed"] = "the recommendation was dismissed",
        ["FeedUrl"] = "to look at page feed URLs only",
        ["HasCatalog"] = "the store has a catalog",
        ["ImportNCAGoalWithSystemGeneratedAudience"] = "to import new customer acquisition goals with an audience that the system makes",
        ["IsAccountOptOut"] = "the account has opted out",
        ["IsBillToClient"] = "the client pays",
        ["IsCustomerOptOut"] = "the customer has opted out",
        ["IsCustomerOptOutOfEverything"] = "the customer has opted out of everything",
        ["IsExact"] = "the review is quoted word for word, not paraphrased",
        ["IsExcluded"] = "what is described is excluded",
        ["IsImpressionTooSpecific"] = "the targeting is too specific for an estimate of impressions",
        ["IsInSeries"] = "the insertion order belongs to a series",
        ["IsOptOut"] = "the annotation is opted out of",
        ["IsPrivacyCheckPassed"] = "the audience is large enough to pass the privacy check",
        ["MFAStatus"] = "the user has multi-factor authentication turned on",
        ["Mock"] = "made-up templates are returned",
        ["NewCustomerAcquisitionBidOnlyMode"] = "to bid for new customers only",
        ["OnlyParentAccounts"] = "to leave out accounts that are reached through a client link",
        ["PauseAIMAdGroupIfAllAudienceCriterionNotImported"] = "to pause audience ad groups of which no audience criterion could be imported",
        ["SearchAndDsaMixedCampaignAsSearchCampaign"] = "to import campaigns with both search and dynamic search ads as search campaigns",
        ["TargetAndBid"] = "ads are shown to the targeted audience only (true), or to all with the bid adjusted for the audience (false)",
    };

    private static readonly string[] s_countable = [" campaign", " arm", " goal", "exclusion"];

    /// <summary>The text without its full stop; <paramref name="owner"/> is a phrase such as "the campaign".</summary>
    public static string Of(string member, string owner)
    {
        if (s_known.TryGetValue(member, out var known))
            return "Whether " + known;
        if (member.EndsWith("Enabled", StringComparison.Ordinal))
        {
            var on = Words.Split(Strip(member[..^7], "Is"));
            return $"Whether {on} {(English.IsPlural(on) ? "are" : "is")} enabled";
        }

        if (member.StartsWith("Is", StringComparison.Ordinal) && char.IsUpper(member[2]))
        {
            var state = Words.Split(member[2..]);
            return $"Whether {owner} is {(s_countable.Any(state.EndsWith) ? English.WithArticle(state) : state)}";
        }

        if (member.EndsWith("OptOut", StringComparison.Ordinal) && member.Length > 6)
            return $"Whether to opt out of {Words.Split(member[..^6])}";
        if (member.StartsWith("New", StringComparison.Ordinal))
            return $"Whether to import {Words.Split(member)}";
        var phrase = Words.Split(member);
        var blank = phrase.IndexOf(' ', StringComparison.Ordinal);
        if (blank < 0 || !s_verbs.Contains(phrase[..blank]))
            return $"Whether {phrase} is on";
        var what = phrase[(blank + 1)..];
        var bare = English.IsPlural(what) || s_bare.Contains(what.Split(' ')[0]);
        return $"Whether to {phrase[..blank]} {(bare ? what : "the " + what)}";
    }

    private static string Strip(string name, string start) => name.StartsWith(start, StringComparison.Ordinal) ? name[start.Length..] : name;
}

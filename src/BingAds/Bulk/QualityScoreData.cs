namespace BingAds.Bulk;

/// <summary>How well a campaign, ad group or keyword does; in a file only when the download asks for it.</summary>
public sealed class QualityScoreData
{
    /// <summary>Quality score; column <c>Quality Score</c>.</summary>
    public int? QualityScore { get; set; }

    /// <summary>Relevance of the keyword; column <c>Keyword Relevance</c>.</summary>
    public int? KeywordRelevance { get; set; }

    /// <summary>Relevance of the landing page; column <c>Landing Page Relevance</c>.</summary>
    public int? LandingPageRelevance { get; set; }

    /// <summary>How users get on with the landing page; column <c>Landing Page User Experience</c>.</summary>
    public int? LandingPageUserExperience { get; set; }
}

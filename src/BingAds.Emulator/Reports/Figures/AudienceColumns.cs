namespace BingAds.Emulator.Reports.Figures;

/// <summary>Who saw the ads.</summary>
internal static class AudienceColumns
{
    private static readonly string[] s_ages = ["Unknown", "13-17", "18-24", "25-34", "35-49", "50-64", "65+"];
    private static readonly string[] s_genders = ["Unknown", "Male", "Female"];

    private static readonly (string Name, string Type)[] s_lists =
    [
        ("All visitors", "Remarketing list"), ("Cart abandoners", "Remarketing list"), ("Outdoor enthusiasts", "In-market audience"), ("Existing customers", "Customer match"),
    ];

    private static readonly string[] s_companies = ["Northgate Mills", "Lowtide Coffee", "Anchor Works", "Fieldbook"];
    private static readonly string[] s_industries = ["Construction", "Education", "Health care", "Software"];
    private static readonly string[] s_jobs = ["Engineering", "Finance", "Marketing", "Sales"];
    private static readonly string[] s_seniorities = ["Entry", "Senior", "Manager", "Director"];
    private static readonly string[] s_segments = ["Frequent readers", "Event guests"];

    public static SliceColumn? Find(string column) => column switch
    {
        "AgeGroup" => SliceColumn.Of(Trait.Age, s_ages),
        "Gender" => SliceColumn.Of(Trait.Gender, s_genders),
        "AudienceId" => new(List, static (l, code) => ReportValue.Of(DeviceColumns.IdOf(l, 801_000_000, code))),
        "AudienceName" => SliceColumn.Of(Trait.AudienceList, s_lists, static a => a.Name),
        "AudienceType" => SliceColumn.Of(Trait.AudienceList, s_lists, static a => a.Type),
        "AssociationId" => new(List, static (l, code) => ReportValue.Of(((l.Group?.Id ?? l.Campaign.Id) * 10) + code)),
        "AssociationLevel" => new(static (in _) => 0, static (l, _) => ReportValue.Of(l.Group is null ? "Campaign" : "Ad group")),
        "AssociationStatus" => new(static (in _) => 0, static (_, _) => ReportValue.Of("Active")),
        "BidAdjustment" => new(List, static (_, code) => ReportValue.Of(10m * code)),
        "TargetingSetting" => new(List, static (_, code) => ReportValue.Of(code % 2 == 0 ? "Bid only" : "Target and bid")),
        "CompanyName" => SliceColumn.Of(Trait.Company, s_companies),
        "IndustryName" => SliceColumn.Of(Trait.Industry, s_industries),
        "JobFunctionName" => SliceColumn.Of(Trait.JobFunction, s_jobs),
        "JobSeniorityName" => SliceColumn.Of(Trait.Seniority, s_seniorities),
        "LinkedInSegment" or "CustomLinkedInName" => SliceColumn.Of(Trait.Segment, s_segments),
        "LinkedInSegmentId" => new(static (in s) => s.Pick(Trait.Segment, s_segments.Length), static (_, code) => ReportValue.Of("seg-" + (char)('a' + code))),
        "LinkedInType" => new(static (in s) => s.Pick(Trait.Segment, s_segments.Length), static (_, code) => ReportValue.Of(code == 0 ? "Engagement" : "Contact list")),
        _ => null,
    };

    private static long List(in Slice slice) => slice.Pick(Trait.AudienceList, s_lists.Length);
}

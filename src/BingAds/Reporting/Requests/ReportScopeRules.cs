namespace BingAds.Reporting;

/// <summary>The scope: something is in it, not too much, and the ids can be ids.</summary>
internal static class ReportScopeRules
{
    private const string Divide = "Divide the request: SplitToLimits.";
    private const string NoId = "Ids are above 0.";

    public static void Apply(ReportRequestCheck check)
    {
        if (ReportScopes.Of(check.Request.ScopeOrNull) is not { IsEmpty: false } scope)
        {
            check.Refused(
                check.Type.Scope switch
                {
                    ReportScopeKind.Accounts => 2026,
                    ReportScopeKind.Campaigns => 2027,
                    ReportScopeKind.AdGroups => 2028,
                    _ => null,
                },
                "Scope", "There is nothing in the scope.", "Name at least one account, or what is in one.");
            return;
        }

        Sizes(check, scope);
        Ids(check, scope);
    }

    private static void Sizes(ReportRequestCheck check, ReportScopes scope)
    {
        Size(check, 2029, "Scope.AccountIds", "accounts", scope.Accounts.Count, ReportLimits.Accounts);
        Size(check, 2030, "Scope.Campaigns", "campaigns", scope.Campaigns.Count, ReportLimits.Campaigns);
        Size(check, 2031, "Scope.AdGroups", "ad groups", scope.AdGroups.Count, ReportLimits.AdGroups);
        Size(check, null, "Scope.AssetGroups", "asset groups", scope.AssetGroups.Count, ReportLimits.AssetGroups);
        if (check.Type.MaxAccounts is { } max && scope.AllAccounts().Count() is var accounts && accounts > max)
            check.Refused(2029, "Scope", $"The {check.Type.Name} report is about {max} account; the scope names {accounts}.", "Divide the request: SplitByAccounts.");
    }

    private static void Size(ReportRequestCheck check, int? code, string member, string what, int count, int limit)
    {
        if (count > limit)
            check.Refused(code, member, $"There are {count} {what} in the scope; {limit} are allowed.", Divide);
    }

    private static void Ids(ReportRequestCheck check, ReportScopes scope)
    {
        Bad(check, 2035, "Scope.AccountIds", "An account has no valid id.", scope.Accounts.Any(static id => id <= 0));

        Bad(check, 2024, "Scope.Campaigns", "A campaign is null.", scope.Campaigns.Contains(null), "Leave it out.");
        Bad(check, 2018, "Scope.Campaigns", "A campaign has no valid account id.", scope.Campaigns.Any(static c => c is not null && c.AccountId is not > 0));
        Bad(check, 2019, "Scope.Campaigns", "A campaign has no valid id.", scope.Campaigns.Any(static c => c is not null && c.CampaignId is not > 0));

        Bad(check, 2025, "Scope.AdGroups", "An ad group is null.", scope.AdGroups.Contains(null), "Leave it out.");
        Bad(check, 2020, "Scope.AdGroups", "An ad group has no valid account id.", scope.AdGroups.Any(static g => g is not null && g.AccountId is not > 0));
        Bad(check, 2021, "Scope.AdGroups", "An ad group has no valid campaign id.", scope.AdGroups.Any(static g => g is not null && g.CampaignId is not > 0));
        Bad(check, 2022, "Scope.AdGroups", "An ad group has no valid id.", scope.AdGroups.Any(static g => g is not null && g.AdGroupId is not > 0));

        Bad(
            check, null, "Scope.AssetGroups", "An asset group is null, or one of its ids is not valid.",
            scope.AssetGroups.Any(static g => g is null || g.AccountId is not > 0 || g.CampaignId is not > 0 || g.AssetGroupId is not > 0));
    }

    private static void Bad(ReportRequestCheck check, int? code, string member, string message, bool isBad, string advice = NoId)
    {
        if (isBad)
            check.Refused(code, member, message, advice);
    }
}

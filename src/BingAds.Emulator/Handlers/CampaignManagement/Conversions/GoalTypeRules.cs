using BingAds.Emulator.Families;
using BingAds.Emulator.Rules;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Conversions;

/// <summary>What each kind of goal must hold besides what all hold.</summary>
internal static class GoalTypeRules
{
    private const int MaxExpression = 100;
    private const int MaxDuration = 86_399;
    private const int UrlMissing = 5334;
    private const int StoreIdMissing = 5335;
    private const int EventIncomplete = 5336;
    private const int InvalidDuration = 5338;
    private const int InvalidPages = 5339;
    private const int InvalidPlatform = 5340;
    private const int InvalidUrl = 5341;
    private const int InvalidCategory = 5342;
    private const int InvalidAction = 5343;
    private const int InvalidLabel = 5344;
    private const int InvalidValue = 5345;
    private const int InvalidStoreId = 5346;
    private const int InvalidAppCountType = 5349;

    public static void Check(ConversionGoal goal, ItemErrors errors)
    {
        switch (goal)
        {
            case DurationGoal duration:
                errors.Require(duration.MinimumDurationInSeconds is >= 0 and <= MaxDuration, InvalidDuration, nameof(DurationGoal.MinimumDurationInSeconds));
                break;
            case PagesViewedPerVisitGoal pages:
                errors.Require(pages.MinimumPagesViewed is >= 1, InvalidPages, nameof(PagesViewedPerVisitGoal.MinimumPagesViewed));
                break;
            case UrlGoal url:
                CheckUrl(url, errors);
                break;
            case EventGoal happening:
                CheckEvent(happening, errors);
                break;
            case AppInstallGoal app:
                CheckApp(app, app.AppPlatform, app.AppStoreId, errors);
                break;
            case AppDownloadGoal app:
                CheckApp(app, app.AppPlatform, app.AppStoreId, errors);
                break;
        }
    }

    private static void CheckUrl(UrlGoal goal, ItemErrors errors)
    {
        if (string.IsNullOrWhiteSpace(goal.UrlExpression))
            errors.Fail(UrlMissing, nameof(goal.UrlExpression));
        else
            errors.Require(!TextRules.HasControl(goal.UrlExpression), InvalidUrl, nameof(goal.UrlExpression));
        errors.Require(IsKnown(goal.UrlOperator), InvalidUrl, nameof(goal.UrlOperator));
    }

    /// <summary>At least one of the four conditions, each with its operator.</summary>
    private static void CheckEvent(EventGoal goal, ItemErrors errors)
    {
        (string? Text, ExpressionOperator? Operator, int Code)[] texts =
        [
            (goal.CategoryExpression, goal.CategoryOperator, InvalidCategory),
            (goal.ActionExpression, goal.ActionOperator, InvalidAction),
            (goal.LabelExpression, goal.LabelOperator, InvalidLabel),
        ];
        var isSet = texts.Any(static t => !string.IsNullOrEmpty(t.Text)) || goal.Value is not null;
        var isWhole = texts.All(static t => string.IsNullOrEmpty(t.Text) || IsKnown(t.Operator))
            && (goal.Value is null || goal.ValueOperator is { Known: not ValueOperator.KnownValue.Unrecognized });
        errors.Require(isSet && isWhole, EventIncomplete);
        foreach (var (text, _, code) in texts)
        {
            errors.Require(text is null || (text.Length <= MaxExpression && !TextRules.HasControl(text)), code);
        }

        errors.Require(goal.Value is null or >= 0, InvalidValue, nameof(goal.Value));
    }

    private static void CheckApp(ConversionGoal goal, string? platform, string? storeId, ItemErrors errors)
    {
        errors.Require(platform is "Android" or "iOS" or "Windows" or "WindowsPhone", InvalidPlatform, nameof(AppInstallGoal.AppPlatform));
        if (string.IsNullOrWhiteSpace(storeId))
            errors.Fail(StoreIdMissing, nameof(AppInstallGoal.AppStoreId));
        else
            errors.Require(!storeId.Any(static c => char.IsWhiteSpace(c) || char.IsControl(c)), InvalidStoreId, nameof(AppInstallGoal.AppStoreId));

        // An app is installed once.
        errors.Require(goal.CountType == ConversionGoalCountType.All, InvalidAppCountType, nameof(goal.CountType));
    }

    private static bool IsKnown(ExpressionOperator? value) => value is { Known: not ExpressionOperator.KnownValue.Unrecognized };
}

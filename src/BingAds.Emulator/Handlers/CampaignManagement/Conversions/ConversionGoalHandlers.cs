using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Conversions;

/// <summary>Goals: what counts as a conversion. They can be paused, but not deleted.</summary>
internal static class ConversionGoalHandlers
{
    private const int MaxTags = 100;
    private const int TypesNotPassed = 5329;
    private const int TypeNotMatched = 5331;

    private static EntityFamily<ConversionGoal> Family => ConversionFamilies.Goals;

    public static void Register(HandlerTable table)
    {
        table.Add<AddConversionGoalsRequest, AddConversionGoalsResponse>(Add);
        table.Add<UpdateConversionGoalsRequest, UpdateConversionGoalsResponse>(Update);
        table.Add<GetConversionGoalsByIdsRequest, GetConversionGoalsByIdsResponse>(GetByIds);
        table.Add<GetConversionGoalsByTagIdsRequest, GetConversionGoalsByTagIdsResponse>(GetByTags);
    }

    private static AddConversionGoalsResponse Add(CallContext call, AddConversionGoalsRequest request)
    {
        var rules = new ConversionGoalsOfCustomer(call, new ItemErrors());
        return new() { ConversionGoalIds = Family.Add(request.ConversionGoals, rules), PartialErrors = rules.Errors.List };
    }

    private static UpdateConversionGoalsResponse Update(CallContext call, UpdateConversionGoalsRequest request)
    {
        var rules = new ConversionGoalsOfCustomer(call, new ItemErrors());
        Family.Update(request.ConversionGoals, rules);
        return new() { PartialErrors = rules.Errors.List };
    }

    private static GetConversionGoalsByIdsResponse GetByIds(CallContext call, GetConversionGoalsByIdsRequest request)
    {
        var errors = new ItemErrors();
        var types = RequireTypes(request.ConversionGoalTypes);
        var goals = request.ConversionGoalIds is null
            ? All(call, types)
            : Family.Get(call, call.Account.Customer, request.ConversionGoalIds, errors, row => types.Has(row.Kind!), TypeNotMatched);
        return new() { ConversionGoals = Show(goals, request.ReturnAdditionalFields), PartialErrors = errors.List };
    }

    private static GetConversionGoalsByTagIdsResponse GetByTags(CallContext call, GetConversionGoalsByTagIdsRequest request)
    {
        var types = RequireTypes(request.ConversionGoalTypes);
        var tags = ConversionFamilies.UetTags;
        if (request.TagIds is not { Count: > 0 } ids)
            throw ApiFaultException.Operation(tags.Codes.IdsEmpty);
        if (ids.Count > MaxTags)
            throw ApiFaultException.Operation(tags.Codes.IdsTooMany);
        var errors = new ItemErrors();
        var all = All(call, types);
        var goals = new List<ConversionGoal?>();
        for (var i = 0; i < ids.Count; i++)
        {
            errors.Start(i);
            if (tags.Locate(call, call.Account.Customer, ids[i], errors) is { } tag)
                goals.AddRange(all.Where(g => g!.TagId == tag.Id));
        }

        return new() { ConversionGoals = Show(goals, request.ReturnAdditionalFields), PartialErrors = errors.List };
    }

    private static List<ConversionGoal?> All(CallContext call, ConversionGoalType types)
        => Family.Children(call, call.Account.Customer, row => types.Has(row.Kind!) && GoalKinds.IsVisible(call, row));

    private static ConversionGoalType RequireTypes(ConversionGoalType? types)
        => types is { Names.Count: > 0 } wanted ? wanted : throw ApiFaultException.Operation(TypesNotPassed);

    private static List<ConversionGoal?> Show(List<ConversionGoal?> goals, ConversionGoalAdditionalField? more)
    {
        foreach (var goal in goals)
        {
            if (goal is null)
                continue;
            if (more?.Has(ConversionGoalAdditionalField.ViewThroughConversionWindowInMinutes) != true)
                goal.ViewThroughConversionWindowInMinutes = null;
            if (more?.Has(ConversionGoalAdditionalField.AttributionModelType) != true)
                goal.AttributionModelType = null;
            if (goal is OfflineConversionGoal offline && more?.Has(ConversionGoalAdditionalField.IsExternallyAttributed) != true)
                offline.IsExternallyAttributed = null;
        }

        return goals;
    }
}

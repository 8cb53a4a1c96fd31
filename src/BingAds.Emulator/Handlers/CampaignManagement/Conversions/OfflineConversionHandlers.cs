using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Conversions;

/// <summary>Conversions that no tag saw, and what is put right afterwards.</summary>
internal static class OfflineConversionHandlers
{
    private const int Max = 1000;
    private const int Empty = 5600;
    private const int TooMany = 5601;
    private const int NullItem = 5602;

    public static void Register(HandlerTable table)
    {
        table.Add<ApplyOfflineConversionsRequest, ApplyOfflineConversionsResponse>(static (call, request) =>
            new() { PartialErrors = ForEach(call, request.OfflineConversions, ApplyConversion) });
        table.Add<ApplyOfflineConversionAdjustmentsRequest, ApplyOfflineConversionAdjustmentsResponse>(static (call, request) =>
            new() { PartialErrors = ForEach(call, request.OfflineConversionAdjustments, ApplyAdjustment) });
        table.Add<ApplyOnlineConversionAdjustmentsRequest, ApplyOnlineConversionAdjustmentsResponse>(static (call, request) =>
            new() { PartialErrors = ForEach(call, request.OnlineConversionAdjustments, CheckOnline) });
    }

    private static void ApplyConversion(CallContext call, OfflineConversion item, ConversionUploadLog log, ItemErrors errors)
    {
        OfflineConversionRules.Check(call, item, errors);
        var goal = OfflineConversionRules.GoalOf(call, item.ConversionName, errors);
        if (!errors.Ok)
            return;
        item.ConversionCurrencyCode ??= ConversionGoalRules.AccountCurrency(call);
        var isNew = OfflineConversionStore.Add(call, goal!, item);
        log.Accepted(goal!, isNew ? default(OfflineConversionUnattributedReason?) : OfflineConversionUnattributedReason.DuplicateConversionKey);
    }

    private static void ApplyAdjustment(CallContext call, OfflineConversionAdjustment item, ConversionUploadLog log, ItemErrors errors)
    {
        OfflineConversionRules.Check(call, item, errors);
        var goal = OfflineConversionRules.GoalOf(call, item.ConversionName, errors);
        if (errors.Ok)
            log.Accepted(goal!, OfflineConversionStore.Adjust(call, goal!, item));
    }

    /// <summary>Conversions that a tag counts do not exist here, so there is nothing to adjust.</summary>
    private static void CheckOnline(CallContext call, OnlineConversionAdjustment item, ConversionUploadLog log, ItemErrors errors)
    {
        OfflineConversionRules.Check(call, item, errors);
        OfflineConversionRules.GoalOf(call, item.ConversionName, errors, isOnline: true);
    }

    private static List<BatchError?> ForEach<T>(CallContext call, List<T>? items, Action<CallContext, T, ConversionUploadLog, ItemErrors> apply)
        where T : class
    {
        if (items is not { Count: > 0 })
            throw ApiFaultException.Operation(Empty);
        if (items.Count > Max)
            throw ApiFaultException.Operation(TooMany);
        var errors = new ItemErrors();
        var log = new ConversionUploadLog(call);
        for (var i = 0; i < items.Count; i++)
        {
            errors.Start(i);
            if (items[i] is { } item)
                apply(call, item, log, errors);
            else
                errors.Fail(NullItem);
            if (!errors.Ok && typeof(T) != typeof(OnlineConversionAdjustment))
                log.Failed();
        }

        log.Write();
        return errors.List;
    }
}

using System.Globalization;
using BingAds.Contract;
using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Rules;
using BingAds.Emulator.Store;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Conversions;

/// <summary>Uploaded conversions below their goal: one for each person and time.</summary>
internal static class OfflineConversionStore
{
    private const string Retracted = "Retracted";

    /// <summary>Keeps a conversion; false when it is there already.</summary>
    public static bool Add(CallContext call, EntityRow goal, OfflineConversion item)
    {
        var key = Key(item.MicrosoftClickId, item.HashedEmailAddress, item.HashedPhoneNumber, item.ConversionTime!.Value);
        if (call.Session.Entities.FindByName(FamilyNames.OfflineConversion, goal.Id, key) is not null)
            return false;
        call.Session.Entities.Insert(new EntityRow(FamilyNames.OfflineConversion, call.Session.Next(FamilyNames.OfflineConversion))
        {
            Parent = goal.Id,
            Account = call.Account.Id,
            Customer = call.Account.Customer,
            Name = key,
            Body = EntityBody.Write(item),
        });
        return true;
    }

    /// <summary>Puts a conversion right; the reason when that can't be done, which is told by the reports only.</summary>
    public static OfflineConversionUnattributedReason? Adjust(CallContext call, EntityRow goal, OfflineConversionAdjustment item)
    {
        var key = Key(item.MicrosoftClickId, item.HashedEmailAddress, item.HashedPhoneNumber, item.ConversionTime!.Value);
        if (call.Session.Entities.FindByName(FamilyNames.OfflineConversion, goal.Id, key) is not { } id)
            return OfflineConversionUnattributedReason.AdjustmentOriginalNotFound;
        var row = call.Session.Entities.Find(FamilyNames.OfflineConversion, id)!;
        if (row.Status == Retracted)
            return OfflineConversionUnattributedReason.ConversionAlreadyRetracted;
        var conversion = WireJson.Read<OfflineConversion>(row.Body);
        if (item.AdjustmentType == OfflineConversionRules.Restate)
        {
            conversion.ConversionValue = item.AdjustmentValue;
            conversion.ConversionCurrencyCode = item.AdjustmentCurrencyCode;
        }

        call.Session.Entities.Update(row with { Status = item.AdjustmentType == OfflineConversionRules.Retract ? Retracted : null, Body = EntityBody.Write(conversion) });
        return null;
    }

    private static string Key(string? clickId, string? mail, string? phone, DateTime time)
    {
        string?[] names = [clickId, mail, phone];
        var person = names.First(static n => !string.IsNullOrEmpty(n))!.ToUpperInvariant();
        return string.Create(CultureInfo.InvariantCulture, $"{person}:{TimeRules.Utc(time).Ticks}");
    }
}

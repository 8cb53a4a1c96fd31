using System.Globalization;
using BingAds.Contract;
using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Store;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Conversions;

/// <summary>Counts what one call uploads, and adds it to the day's figures of the account and of the goals.</summary>
internal sealed class ConversionUploadLog(CallContext call)
{
    private const int DaysOfLink = 30;

    private readonly Dictionary<long, OfflineGoalDailySummary> _goals = [];
    private int _accepted;
    private int _failed;

    public void Failed() => _failed++;

    /// <param name="goal">Whose conversion it is.</param>
    /// <param name="reason">Why it counts for nothing, though it was taken; null when it counts.</param>
    public void Accepted(EntityRow goal, OfflineConversionUnattributedReason? reason)
    {
        _accepted++;
        if (!_goals.TryGetValue(goal.Id, out var day))
        {
            var stored = Find(FamilyNames.GoalUploads, goal.Id);
            _goals[goal.Id] = day = stored is null
                ? new() { GoalId = goal.Id, UploadDate = call.Now.Date, SuccessCount = 0, UnattributedCount = 0, Alerts = [] }
                : WireJson.Read<OfflineGoalDailySummary>(stored.Body);
        }

        if (reason is null)
        {
            day.SuccessCount++;
            return;
        }

        day.UnattributedCount++;
        var alert = day.Alerts!.Find(a => a.UnattributedReason == reason);
        if (alert is null)
            day.Alerts.Add(alert = new() { UnattributedReason = reason, Count = 0 });
        alert.Count++;
    }

    public void Write()
    {
        foreach (var (goal, day) in _goals)
        {
            day.SuccessRate = OfflineConversionReports.RateOf(day.SuccessCount!.Value, day.UnattributedCount!.Value);
            Save(FamilyNames.GoalUploads, goal, day);
        }

        if (_accepted + _failed == 0)
            return;
        var sum = Find(FamilyNames.ConversionUploads, call.Account.Id) is { } row ? WireJson.Read<DailySummary>(row.Body) : new() { SuccessCount = 0, FailureCount = 0 };
        sum.SuccessCount += _accepted;
        sum.FailureCount += _failed;
        sum.UploadDate = call.Now.Date;
        sum.FileUrlExpiryTimeUtc = call.Now.Date.AddDays(DaysOfLink);
        Save(FamilyNames.ConversionUploads, call.Account.Id, sum);
    }

    private string Today => call.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private EntityRow? Find(string family, long parent)
        => call.Session.Entities.FindByName(family, parent, Today) is { } id ? call.Session.Entities.Find(family, id) : null;

    private void Save(string family, long parent, ApiObject sum)
    {
        if (Find(family, parent) is { } row)
            call.Session.Entities.Update(row with { Body = EntityBody.Write(sum) });
        else
            call.Session.Entities.Insert(new EntityRow(family, call.Session.Next(family)) { Parent = parent, Account = call.Account.Id, Customer = call.Account.Customer, Name = Today, Body = EntityBody.Write(sum) });
    }
}

using BingAds.Contract;
using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Criterions;

/// <summary>How many criterions of each kind one campaign or ad group has, and how many it may have. Read once, and counted on from there.</summary>
internal sealed class CriterionRooms<T>(CallContext call, CriterionParent parent, EntityFamily<T> family)
    where T : ApiObject, new()
{
    private const int LimitReached = 1422;
    private const int TooManyLocations = 1453;
    private const int TooManyTimes = 2945;
    private const int TooManyPages = 5104;

    private const int MaxTimesPerDay = 7;

    private Dictionary<string, int>? _counts;

    /// <summary>The criterions of one kind.</summary>
    public IEnumerable<T> OfKind(string kind)
        => call.Session.Entities.Children(family.Name, parent.Id).Where(r => r.Kind == kind).Select(family.Read);

    public void Check(string kind, Criterion criterion, ItemErrors errors)
    {
        var (max, code) = kind switch
        {
            "Location" => (10_000, TooManyLocations),
            "Radius" => (2_000, LimitReached),
            "CompanyName" => (1_000, LimitReached),
            "Webpage" => (20_000, parent.IsCampaign ? TooManyPages : LimitReached),
            "DayTime" => (49, TooManyTimes),
            _ => (int.MaxValue, LimitReached),
        };
        errors.Require(CountOf(kind) < max, code);
        if (criterion is DayTimeCriterion time)
        {
            var sameDay = OfKind(kind).Count(row => CriterionOf(row) is DayTimeCriterion other && other.Day == time.Day);
            errors.Require(sameDay < MaxTimesPerDay, TooManyTimes);
        }
    }

    /// <summary>One more is there.</summary>
    public void Take(string? kind)
    {
        if (kind is not null && _counts is not null)
            _counts[kind] = CountOf(kind) + 1;
    }

    /// <summary>Some are gone: what is asked next is counted anew.</summary>
    public void Forget() => _counts = null;

    private int CountOf(string kind)
    {
        _counts ??= call.Session.Entities.Children(family.Name, parent.Id).GroupBy(static r => r.Kind ?? "").ToDictionary(static g => g.Key, static g => g.Count());
        return _counts.GetValueOrDefault(kind);
    }

    private static Criterion? CriterionOf(T item) => item switch
    {
        CampaignCriterion c => c.Criterion,
        AdGroupCriterion c => c.Criterion,
        _ => null,
    };
}

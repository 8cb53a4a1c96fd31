using BingAds.Emulator.Families;

namespace BingAds.Emulator.Rules;

/// <summary>What amounts may be. The limits are those of US dollars; the service has a table by currency that is not all published in one place.</summary>
internal static class MoneyRules
{
    public const double MinBid = 0.05;
    public const double MaxBid = 1000;
    public const double MinBudget = 0.05;
    public const double MaxBudget = 10_000_000;

    private const int BelowFloor = 1515;
    private const int AboveCeiling = 1516;

    /// <param name="errors">Takes what is wrong.</param>
    /// <param name="amount">Null is fine: then another bid applies.</param>
    /// <param name="invalid">The code for what is no amount at all.</param>
    /// <param name="field">The member that holds it.</param>
    public static void CheckBid(ItemErrors errors, double? amount, int invalid, string field)
    {
        if (amount is not { } bid)
            return;
        if (!double.IsFinite(bid) || bid < 0)
            errors.Fail(invalid, field);
        else if (bid < MinBid)
            errors.Fail(BelowFloor, field);
        else if (bid > MaxBid)
            errors.Fail(AboveCeiling, field);
    }

    public static bool IsBudget(double? amount) => amount is >= MinBudget and <= MaxBudget;
}

using System.Globalization;
using BingAds.Emulator.Api;
using BingAds.V13.CustomerManagement;

namespace BingAds.Emulator.Handlers.CustomerManagement;

/// <summary>The conditions of a search for accounts; all of them must hold.</summary>
internal static class AccountPredicates
{
    private const int MaxValues = 10;
    private const int MinText = 4;

    /// <exception cref="ApiFaultException">A field, operator or value that the search does not take.</exception>
    public static Func<AdvertiserAccount, bool> Parse(CallContext call, List<Predicate>? predicates)
    {
        CustomerRules.Require(predicates is { Count: >= 1 and <= MaxValues }, "Predicates must name one condition at least.");
        CustomerRules.Require(predicates!.Count > 1 || predicates[0]?.Field != "AccountLifeCycleStatus", "AccountLifeCycleStatus needs a second condition.");
        var tests = predicates.ConvertAll(p => Parse(call, p ?? throw CustomerRules.Invalid("A predicate is null.")));
        return account => tests.TrueForAll(test => test(account));
    }

    private static Func<AdvertiserAccount, bool> Parse(CallContext call, Predicate predicate)
    {
        var value = predicate.Value is { Length: > 0 } text ? text : throw CustomerRules.Invalid("A predicate has no value.");
        switch (predicate.Field, predicate.Operator?.ToString())
        {
            case ("AccountId", "Equals"):
                return Id(value, static a => a.Id);
            case ("AccountId", "In"):
                var ids = Values(value).Select(Number).ToHashSet();
                return a => ids.Contains(a.Id!.Value);
            case ("CustomerId", "Equals"):
                return Id(value, static a => a.ParentCustomerId);
            case ("UserId", "Equals"):
                return OfUser(call, Number(value));
            case ("AccountLifeCycleStatus", "Equals"):
                return a => Same(a.AccountLifeCycleStatus?.ToString(), value);
            case ("AccountName", "Equals"):
                return a => Same(a.Name, value);
            case ("AccountName", "Contains"):
                RequireLength(value);
                return a => a.Name!.Contains(value, StringComparison.OrdinalIgnoreCase);
            case ("AccountNumber", "Equals"):
                return a => Same(a.Number, value);
            case ("AccountNumber", "Contains"):
                RequireLength(value);
                return a => a.Number!.Contains(value, StringComparison.OrdinalIgnoreCase);
            case ("AccountNumber", "In"):
                var numbers = Values(value).ToHashSet(StringComparer.OrdinalIgnoreCase);
                return a => numbers.Contains(a.Number!);
            default:
                throw CustomerRules.Invalid($"Accounts can't be searched by {predicate.Field} {predicate.Operator}.");
        }
    }

    private static Func<AdvertiserAccount, bool> Id(string value, Func<AdvertiserAccount, long?> id)
    {
        var wanted = Number(value);
        return account => id(account) == wanted;
    }

    /// <summary>Accounts that a user may reach, as far as the caller may too.</summary>
    private static Func<AdvertiserAccount, bool> OfUser(CallContext call, long user)
    {
        var roles = call.Session.People.Roles(user);
        return account => roles.Any(r => r.Customer == account.ParentCustomerId && (r.Accounts is null || r.Accounts.Contains(account.Id!.Value)));
    }

    private static string[] Values(string value)
    {
        var values = value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        CustomerRules.Require(values.Length is > 0 and <= MaxValues, "In takes 1 to 10 values, separated by commas.");
        return values;
    }

    private static long Number(string text)
        => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw CustomerRules.Invalid("The value is no id.");

    private static bool Same(string? text, string value) => string.Equals(text, value, StringComparison.OrdinalIgnoreCase);

    private static void RequireLength(string value) => CustomerRules.Require(value.Length >= MinText, "The value needs four characters at least.");
}

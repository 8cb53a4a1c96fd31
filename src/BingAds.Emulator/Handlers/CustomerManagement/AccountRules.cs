using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Rules;
using BingAds.Emulator.Store;
using BingAds.V13.CustomerManagement;

namespace BingAds.Emulator.Handlers.CustomerManagement;

/// <summary>What an account must be, and how one is opened.</summary>
internal static class AccountRules
{
    private const int MinName = 3;
    private const int MaxName = 100;
    private const string NumberLetters = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /// <summary>Stores a new account below a customer; its id is then set.</summary>
    public static void Open(StoreSession session, AdvertiserAccount account, long customer, long user)
    {
        var family = CustomerFamilies.Accounts;
        account.Id ??= family.NextId(session);
        account.Number = Number(account.Id.Value);
        account.ParentCustomerId = customer;
        account.BillToCustomerId = customer;
        account.AccountLifeCycleStatus = AccountLifeCycleStatus.Active;
        account.AccountFinancialStatus = AccountFinancialStatus.ClearFinancialStatus;
        account.TimeZone ??= TimeZoneType.PacificTimeUSCanadaTijuana;
        account.Language ??= LanguageType.English;
        account.AutoTagType ??= AutoTagType.Inactive;
        account.PrimaryUserId ??= user;
        account.PauseReason = null;
        account.TaxInformation ??= [];
        CustomerRules.FillAddress(session, account.BusinessAddress);
        Stamp(session, account, user);
        family.Insert(session, account, customer, account.Id.Value, customer);
    }

    public static void Stamp(StoreSession session, AdvertiserAccount account, long user)
    {
        account.TimeStamp = CustomerRules.NextStamp(session);
        account.LastModifiedByUserId = user;
        account.LastModifiedTime = session.Now.UtcDateTime;
    }

    public static void CheckNew(CallContext call, AdvertiserAccount account, long customer)
    {
        CustomerRules.Require(account.Id is null, "Id must be empty for a new account.");
        CustomerRules.Require(account.CurrencyCode is { } currency && currency.Known != CurrencyCode.KnownValue.Unrecognized, "CurrencyCode is missing or unknown.");
        Check(call, account, customer);
    }

    public static void Check(CallContext call, AdvertiserAccount account, long customer)
    {
        CustomerRules.Require(TextRules.IsName(account.Name, MaxName) && account.Name!.Trim().Length >= MinName, "Name must have 3 to 100 characters.");
        CustomerRules.Require(account.TimeZone is not { Known: TimeZoneType.KnownValue.Unrecognized }, "TimeZone is unknown.");
        CustomerRules.Require(account.Language is not { Known: LanguageType.KnownValue.Unrecognized }, "Language is unknown.");
        CustomerRules.CheckAddress(account.BusinessAddress);
        var taken = call.Session.Entities.FindByName(FamilyNames.Account, customer, TextRules.FoldCase(account.Name)!);
        CustomerRules.Require(taken is null || taken == account.Id, "The customer has an account of this name.");
    }

    /// <summary>The eight characters that the web pages show; different for each id.</summary>
    private static string Number(long id)
    {
        Span<char> number = stackalloc char[8];
        number.Fill('0');
        number[0] = 'X';
        for (var i = number.Length - 1; i > 0 && id > 0; i--)
        {
            number[i] = NumberLetters[(int)(id % NumberLetters.Length)];
            id /= NumberLetters.Length;
        }

        return new string(number);
    }
}

using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.V13.CustomerManagement;

namespace BingAds.Emulator.Handlers.CustomerManagement;

/// <summary>One account at a time.</summary>
internal static class AccountHandlers
{
    private static EntityFamily<AdvertiserAccount> Family => CustomerFamilies.Accounts;

    public static void Register(HandlerTable table)
    {
        table.Add<AddAccountRequest, AddAccountResponse>(Add);
        table.Add<AddPrepayAccountRequest, AddPrepayAccountResponse>(AddPrepay);
        table.Add<GetAccountRequest, GetAccountResponse>(Get);
        table.Add<UpdateAccountRequest, UpdateAccountResponse>(static (call, request) => new() { LastModifiedTime = Update(call, request.Account) });
        table.Add<UpdatePrepayAccountRequest, UpdatePrepayAccountResponse>(static (call, request) => new() { LastModifiedTime = Update(call, request.Account) });
        table.Add<DeleteAccountRequest, DeleteAccountResponse>(Delete);
    }

    private static AddAccountResponse Add(CallContext call, AddAccountRequest request)
    {
        var account = Open(call, request.Account);
        return new() { AccountId = account.Id, AccountNumber = account.Number, CreateTime = account.LastModifiedTime };
    }

    private static AddPrepayAccountResponse AddPrepay(CallContext call, AddPrepayAccountRequest request)
    {
        var account = Open(call, request.Account);
        return new() { AccountId = account.Id, AccountNumber = account.Number, CreateTime = account.LastModifiedTime };
    }

    private static GetAccountResponse Get(CallContext call, GetAccountRequest request)
    {
        var account = Family.Read(CustomerRules.Account(call, request.AccountId));
        AccountListHandlers.Show(account, request.ReturnAdditionalFields);
        return new() { Account = account };
    }

    private static DeleteAccountResponse Delete(CallContext call, DeleteAccountRequest request)
    {
        var row = CustomerRules.Account(call, request.AccountId);
        CustomerRules.RequireChange(call, row.Customer);
        CustomerRules.RequireStamp(Family.Read(row).TimeStamp, request.TimeStamp);
        EntityCascade.Delete(call.Session, FamilyNames.Account, row.Id);
        return new();
    }

    private static AdvertiserAccount Open(CallContext call, AdvertiserAccount? account)
    {
        if (account is null)
            throw CustomerRules.Invalid("Account is missing.");
        var customer = CustomerRules.Customer(call, account.ParentCustomerId ?? OnlyCustomer(call)).Id;
        CustomerRules.RequireChange(call, customer);
        AccountRules.CheckNew(call, account, customer);
        AccountRules.Open(call.Session, account, customer, call.Caller.Id);
        return account;
    }

    /// <summary>A full replacement: what is not given is gone, but for what the service keeps by itself.</summary>
    private static DateTime? Update(CallContext call, AdvertiserAccount? given)
    {
        if (given is null)
            throw CustomerRules.Invalid("Account is missing.");
        var row = CustomerRules.Account(call, given.Id);
        CustomerRules.RequireChange(call, row.Customer);
        var stored = Family.Read(row);
        CustomerRules.RequireStamp(stored.TimeStamp, given.TimeStamp);
        AccountRules.Check(call, given, row.Customer);
        given.CurrencyCode = stored.CurrencyCode;
        given.Number = stored.Number;
        given.ParentCustomerId = stored.ParentCustomerId;
        given.BillToCustomerId = stored.BillToCustomerId;
        given.AccountLifeCycleStatus = stored.AccountLifeCycleStatus;
        given.AccountFinancialStatus = stored.AccountFinancialStatus;
        given.PauseReason = stored.PauseReason;
        given.TimeZone ??= stored.TimeZone;
        given.Language ??= stored.Language;
        given.AutoTagType ??= stored.AutoTagType;
        given.PrimaryUserId ??= stored.PrimaryUserId;
        given.PaymentMethodId ??= stored.PaymentMethodId;
        given.TaxInformation ??= stored.TaxInformation;
        given.ForwardCompatibilityMap ??= stored.ForwardCompatibilityMap;
        given.BusinessAddress ??= stored.BusinessAddress;
        CustomerRules.FillAddress(call.Session, given.BusinessAddress);
        AccountRules.Stamp(call.Session, given, call.Caller.Id);
        Family.Save(call.Session, row, given);
        return given.LastModifiedTime;
    }

    private static long? OnlyCustomer(CallContext call) => call.Caller.Roles.Count == 1 ? call.Caller.Roles[0].Customer : null;
}

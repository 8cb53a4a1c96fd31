using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Rules;
using BingAds.V13.CustomerManagement;

namespace BingAds.Emulator.Handlers.CustomerManagement;

/// <summary>The accounts that the caller may reach, found in several ways.</summary>
internal static class AccountListHandlers
{
    private const int MaxPage = 1000;
    private const int MaxTop = 5000;

    public static void Register(HandlerTable table)
    {
        table.Add<SearchAccountsRequest, SearchAccountsResponse>(Search);
        table.Add<FindAccountsRequest, FindAccountsResponse>(Find);
        table.Add<FindAccountsOrCustomersInfoRequest, FindAccountsOrCustomersInfoResponse>(FindWithCustomers);
        table.Add<GetAccountsInfoRequest, GetAccountsInfoResponse>(GetInfo);
        table.Add<GetLinkedAccountsAndCustomersInfoRequest, GetLinkedAccountsAndCustomersInfoResponse>(GetLinked);
    }

    /// <summary>Members that only come when they are asked for.</summary>
    public static void Show(AdvertiserAccount account, AccountAdditionalField? more)
    {
        if (more?.Has("TaxCertificate") != true)
            account.TaxCertificate = null;
        account.AccountMode = more?.Has("AccountMode") == true ? account.AccountMode ?? "Expert" : null;
    }

    private static SearchAccountsResponse Search(CallContext call, SearchAccountsRequest request)
    {
        var test = AccountPredicates.Parse(call, request.Predicates);
        var page = SearchPage.Read(request.PageInfo, MaxPage);
        var ordering = request.Ordering?.FirstOrDefault();
        var found = SearchPage.Sort(Reachable(call).Where(test), ordering, static a => a.Id ?? 0, static a => a.Name, static a => a.Number);
        var accounts = page.Of([.. found]);
        accounts.ForEach(account => Show(account, request.ReturnAdditionalFields));
        return new() { Accounts = [.. accounts] };
    }

    private static FindAccountsResponse Find(CallContext call, FindAccountsRequest request)
    {
        CheckTop(request.TopN, MaxTop);
        if (request.CustomerId is { } customer)
            CustomerRules.Customer(call, customer);
        var found = Reachable(call, request.CustomerId).Where(a => Matches(request.AccountFilter, a.Name, a.Number)).Take(request.TopN!.Value);
        return new() { AccountsInfo = [.. found.Select(Info)] };
    }

    private static FindAccountsOrCustomersInfoResponse FindWithCustomers(CallContext call, FindAccountsOrCustomersInfoRequest request)
    {
        CheckTop(request.TopN, MaxTop);
        var names = CustomerHandlers.Reachable(call).ToDictionary(static c => c.Id!.Value, static c => c.Name);
        var found = Reachable(call)
            .Where(a => Matches(request.Filter, a.Name, a.Number, names.GetValueOrDefault(a.ParentCustomerId!.Value)))
            .Take(request.TopN!.Value)
            .Select(a => new AccountInfoWithCustomerData
            {
                CustomerId = a.ParentCustomerId,
                CustomerName = names.GetValueOrDefault(a.ParentCustomerId!.Value),
                AccountId = a.Id,
                AccountName = a.Name,
                AccountNumber = a.Number,
                AccountLifeCycleStatus = a.AccountLifeCycleStatus,
                PauseReason = a.PauseReason,
                AccountMode = request.ReturnAdditionalFields?.Has("AccountMode") == true ? a.AccountMode ?? "Expert" : null,
            });
        return new() { AccountInfoWithCustomerData = [.. found] };
    }

    private static GetAccountsInfoResponse GetInfo(CallContext call, GetAccountsInfoRequest request)
    {
        if (request.CustomerId is { } customer)
            CustomerRules.Customer(call, customer);
        return new() { AccountsInfo = [.. Reachable(call, request.CustomerId).Select(Info)] };
    }

    private static GetLinkedAccountsAndCustomersInfoResponse GetLinked(CallContext call, GetLinkedAccountsAndCustomersInfoRequest request)
    {
        if (request.CustomerId is { } customer)
            CustomerRules.Customer(call, customer);
        var customers = CustomerHandlers.Reachable(call).Where(c => request.CustomerId is null || c.Id == request.CustomerId);
        return new()
        {
            AccountsInfo = [.. Reachable(call, request.CustomerId).Select(Info)],
            CustomersInfo = [.. customers.Select(static c => new CustomerInfo { Id = c.Id, Name = c.Name })],
        };
    }

    private static IEnumerable<AdvertiserAccount> Reachable(CallContext call, long? customer = null)
        => call.Caller.Roles
            .Select(static r => r.Customer)
            .Distinct()
            .Where(c => customer is null || c == customer)
            .SelectMany(c => call.Session.Entities.Children(FamilyNames.Account, c))
            .Where(call.Caller.Reaches)
            .OrderBy(static row => row.Id)
            .Select(CustomerFamilies.Accounts.Read);

    private static AccountInfo Info(AdvertiserAccount account) => new()
    {
        Id = account.Id,
        Name = account.Name,
        Number = account.Number,
        AccountLifeCycleStatus = account.AccountLifeCycleStatus,
        PauseReason = account.PauseReason,
    };

    private static bool Matches(string? filter, params ReadOnlySpan<string?> texts)
    {
        if (string.IsNullOrEmpty(filter))
            return true;
        foreach (var text in texts)
        {
            if (text?.Contains(filter, StringComparison.OrdinalIgnoreCase) == true)
                return true;
        }

        return false;
    }

    private static void CheckTop(int? top, int max) => CustomerRules.Require(top >= 1 && top <= max, $"TopN must be 1 to {max}.");
}

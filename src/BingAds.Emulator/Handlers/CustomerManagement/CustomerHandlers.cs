using System.Globalization;
using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Rules;
using BingAds.Emulator.Store;
using BingAds.V13.CustomerManagement;

namespace BingAds.Emulator.Handlers.CustomerManagement;

/// <summary>Customers, which the web pages call manager accounts.</summary>
internal static class CustomerHandlers
{
    private const int MaxName = 90;
    private const int MaxPage = 1024;
    private const int MaxPredicates = 10;

    private static EntityFamily<Customer> Family => CustomerFamilies.Customers;

    public static void Register(HandlerTable table)
    {
        table.Add<GetCustomerRequest, GetCustomerResponse>(static (call, request) => new() { Customer = Family.Read(CustomerRules.Customer(call, request.CustomerId)) });
        table.Add<GetAccessibleCustomerRequest, GetAccessibleCustomerResponse>(GetAccessible);
        table.Add<GetCustomersInfoRequest, GetCustomersInfoResponse>(GetInfo);
        table.Add<SearchCustomersRequest, SearchCustomersResponse>(Search);
        table.Add<SignupCustomerRequest, SignupCustomerResponse>(Signup);
        table.Add<UpdateCustomerRequest, UpdateCustomerResponse>(Update);
        table.Add<DeleteCustomerRequest, DeleteCustomerResponse>(Delete);
    }

    /// <summary>The customers that the caller has a role on.</summary>
    public static IEnumerable<Customer> Reachable(CallContext call)
        => call.Caller.Roles
            .Select(static r => r.Customer)
            .Distinct()
            .Order()
            .Select(id => call.Session.Entities.Find(FamilyNames.Customer, id))
            .OfType<EntityRow>()
            .Select(Family.Read);

    /// <summary>Stores a new customer; its id is then set.</summary>
    public static void Open(StoreSession session, Customer customer, long user)
    {
        customer.Id ??= Family.NextId(session);
        customer.Number = "C" + customer.Id.Value.ToString(CultureInfo.InvariantCulture).PadLeft(7, '0')[^7..];
        customer.CustomerLifeCycleStatus = CustomerLifeCycleStatus.Active;
        customer.CustomerFinancialStatus = CustomerFinancialStatus.ClearFinancialStatus;
        customer.ServiceLevel = ServiceLevel.SelfServe;
        CustomerRules.FillAddress(session, customer.CustomerAddress);
        Stamp(session, customer, user);
        Family.Insert(session, customer, 0, 0, customer.Id.Value);
    }

    private static GetAccessibleCustomerResponse GetAccessible(CallContext call, GetAccessibleCustomerRequest request)
        => new() { AccessibleCustomer = Family.Read(CustomerRules.Customer(call, request.CustomerId)), ValidFields = 0 };

    private static GetCustomersInfoResponse GetInfo(CallContext call, GetCustomersInfoRequest request)
    {
        CustomerRules.Require(request.TopN >= 1, "TopN must be 1 or more.");
        var found = Reachable(call)
            .Where(c => string.IsNullOrEmpty(request.CustomerNameFilter) || c.Name!.Contains(request.CustomerNameFilter, StringComparison.OrdinalIgnoreCase))
            .Take(request.TopN!.Value);
        return new() { CustomersInfo = [.. found.Select(static c => new CustomerInfo { Id = c.Id, Name = c.Name })] };
    }

    private static SearchCustomersResponse Search(CallContext call, SearchCustomersRequest request)
    {
        CustomerRules.Require(request.Predicates is { Count: >= 1 and <= MaxPredicates }, "Predicates must name 1 to 10 conditions.");
        var page = SearchPage.Read(request.PageInfo, MaxPage);
        var tests = request.Predicates!.ConvertAll(Test);
        var found = Reachable(call).Where(c => tests.TrueForAll(test => test(c)));
        var sorted = SearchPage.Sort(found, request.Ordering?.FirstOrDefault(), static c => c.Id ?? 0, static c => c.Name, static c => c.Number);
        return new() { Customers = [.. page.Of([.. sorted])] };
    }

    private static Func<Customer, bool> Test(Predicate? predicate)
    {
        var value = predicate?.Value is { Length: > 0 } text ? text : throw CustomerRules.Invalid("A predicate has no value.");
        Func<Customer, string?> member = predicate.Field switch
        {
            "CustomerId" => static c => c.Id?.ToString(CultureInfo.InvariantCulture),
            "CustomerName" => static c => c.Name,
            "CustomerNumber" => static c => c.Number,
            "CustomerLifeCycleStatus" => static c => c.CustomerLifeCycleStatus?.ToString(),
            var other => throw CustomerRules.Invalid($"Customers can't be searched by {other}."),
        };
        return predicate.Operator?.ToString() switch
        {
            "Equals" => c => string.Equals(member(c), value, StringComparison.OrdinalIgnoreCase),
            "Contains" => c => member(c)?.Contains(value, StringComparison.OrdinalIgnoreCase) == true,
            "StartsWith" => c => member(c)?.StartsWith(value, StringComparison.OrdinalIgnoreCase) == true,
            "In" => c => value.Split(',', StringSplitOptions.TrimEntries).Contains(member(c), StringComparer.OrdinalIgnoreCase),
            var other => throw CustomerRules.Invalid($"The operator {other} is not offered here."),
        };
    }

    private static SignupCustomerResponse Signup(CallContext call, SignupCustomerRequest request)
    {
        var customer = request.Customer ?? throw CustomerRules.Invalid("Customer is missing.");
        var account = request.Account ?? throw CustomerRules.Invalid("Account is missing.");
        CustomerRules.RequireChange(call, CustomerRules.Customer(call, request.ParentCustomerId ?? account.ParentCustomerId).Id);
        CustomerRules.Require(customer.Id is null, "Id must be empty for a new customer.");
        CustomerRules.Require(!string.IsNullOrEmpty(customer.MarketCountry), "MarketCountry is missing.");
        CustomerRules.Require(customer.MarketLanguage is not null, "MarketLanguage is missing.");
        Check(customer);
        Open(call.Session, customer, call.Caller.Id);
        AccountRules.CheckNew(call, account, customer.Id!.Value);
        AccountRules.Open(call.Session, account, customer.Id.Value, call.Caller.Id);

        // The agency's user works in the new customer at once.
        call.Session.People.SetRole(new Role(call.Caller.Id, customer.Id.Value, Role.SuperAdmin));
        return new()
        {
            CustomerId = customer.Id,
            CustomerNumber = customer.Number,
            AccountId = account.Id,
            AccountNumber = account.Number,
            CreateTime = customer.LastModifiedTime,
        };
    }

    private static UpdateCustomerResponse Update(CallContext call, UpdateCustomerRequest request)
    {
        var given = request.Customer ?? throw CustomerRules.Invalid("Customer is missing.");
        var row = CustomerRules.Customer(call, given.Id);
        CustomerRules.RequireChange(call, row.Id);
        var stored = Family.Read(row);
        CustomerRules.RequireStamp(stored.TimeStamp, given.TimeStamp);
        Check(given);
        given.MarketCountry = stored.MarketCountry;
        given.MarketLanguage = stored.MarketLanguage;
        given.Number = stored.Number;
        given.ServiceLevel = stored.ServiceLevel;
        given.CustomerLifeCycleStatus = stored.CustomerLifeCycleStatus;
        given.CustomerFinancialStatus = stored.CustomerFinancialStatus;
        given.ForwardCompatibilityMap ??= stored.ForwardCompatibilityMap;
        given.CustomerAddress ??= stored.CustomerAddress;
        CustomerRules.FillAddress(call.Session, given.CustomerAddress);
        Stamp(call.Session, given, call.Caller.Id);
        Family.Save(call.Session, row, given);
        return new() { LastModifiedTime = given.LastModifiedTime };
    }

    private static DeleteCustomerResponse Delete(CallContext call, DeleteCustomerRequest request)
    {
        var row = CustomerRules.Customer(call, request.CustomerId);
        CustomerRules.RequireChange(call, row.Id);
        CustomerRules.RequireStamp(Family.Read(row).TimeStamp, request.TimeStamp);
        CustomerRules.Require(call.Session.Entities.Count(FamilyNames.Account, row.Id) == 0, "The customer still has accounts.");
        EntityCascade.Delete(call.Session, FamilyNames.Customer, row.Id);
        return new();
    }

    private static void Check(Customer customer)
    {
        CustomerRules.Require(TextRules.IsName(customer.Name, MaxName), "Name must have 1 to 90 characters.");
        CustomerRules.Require(customer.Industry is { } industry && industry.Known != Industry.KnownValue.Unrecognized, "Industry is missing or unknown.");
        CustomerRules.CheckAddress(customer.CustomerAddress);
    }

    private static void Stamp(StoreSession session, Customer customer, long user)
    {
        customer.TimeStamp = CustomerRules.NextStamp(session);
        customer.LastModifiedByUserId = user;
        customer.LastModifiedTime = session.Now.UtcDateTime;
    }
}

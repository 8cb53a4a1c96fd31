using System.Globalization;
using BingAds.Contract;
using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Store;
using BingAds.V13.CustomerManagement;

namespace BingAds.Emulator.Handlers.CustomerManagement;

/// <summary>Requests of an agency to manage somebody's account, and what becomes of them. A link has no id of its own: account and agency name it.</summary>
internal static class ClientLinkHandlers
{
    private const int Max = 10;
    private const int MaxPage = 100;
    private const int MaxPredicates = 2;
    private const int MaxName = 40;

    public static void Register(HandlerTable table)
    {
        table.Add<AddClientLinksRequest, AddClientLinksResponse>(static (call, request) =>
            new() { OperationErrors = [], PartialErrors = ForEach(request.ClientLinks, link => Add(call, link)) });
        table.Add<UpdateClientLinksRequest, UpdateClientLinksResponse>(static (call, request) =>
            new() { OperationErrors = [], PartialErrors = ForEach(request.ClientLinks, link => Update(call, link)) });
        table.Add<SearchClientLinksRequest, SearchClientLinksResponse>(Search);
    }

    private static void Add(CallContext call, ClientLink link)
    {
        CustomerRules.RequireChange(call, CustomerRules.Customer(call, link.ManagingCustomerId).Id);
        var account = call.Session.Entities.Find(FamilyNames.Account, link.ClientEntityId ?? 0) ?? throw CustomerRules.Invalid("ClientEntityId is no account.");
        CustomerRules.Require(link.Name is null or { Length: <= MaxName }, "Name has 40 characters at most.");
        CustomerRules.Require(link.Status is null, "Status is set by the service.");
        CustomerRules.Require(Newest(call, link) is not { Status: "LinkPending" or "Active" or "UnlinkRequested" }, "There is such a link already.");
        var stored = CustomerFamilies.Accounts.Read(account);
        var agency = CustomerFamilies.Customers.Read(call.Session.Entities.Find(FamilyNames.Customer, link.ManagingCustomerId!.Value)!);
        link.Type = "AccountLink";
        link.ClientEntityNumber = stored.Number;
        link.ClientEntityName = stored.Name;
        link.ManagingCustomerNumber = agency.Number;
        link.ManagingCustomerName = agency.Name;
        link.StartDate ??= call.Now;
        link.SuppressNotification ??= false;
        link.Status = ClientLinkStatus.LinkPending;
        Stamp(call, link);
        call.Session.Entities.Insert(new EntityRow(FamilyNames.ClientLink, call.Session.Next(FamilyNames.ClientLink))
        {
            Parent = account.Id,
            Account = account.Id,
            Customer = link.ManagingCustomerId.Value,
            Status = link.Status.ToString(),
            Body = EntityBody.Write(link),
        });
    }

    private static void Update(CallContext call, ClientLink given)
    {
        var row = Newest(call, given) ?? throw CustomerRules.Invalid("There is no such link.");
        var link = WireJson.Read<ClientLink>(row.Body);
        CustomerRules.Require(given.Timestamp is null || given.Timestamp.AsSpan().SequenceEqual(link.Timestamp), "The link was changed by somebody else.");
        link.Status = Next(call, row, given.Status?.ToString());
        link.Note = given.Note ?? link.Note;
        Stamp(call, link);
        call.Session.Entities.Update(row with { Status = link.Status.ToString(), Body = EntityBody.Write(link) });
        ClientLinkAccess.Apply(call.Session, row, link.Status.Value);
    }

    /// <summary>What a wish turns into; the agency may take back and end, the client may accept, decline and end.</summary>
    private static ClientLinkStatus Next(CallContext call, EntityRow row, string? wish)
    {
        var isAgency = call.Caller.MayChange(row.Customer);
        var isClient = call.Session.Entities.Find(FamilyNames.Account, row.Account) is { } account && call.Caller.MayChange(account.Customer);
        return (row.Status, wish) switch
        {
            ("LinkPending", "LinkCanceled") when isAgency => ClientLinkStatus.LinkCanceled,
            ("LinkPending", "LinkDeclined") when isClient => ClientLinkStatus.LinkDeclined,
            ("LinkPending", "LinkAccepted" or "Active") when isClient => ClientLinkStatus.Active,
            ("Active", "UnlinkRequested" or "UnlinkPending" or "Inactive") when isAgency || isClient => ClientLinkStatus.Inactive,
            _ => throw CustomerRules.Invalid($"A link that is {row.Status} can't become {wish ?? "nothing"} by this user."),
        };
    }

    private static SearchClientLinksResponse Search(CallContext call, SearchClientLinksRequest request)
    {
        CustomerRules.Require(request.Predicates is { Count: >= 1 and <= MaxPredicates }, "Predicates must name one or two conditions.");
        var page = SearchPage.Read(request.PageInfo, MaxPage);
        var tests = request.Predicates!.ConvertAll(Test);
        var found = call.Session.Entities.All(FamilyNames.ClientLink)
            .Where(row => call.Caller.Reaches(row.Customer) || call.Reachable(row.Account) is not null)
            .Select(static row => WireJson.Read<ClientLink>(row.Body))
            .Where(link => tests.TrueForAll(test => test(link)));
        var sorted = SearchPage.Sort(
            found, request.Ordering?.FirstOrDefault(), static l => l.ClientEntityId ?? 0, static l => l.ClientEntityName, static l => l.ClientEntityNumber);
        return new() { ClientLinks = [.. page.Of([.. sorted])] };
    }

    private static Func<ClientLink, bool> Test(Predicate? predicate)
    {
        var values = predicate?.Value?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        CustomerRules.Require(values.Length > 0, "A predicate has no value.");
        CustomerRules.Require(predicate!.Operator?.ToString() is "In" or "Equals", "Client links are searched by In or Equals.");
        Func<ClientLink, string?> member = predicate.Field switch
        {
            "ClientAccountId" => static l => l.ClientEntityId?.ToString(CultureInfo.InvariantCulture),
            "ManagingCustomerId" => static l => l.ManagingCustomerId?.ToString(CultureInfo.InvariantCulture),
            "Status" => static l => l.Status?.ToString(),
            var other => throw CustomerRules.Invalid($"Client links can't be searched by {other}."),
        };
        return link => values.Contains(member(link), StringComparer.OrdinalIgnoreCase);
    }

    private static EntityRow? Newest(CallContext call, ClientLink link)
        => call.Session.Entities.Children(FamilyNames.ClientLink, link.ClientEntityId ?? 0).LastOrDefault(row => row.Customer == link.ManagingCustomerId);

    private static void Stamp(CallContext call, ClientLink link)
    {
        link.Timestamp = CustomerRules.NextStamp(call.Session);
        link.LastModifiedByUserId = call.Caller.Id;
        link.LastModifiedDateTime = call.Now;
    }

    /// <summary>Errors item by item: one list for each, empty where all is well.</summary>
    private static List<List<OperationError>?> ForEach(List<ClientLink>? links, Action<ClientLink> act)
    {
        CustomerRules.Require(links is { Count: >= 1 and <= Max }, "ClientLinks must be 1 to 10.");
        return links!.ConvertAll<List<OperationError>?>(link =>
        {
            try
            {
                act(link ?? throw CustomerRules.Invalid("A link is null."));
                return [];
            }
            catch (ApiFaultException fault)
            {
                // Nothing was written before the refusal, so the other items can go on.
                return [new() { Code = fault.Codes[0], Message = ErrorTexts.Message(fault.Codes[0], null), Details = fault.Errors[0].Details }];
            }
        });
    }
}

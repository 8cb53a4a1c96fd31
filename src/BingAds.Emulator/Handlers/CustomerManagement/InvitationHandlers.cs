using System.Globalization;
using BingAds.Contract;
using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Store;
using BingAds.V13.CustomerManagement;

namespace BingAds.Emulator.Handlers.CustomerManagement;

/// <summary>Invitations by mail. None is ever sent or accepted here; they are kept until they expire.</summary>
internal static class InvitationHandlers
{
    private const int MaxName = 40;
    private const int MaxEmail = 100;
    private const int DaysOpen = 30;

    public static void Register(HandlerTable table)
    {
        table.Add<SendUserInvitationRequest, SendUserInvitationResponse>(Send);
        table.Add<SearchUserInvitationsRequest, SearchUserInvitationsResponse>(Search);
    }

    private static SendUserInvitationResponse Send(CallContext call, SendUserInvitationRequest request)
    {
        var invitation = request.UserInvitation ?? throw CustomerRules.Invalid("UserInvitation is missing.");
        var customer = CustomerRules.Customer(call, invitation.CustomerId).Id;
        CustomerRules.RequireChange(call, customer);
        CustomerRules.Require(invitation.FirstName is { Length: > 0 and <= MaxName }, "FirstName must have 1 to 40 characters.");
        CustomerRules.Require(invitation.LastName is { Length: > 0 and <= MaxName }, "LastName must have 1 to 40 characters.");
        CustomerRules.Require(invitation.Email is { Length: <= MaxEmail } mail && mail.IndexOf('@', StringComparison.Ordinal) > 0, "Email is missing or no address.");
        CustomerRules.Require(UserRoleHandlers.IsRole(invitation.RoleId), "RoleId is unknown.");
        CustomerRules.Require(invitation.AccountIds?.TrueForAll(id => call.Reachable(id)?.Customer == customer) != false, "AccountIds must be accounts of the customer.");
        invitation.Id = call.Session.Next(FamilyNames.Invitation, 1, 3_420_117);
        invitation.ExpirationDate = call.Now.AddDays(DaysOpen);
        invitation.Lcid ??= LCID.EnglishUS;
        call.Session.Entities.Insert(new EntityRow(FamilyNames.Invitation, invitation.Id.Value) { Parent = customer, Customer = customer, Body = EntityBody.Write(invitation) });
        return new() { UserInvitationId = invitation.Id };
    }

    private static SearchUserInvitationsResponse Search(CallContext call, SearchUserInvitationsRequest request)
    {
        CustomerRules.Require(request.Predicates is [{ Field: "CustomerId", Operator: not null, Value.Length: > 0 }], "The only condition is CustomerId.");
        var customers = request.Predicates![0].Value!.Split(',', StringSplitOptions.TrimEntries)
            .Select(static text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : throw CustomerRules.Invalid("The value is no id."));
        var found = customers
            .SelectMany(id => call.Session.Entities.Children(FamilyNames.Invitation, CustomerRules.Customer(call, id).Id))
            .Select(static row => WireJson.Read<UserInvitation>(row.Body))
            .Where(invitation => invitation.ExpirationDate > call.Now);
        return new() { UserInvitations = [.. found] };
    }
}

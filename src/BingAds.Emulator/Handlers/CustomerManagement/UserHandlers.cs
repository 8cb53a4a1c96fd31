using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Store;
using BingAds.V13.CustomerManagement;

namespace BingAds.Emulator.Handlers.CustomerManagement;

/// <summary>The people who work in customers.</summary>
internal static class UserHandlers
{
    private const int MaxJobTitle = 50;

    private static EntityFamily<User> Family => CustomerFamilies.Users;

    public static void Register(HandlerTable table)
    {
        table.Add<GetUserRequest, GetUserResponse>(Get);
        table.Add<GetCurrentUserRequest, GetCurrentUserResponse>(static (call, _) => new() { User = Family.Read(Row(call, call.Caller.Id)) });
        table.Add<GetUsersInfoRequest, GetUsersInfoResponse>(GetInfo);
        table.Add<GetUserMFAStatusRequest, GetUserMFAStatusResponse>(static (_, _) => new() { MFAStatus = true });
        table.Add<UpdateUserRequest, UpdateUserResponse>(Update);
        table.Add<DeleteUserRequest, DeleteUserResponse>(Delete);
    }

    /// <summary>Stores a new user; the id must be set.</summary>
    public static void Open(StoreSession session, User user, long by)
    {
        user.UserLifeCycleStatus = UserLifeCycleStatus.Active;
        user.Lcid ??= LCID.EnglishUS;
        user.SecretQuestion ??= SecretQuestion.None;
        Stamp(session, user, by);
        Family.Insert(session, user, user.CustomerId!.Value, 0, user.CustomerId.Value);
    }

    private static GetUserResponse Get(CallContext call, GetUserRequest request)
    {
        var row = Row(call, request.UserId ?? call.Caller.Id);
        var roles = call.Session.People.Roles(row.Id)
            .Where(r => row.Id == call.Caller.Id || call.Caller.Reaches(r.Customer))
            .Select(static r => new CustomerRole { RoleId = r.Id, CustomerId = r.Customer, AccountIds = r.Accounts?.ToList() });
        return new() { User = Family.Read(row), CustomerRoles = [.. roles] };
    }

    private static GetUsersInfoResponse GetInfo(CallContext call, GetUsersInfoRequest request)
    {
        var customer = CustomerRules.Customer(call, request.CustomerId).Id;
        var users = call.Session.People.RolesAt(customer)
            .Select(static r => r.Person)
            .Distinct()
            .Select(id => call.Session.Entities.Find(FamilyNames.User, id))
            .OfType<EntityRow>()
            .Where(row => request.StatusFilter is null || row.Status == request.StatusFilter.Value.ToString())
            .Select(Family.Read);
        return new() { UsersInfo = [.. users.Select(static u => new UserInfo { Id = u.Id, UserName = u.UserName })] };
    }

    private static UpdateUserResponse Update(CallContext call, UpdateUserRequest request)
    {
        var given = request.User ?? throw CustomerRules.Invalid("User is missing.");
        var row = Row(call, given.Id ?? 0);
        if (row.Id != call.Caller.Id)
            CustomerRules.RequireChange(call, row.Customer);
        var stored = Family.Read(row);
        CustomerRules.RequireStamp(stored.TimeStamp, given.TimeStamp);
        CustomerRules.Require(given.JobTitle is null or { Length: <= MaxJobTitle }, "JobTitle has 50 characters at most.");
        given.CustomerId = stored.CustomerId;
        given.UserName = stored.UserName;
        given.UserLifeCycleStatus = stored.UserLifeCycleStatus;
        given.Password = null;
        given.SecretAnswer = null;
        given.AuthenticationToken = null;
        given.SecretQuestion ??= stored.SecretQuestion;
        given.Lcid ??= stored.Lcid;
        given.Name ??= stored.Name;
        given.JobTitle ??= stored.JobTitle;
        given.ContactInfo ??= stored.ContactInfo;
        given.ForwardCompatibilityMap ??= stored.ForwardCompatibilityMap;
        if (given.ContactInfo is { } contact)
        {
            contact.Id ??= stored.ContactInfo?.Id;
            CustomerRules.FillAddress(call.Session, contact.Address);
        }

        Stamp(call.Session, given, call.Caller.Id);
        Family.Save(call.Session, row, given);
        return new() { LastModifiedTime = given.LastModifiedTime };
    }

    private static DeleteUserResponse Delete(CallContext call, DeleteUserRequest request)
    {
        var row = Row(call, request.UserId ?? 0);
        CustomerRules.RequireChange(call, row.Customer);
        CustomerRules.Require(row.Id != call.Caller.Id, "Nobody can delete themselves.");
        CustomerRules.RequireStamp(Family.Read(row).TimeStamp, request.TimeStamp);
        call.Session.People.Close(row.Id);
        EntityCascade.Delete(call.Session, FamilyNames.User, row.Id);
        return new();
    }

    /// <summary>A user whom the caller may see: himself, or somebody who works in one of his customers.</summary>
    private static EntityRow Row(CallContext call, long id)
    {
        var row = call.Session.Entities.Find(FamilyNames.User, id);
        var isVisible = row is not null && (id == call.Caller.Id || call.Session.People.Roles(id).Any(r => call.Caller.Reaches(r.Customer)));
        return isVisible ? row! : throw ApiFaultException.Access(ErrorNumber.UserIsNotAuthorized);
    }

    private static void Stamp(StoreSession session, User user, long by)
    {
        user.TimeStamp = CustomerRules.NextStamp(session);
        user.LastModifiedByUserId = by;
        user.LastModifiedTime = session.Now.UtcDateTime;
    }
}

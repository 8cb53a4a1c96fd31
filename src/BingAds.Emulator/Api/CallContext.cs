using BingAds.Contract;
using BingAds.Emulator.Families;
using BingAds.Emulator.Store;

namespace BingAds.Emulator.Api;

/// <summary>One call while it is handled: its transaction, its caller, its account.</summary>
internal sealed class CallContext(StoreSession session, Caller caller, ApiCredentials credentials, OperationInfo operation)
{
    private EntityRow? _account;

    public StoreSession Session { get; } = session;

    public Caller Caller { get; } = caller;

    public OperationInfo Operation { get; } = operation;

    /// <summary>Scheme and host by which the caller found the emulator: links go back the same way.</summary>
    public Uri? BaseAddress { get; init; }

    /// <summary>The status that somebody planned for the job of this call.</summary>
    public string? PlannedStatus { get; init; }

    /// <summary>How full the parents are to which this call adds.</summary>
    public Rooms Rooms { get; } = new(session);

    public DateTime Now { get; } = session.Now.UtcDateTime;

    public DateOnly Today => DateOnly.FromDateTime(Now);

    /// <summary>What a job does on a call's behalf when the call itself is long over: its rights were looked at then.</summary>
    public static CallContext OfJob(StoreSession session, EntityRow account, long person, OperationInfo operation)
        => new(session, new Caller(person, []), new ApiCredentials { AccountId = account.Id, CustomerId = account.Customer }, operation) { _account = account };

    /// <summary>The account of the call's headers.</summary>
    /// <exception cref="ApiFaultException">It is missing, unknown, or out of the caller's reach.</exception>
    public EntityRow Account => _account ??= Enter(credentials.AccountId ?? throw ApiFaultException.Operation(ErrorNumber.AccountIdHasToBeSpecified));

    /// <summary>The account that the request itself names; it must be that of the headers, if they name one.</summary>
    /// <exception cref="ApiFaultException">It is missing, unknown, out of the caller's reach, or not the one of the headers.</exception>
    public EntityRow AccountOf(long? accountId)
    {
        if (accountId is not { } id)
            return Account;
        var account = Enter(id);
        if (credentials.AccountId is { } header && header != id)
            throw ApiFaultException.Operation(ErrorNumber.CampaignServiceInvalidAccountId, "The account of the request is not that of the headers.");
        return _account = account;
    }

    /// <summary>An account anywhere, if the caller may reach it.</summary>
    public EntityRow? Reachable(long accountId)
        => Session.Entities.Find(FamilyNames.Account, accountId) is { } account && Caller.Reaches(account) ? account : null;

    /// <summary>Downloads are no idempotent calls, each starts a job; but they only read.</summary>
    private bool IsReading => Operation.IsIdempotent || Operation.Name.StartsWith("Download", StringComparison.Ordinal);

    private EntityRow Enter(long accountId)
    {
        var account = Session.Entities.Find(FamilyNames.Account, accountId) ?? throw ApiFaultException.Access(ErrorNumber.InvalidAccountId);
        if (!Caller.Reaches(account))
            throw ApiFaultException.Access(ErrorNumber.UserIsNotAuthorized);
        if (credentials.CustomerId is not { } customer)
            throw ApiFaultException.Operation(ErrorNumber.CustomerIdHasToBeSpecified);
        if (!Caller.Reaches(customer) || (!IsReading && !Caller.MayChange(account.Customer)))
            throw ApiFaultException.Access(ErrorNumber.UserIsNotAuthorized);
        return account;
    }
}

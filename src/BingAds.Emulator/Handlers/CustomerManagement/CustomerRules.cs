using System.Buffers.Binary;
using BingAds.Emulator.Api;
using BingAds.Emulator.Store;
using BingAds.V13.CustomerManagement;

namespace BingAds.Emulator.Handlers.CustomerManagement;

/// <summary>What the objects of Customer Management have in common: rights, stamps, refusals.</summary>
internal static class CustomerRules
{
    /// <summary>The number the customer services give to input that breaks a rule; their numbers have no published meanings to choose from.</summary>
    public const int InvalidInput = 200;

    public const int TimestampNotMatch = 209;
    public const int PageInfoMissing = 3080;

    public static ApiFaultException Invalid(string details) => ApiFaultException.Operation(InvalidInput, details);

    public static void Require(bool condition, string details)
    {
        if (!condition)
            throw Invalid(details);
    }

    /// <summary>Unknown and foreign are the same to a caller without rights: who may not look may not learn whether it exists.</summary>
    public static EntityRow Account(CallContext call, long? id)
        => call.Reachable(id ?? 0) ?? throw ApiFaultException.Access(ErrorNumber.UserIsNotAuthorized);

    public static EntityRow Customer(CallContext call, long? id)
        => id is { } known && call.Caller.Reaches(known) && call.Session.Entities.Find(FamilyNames.Customer, known) is { } row
            ? row
            : throw ApiFaultException.Access(ErrorNumber.UserIsNotAuthorized);

    public static void RequireChange(CallContext call, long customer)
    {
        if (!call.Caller.MayChange(customer))
            throw ApiFaultException.Access(ErrorNumber.UserIsNotAuthorized);
    }

    /// <summary>An update or deletion must know the last state.</summary>
    public static void RequireStamp(byte[]? stored, byte[]? given)
    {
        if (given is null || stored is null || !stored.AsSpan().SequenceEqual(given))
            throw ApiFaultException.Operation(TimestampNotMatch);
    }

    public static byte[] NextStamp(StoreSession session)
    {
        var stamp = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(stamp, session.Next("timestamp", 1, 0x26A1C30));
        return stamp;
    }

    public static void CheckAddress(Address? address)
    {
        if (address is null)
            return;
        Require(!string.IsNullOrWhiteSpace(address.Line1), "The address has no Line1.");
        Require(!string.IsNullOrWhiteSpace(address.City), "The address has no City.");
        Require(address.CountryCode is { Length: 2 }, "The address has no CountryCode of two letters.");
    }

    public static void FillAddress(StoreSession session, Address? address)
    {
        if (address is null)
            return;
        address.Id ??= session.Next("Address", 1, 91_400_205, 3);
        address.TimeStamp = NextStamp(session);
    }
}

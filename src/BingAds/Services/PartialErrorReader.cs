using System.Collections;
using BingAds.Contract;
using BingAds.Errors;

namespace BingAds.Services;

/// <summary>Finds the failed items in a response of any operation, by the names of members that all of them share.</summary>
internal static class PartialErrorReader
{
    public static PartialErrors Read(ApiResponse response)
    {
        var errors = new List<ItemError>();
        var service = response.Operation?.Service;
        var members = response.WireType.Members;
        for (var i = 0; i < members.Length; i++)
        {
            if (response.GetMember(i) is not IList { Count: > 0 } list)
            {
                continue;
            }

            switch (members[i].Name)
            {
                case "PartialErrors" when members[i].Type.EndsWith("[][]", StringComparison.Ordinal):
                    errors.AddRange(OfLists(list, service));
                    break;
                case "PartialErrors":
                    errors.AddRange(ItemError.Flatten(list.Cast<ApiObject?>().Select(e => e is null ? null : Error(e, ApiErrorKind.BatchError, service))));
                    break;
                case "NestedPartialErrors":
                    errors.AddRange(ItemError.Flatten(list.OfType<ApiObject>().Select(e => (Error(e, ApiErrorKind.BatchError, service), (IEnumerable<ApiError?>?)Parts(e, service)))));
                    break;
                case "OperationErrors":
                    errors.AddRange(list.OfType<ApiObject>().Select(e => new ItemError(null, null, Error(e, ApiErrorKind.OperationError, service))));
                    break;
            }
        }

        return errors.Count == 0 && response.Operation is null ? PartialErrors.None : new PartialErrors(errors)
        {
            Operation = response.Operation?.Name,
            Service = service,
            TrackingId = response.TrackingId,
            IsAllOrNothing = response.Operation?.Name == "ApplyProductPartitionActions",
        };
    }

    // The customer services: one list of errors for each item, at the item's place.
    private static IEnumerable<ItemError> OfLists(IList lists, ServiceName? service)
    {
        for (var i = 0; i < lists.Count; i++)
        {
            foreach (var error in (lists[i] as IList)?.OfType<ApiObject>() ?? [])
            {
                yield return new ItemError(i, null, Error(error, ApiErrorKind.OperationError, service));
            }
        }
    }

    private static IEnumerable<ApiError?> Parts(ApiObject collection, ServiceName? service) =>
        (Get(collection, "BatchErrors") as IList)?.OfType<ApiObject>().Select(e => Error(e, ApiErrorKind.BatchError, service)) ?? [];

    private static ApiError Error(ApiObject error, ApiErrorKind kind, ServiceName? service) => new()
    {
        Kind = error.TypeName.StartsWith("Editorial", StringComparison.Ordinal) ? ApiErrorKind.EditorialError : kind,
        Service = service,
        Code = Get(error, "Code") as int?,
        Name = Get(error, "ErrorCode") as string,
        Message = Get(error, "Message") as string,
        Details = (Get(error, "Details") ?? Get(error, "Detail")) as string,
        FieldPath = Get(error, "FieldPath") as string,
        Index = Get(error, "Index") as int?,
        Appealable = Get(error, "Appealable") as bool?,
        DisapprovedText = Get(error, "DisapprovedText") as string,
        Location = Get(error, "Location") as string,
        PublisherCountry = Get(error, "PublisherCountry") as string,
        ReasonCode = Get(error, "ReasonCode") as int?,
    };

    private static object? Get(ApiObject value, string member) => value.WireType.IndexOf(member) is >= 0 and var i ? value.GetMember(i) : null;
}

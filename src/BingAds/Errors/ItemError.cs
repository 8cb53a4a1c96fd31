namespace BingAds.Errors;

/// <summary>One item, or a part of one, that failed in a call that otherwise succeeded.</summary>
/// <param name="Index">Position of the item in the request's list, from 0; null if the service did not say.</param>
/// <param name="PartIndex">Position of the part within the item, for nested errors; null if the item itself is meant.</param>
/// <param name="Error">What is wrong.</param>
public sealed record ItemError(int? Index, int? PartIndex, ApiError Error)
{
    /// <summary>Takes a flat list of partial errors; elements that are null (some operations align the list with the request) are left out.</summary>
    public static IEnumerable<ItemError> Flatten(IEnumerable<ApiError?>? errors) =>
        from error in errors ?? [] where error is not null select new ItemError(error.Index, null, error);

    /// <summary>Takes nested partial errors: each collection gives an entry for the item if it says something itself, and one a part.</summary>
    /// <param name="collections">The outer object of each collection, and its inner errors.</param>
    public static IEnumerable<ItemError> Flatten(IEnumerable<(ApiError Item, IEnumerable<ApiError?>? Parts)>? collections)
    {
        foreach (var (item, parts) in collections ?? [])
        {
            var count = 0;
            var ofItem = new ItemError(item.Index, null, item);
            if (item.Code is not null || item.Name is not null || !string.IsNullOrEmpty(item.Message))
            {
                count++;
                yield return ofItem;
            }

            foreach (var part in parts ?? [])
            {
                if (part is null)
                    continue;
                count++;
                yield return new ItemError(item.Index, part.Index, part);
            }

            // An empty collection says nothing but that the item failed, and that must not get lost.
            if (count == 0)
                yield return ofItem;
        }
    }

    /// <summary>Where, and what.</summary>
    public override string ToString()
    {
        var item = Index is { } index ? $"[{index}]" : "[?]";
        return $"{item}{(PartIndex is { } part ? $"[{part}]" : "")} {ErrorText.Describe(Error)}";
    }
}

using System.Collections;
using BingAds.Contract;
using BingAds.Errors;

namespace BingAds.Services;

/// <summary>One long list in several calls, and their responses in one.</summary>
internal static class Batches
{
    public static async ValueTask<T> SendAsync<T>(TypedClient client, ApiRequest request, CallOptions? options, CancellationToken cancellationToken)
        where T : ApiResponse
    {
        ArgumentNullException.ThrowIfNull(request);
        var operation = request.Operation;
        var member = operation.BatchMember
            ?? throw new ArgumentException($"{operation.Name} has no list that can be sent in parts.", nameof(request));
        if (request[member] is not IList list || list.Count <= operation.BatchLimit)
        {
            return await client.SendAnyAsync<T>(request, options, cancellationToken).ConfigureAwait(false);
        }

        // As they are now: the caller may go on using the request and its list while this runs.
        object?[] items = [.. list.Cast<object?>()];
        var template = (ApiRequest)request.Clone();
        T? merged = null;
        for (var start = 0; start < items.Length; start += operation.BatchLimit)
        {
            var part = (ApiRequest)template.Clone();
            part[member] = items[start..Math.Min(start + operation.BatchLimit, items.Length)];
            try
            {
                var response = await client.SendAnyAsync<T>(part, options, cancellationToken).ConfigureAwait(false);
                merged = merged is null ? response : Append(merged, response, start);
            }
            catch (Exception exception) when (merged is not null && exception is SdkException or OperationCanceledException)
            {
                throw new BatchStoppedException(operation, merged!, start, items.Length, exception);
            }
        }

        return merged!;
    }

    private static T Append<T>(T merged, T response, int offset)
        where T : ApiResponse
    {
        merged.TrackingId = response.TrackingId ?? merged.TrackingId;
        merged.Headers = response.Headers;
        var members = merged.WireType.Members;
        for (var i = 0; i < members.Length; i++)
        {
            if (response.GetMember(i) is not IList { Count: > 0 } more || merged.GetMember(i) is not IList all)
            {
                continue;
            }

            if (members[i].Name == "PartialErrors" && members[i].Type.EndsWith("[][]", StringComparison.Ordinal))
            {
                // Its errors have no index but their place, and a call in which nothing failed may give an empty list.
                while (all.Count < offset)
                {
                    all.Add(null);
                }
            }

            foreach (var item in more)
            {
                Shift(item as ApiObject, members[i].Name, offset);
                all.Add(item);
            }
        }

        return merged;
    }

    // The inner errors of a nested one count within their item, and stay as they are.
    private static void Shift(ApiObject? error, string list, int offset)
    {
        if (error is not null && list is "PartialErrors" or "NestedPartialErrors"
            && error!.WireType.IndexOf("Index") is >= 0 and var place && error.GetMember(place) is int index)
        {
            error.SetMember(place, index + offset);
        }
    }
}

using BingAds.Contract;

namespace BingAds.Emulator.Api;

/// <summary>Makes the fault object of a service: each has its own types, alike in all but what they are called.</summary>
internal static class FaultBody
{
    public static ApiObject Create(ServiceName service, ApiFaultException fault, string trackingId)
    {
        var isCustomerService = service is ServiceName.CustomerManagement or ServiceName.CustomerBilling;
        var (type, list, item, details) = fault.IsAccess
            ? ("AdApiFaultDetail", "Errors", "AdApiError", "Detail")
            : (isCustomerService ? "ApiFault" : "ApiFaultDetail", "OperationErrors", "OperationError", "Details");
        var errors = fault.Errors.Select(e => Error(service, item, e.Code, details, e.Details)).ToList();
        var body = ApiCatalog.Create(service, type) ?? throw new InvalidOperationException($"{service} has no {type}.");
        body["TrackingId"] = trackingId;
        body[list] = errors;
        if (body.MemberNames.Contains("BatchErrors"))
            body["BatchErrors"] = Array.Empty<ApiObject>();
        return body;
    }

    private static ApiObject Error(ServiceName service, string type, int code, string detailsMember, string? details)
    {
        var error = ApiCatalog.Create(service, type) ?? throw new InvalidOperationException($"{service} has no {type}.");
        var name = type == "AdApiError" ? ErrorTexts.AnyName(code) : ErrorTexts.Name(code, service);
        error["Code"] = code;
        error["Message"] = ErrorTexts.Message(code, name);
        error[detailsMember] = details;
        if (error.MemberNames.Contains("ErrorCode"))
            error["ErrorCode"] = name;
        return error;
    }
}

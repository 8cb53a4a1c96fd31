namespace BingAds.Contract;

/// <summary>One operation of a service: how it is called over both transports.</summary>
public sealed class OperationInfo
{
    private readonly Func<ApiRequest> _createRequest;
    private readonly Func<ApiResponse> _createResponse;

    internal OperationInfo(
        ServiceName service, string name, string verb, string path, string soapAction, bool isIdempotent,
        Func<ApiRequest> createRequest, Func<ApiResponse> createResponse, string? batchMember = null, int batchLimit = 0)
    {
        Service = service;
        Name = name;
        Verb = verb;
        Path = path;
        SoapAction = soapAction;
        IsIdempotent = isIdempotent;
        BatchMember = batchMember;
        BatchLimit = batchLimit;
        _createRequest = createRequest;
        _createResponse = createResponse;
    }

    /// <summary>The service it belongs to.</summary>
    public ServiceName Service { get; }

    /// <summary>Its name, for example <c>GetCampaignsByIds</c>.</summary>
    public string Name { get; }

    /// <summary>REST: the HTTP verb.</summary>
    public string Verb { get; }

    /// <summary>REST: the path below the service's base, for example <c>Campaigns/QueryByIds</c>.</summary>
    public string Path { get; }

    /// <summary>SOAP: the value of the header <c>SOAPAction</c>.</summary>
    public string SoapAction { get; }

    /// <summary>Whether it only reads: it can be repeated after any passing failure, which a write can't.</summary>
    public bool IsIdempotent { get; }

    /// <summary>The member of the request whose list is limited in size and can be sent in parts; null if there is none.</summary>
    public string? BatchMember { get; }

    /// <summary>Documented size of <see cref="BatchMember"/> in one call; 0 if there is none.</summary>
    public int BatchLimit { get; }

    /// <summary>A new, empty request.</summary>
    public ApiRequest CreateRequest() => _createRequest();

    /// <summary>A new, empty response.</summary>
    public ApiResponse CreateResponse() => _createResponse();

    /// <inheritdoc/>
    public override string ToString() => $"{Service}.{Name}";
}

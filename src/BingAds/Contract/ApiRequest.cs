namespace BingAds.Contract;

/// <summary>Base of the 288 request messages.</summary>
public abstract class ApiRequest : ApiObject
{
    private protected ApiRequest()
    {
    }

    /// <summary>The operation that this request asks for.</summary>
    public abstract OperationInfo Operation { get; }
}

/// <summary>A request message that knows the type of its response.</summary>
/// <typeparam name="TResponse">The response message.</typeparam>
public abstract class ApiRequest<TResponse> : ApiRequest
    where TResponse : ApiResponse
{
    private protected ApiRequest()
    {
    }
}

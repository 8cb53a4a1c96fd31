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

using System.Xml.Linq;
using BingAds.Contract;
using BingAds.Services;

namespace BingAds;

/// <summary>Sends SOAP envelopes with any body element and gives the reply with its headers: for operations that no contract here knows.</summary>
public sealed class SoapClient
{
    private readonly ServiceName _service;
    private readonly AuthorizationData _authorization;
    private readonly ApiPipeline _pipeline;

    internal SoapClient(ServiceName service, AuthorizationData authorization, ApiPipeline pipeline)
    {
        _service = service;
        _authorization = authorization;
        _pipeline = pipeline;
    }

    /// <summary>The XML namespace of the service's own elements.</summary>
    public XNamespace Namespace => ApiCatalog.XmlNamespace(_service);

    /// <summary>Sends one envelope. It is repeated only after a failure in which the service surely did not act, because nothing is known of what its body does.</summary>
    /// <param name="soapAction">Value of the header <c>SOAPAction</c>: the operation's name.</param>
    /// <param name="body">The element in the body.</param>
    /// <param name="options">What differs from the client's settings in this call; null for nothing.</param>
    /// <param name="cancellationToken">Ends the wait and the request.</param>
    /// <exception cref="Errors.ApiException">The reply is a fault.</exception>
    /// <exception cref="Errors.SdkException">No reply came, or it can't be read.</exception>
    public async ValueTask<SoapReply> SendAsync(string soapAction, XElement body, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(soapAction);
        ArgumentNullException.ThrowIfNull(body);
        if (soapAction.AsSpan().ContainsAnyExceptInRange(' ', '~') || soapAction.Contains('"', StringComparison.Ordinal))
        {
            throw new ArgumentException("The action holds a character that its header can't carry.", nameof(soapAction));
        }

        var request = new RawRequest(RawMessages.Soap(_service, soapAction), xml: body);
        var response = await _pipeline.SendAsync<RawResponse>(
            request, _authorization, options, cancellationToken, _pipeline.Create(ApiTransport.Soap)).ConfigureAwait(false);
        return new SoapReply(response.Xml!, new ResponseHeaders(response.EnvelopeHeaders), response.Headers);
    }
}

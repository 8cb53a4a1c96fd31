using System.Diagnostics;

namespace BingAds.Testing;

/// <summary>Sees the address of every request that an HTTP client of this process sends; traces show it without its query only.</summary>
internal sealed class HttpAddressListener : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly Action<Uri> _seen;
    private readonly List<IDisposable> _subscriptions = [];

    public HttpAddressListener(Action<Uri> seen)
    {
        _seen = seen;
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "HttpHandlerDiagnosticListener")
        {
            _subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        // The event's own type is not public; its property is what others rely on too.
        if (value.Key == "System.Net.Http.HttpRequestOut.Start"
            && value.Value?.GetType().GetProperty("Request")?.GetValue(value.Value) is HttpRequestMessage { RequestUri: { } uri })
        {
            _seen(uri);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => _subscriptions.ForEach(static s => s.Dispose());
}

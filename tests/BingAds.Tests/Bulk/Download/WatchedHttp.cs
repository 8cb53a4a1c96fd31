namespace BingAds.Tests.Bulk.Download;

/// <summary>Counts answers that were opened and closed, and may give one in place of the server's.</summary>
internal sealed class WatchedHttp() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    private int _opened;
    private int _closed;

    public int Opened => _opened;

    public int Closed => _closed;

    /// <summary>Gives an answer of its own, or null to ask the server.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage?> Answer { get; set; } = static _ => null;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = Answer(request) ?? await base.SendAsync(request, cancellationToken);
        Interlocked.Increment(ref _opened);
        return new Watched(this, answer);
    }

    private sealed class Watched : HttpResponseMessage
    {
        private readonly WatchedHttp _owner;
        private readonly HttpResponseMessage _answer;
        private bool _isClosed;

        public Watched(WatchedHttp owner, HttpResponseMessage answer)
            : base(answer.StatusCode)
        {
            (_owner, _answer, Content) = (owner, answer, answer.Content);
            foreach (var header in answer.Headers)
            {
                Headers.TryAddWithoutValidation(header.Key, header.Value);
            }
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing && !_isClosed)
            {
                _isClosed = true;
                _answer.Dispose();
                Interlocked.Increment(ref _owner._closed);
            }

            base.Dispose(disposing);
        }
    }
}

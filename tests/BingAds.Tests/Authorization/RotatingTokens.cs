namespace BingAds.Tests.Authorization;

/// <summary>A sign-in service that replaces the refresh token at each use and counts every use of an old one.</summary>
/// <param name="accepted">How many of the newest refresh tokens work: 1 is as strict as can be.</param>
internal sealed class RotatingTokens(int accepted)
{
    private readonly Lock _gate = new();
    private TaskCompletionSource? _reached;
    private int _wanted;

    internal int Latest { get; private set; }

    internal int Refused { get; private set; }

    internal TokenReply Answer(TokenForm form)
    {
        lock (_gate)
        {
            var token = form["refresh_token"];
            if (!Enumerable.Range(0, accepted).Any(age => token == $"rt-hush-{Latest - age}"))
            {
                Refused++;
                return TokenReply.Error("invalid_grant");
            }
            Latest++;
            if (Latest >= _wanted)
                _reached?.TrySetResult();
            return TokenReply.Tokens(Latest);
        }
    }

    /// <summary>Ends when so many more tokens were given.</summary>
    internal Task MoreAsync(int count)
    {
        lock (_gate)
        {
            _wanted = Latest + count;
            _reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _reached.Task;
        }
    }
}

using System.Text.Json.Nodes;

namespace BingAds.Conformance.Scenarios;

/// <summary>
/// Looks at a job until it is done. The wait between two looks is the client's, whose clock moves the emulator's along; the emulator works in real time, so a wait
/// that is long there is short here.
/// </summary>
internal static class JobLooks
{
    private const int Most = 500;

    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(5);

    /// <exception cref="ScriptException">It does not end.</exception>
    public static async Task<JsonObject> UntilDoneAsync(Func<Task<JsonObject>> look, Func<JsonObject, bool> isOpen, TimeProvider clock)
    {
        for (var i = 0; i < Most; i++)
        {
            var answer = await look();
            if (!isOpen(answer)) return answer;
            await Task.Delay(s_pause, clock);
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }

        throw new ScriptException($"The job is not done after {Most} looks.");
    }
}

using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using BingAds.Emulator;

namespace BingAds.Conformance.Scenarios;

/// <summary>The emulator that scripts are played against: one of this program's own, or one that runs somewhere. Both are driven by their admin addresses.</summary>
public sealed class EmulatorTarget : IAsyncDisposable
{
    private readonly HttpClient _http;
    private readonly EmulatorHost? _own;

    private EmulatorTarget(Uri address, EmulatorHost? own)
    {
        Address = address;
        _own = own;
        _http = new HttpClient { BaseAddress = address };
    }

    public Uri Address { get; }

    /// <summary>Connects to the emulator at an address, or starts one.</summary>
    /// <exception cref="ScriptException">No emulator answers there.</exception>
    public static async Task<EmulatorTarget> OpenAsync(Uri? address)
    {
        if (address is not null)
        {
            var running = new EmulatorTarget(address, null);
            try
            {
                await running._http.GetStringAsync("_emulator");
            }
            catch (HttpRequestException error)
            {
                throw new ScriptException($"No emulator answers at {address}: {error.Message}");
            }

            return running;
        }

        var own = await EmulatorHost.StartAsync();
        return new EmulatorTarget(own.BaseAddress, own);
    }

    /// <summary>A fresh world, in which time stands still until somebody moves it. What is given back tells how to sign in.</summary>
    public async Task<EmulatorWorld> ResetAsync()
    {
        await PostAsync("_emulator/reset", null);
        await PostAsync("_emulator/clock/freeze", null);
        var about = JsonNode.Parse(await _http.GetStringAsync("_emulator"))!;
        string Text(string name) => about[name]?.GetValue<string>() ?? throw new ScriptException($"The emulator does not tell its '{name}'.");
        return new EmulatorWorld(
            DateTimeOffset.Parse(Text("now"), CultureInfo.InvariantCulture), Text("clientId"), Text("refreshToken"), Text("developerToken"),
            Text("userId"), Text("customerId"), Text("accountId"));
    }

    public Task AdvanceAsync(TimeSpan by) => PostAsync("_emulator/clock/advance", new JsonObject { ["seconds"] = by.TotalSeconds });

    public Task ExpireTokensAsync() => PostAsync("_emulator/tokens/expire", null);

    /// <summary>Plans a fault, in the words of a script.</summary>
    public Task AddFaultAsync(JsonObject fault) => PostAsync("_emulator/faults", (JsonObject)fault.DeepClone());

    /// <summary>How many requests of an operation, or of <c>token</c>, have come.</summary>
    public async Task<int> CountAsync(string call)
    {
        var answer = JsonNode.Parse(await _http.GetStringAsync($"_emulator/journal?call={Uri.EscapeDataString(call)}"))!;
        return answer["count"]!.GetValue<int>();
    }

    public async ValueTask DisposeAsync()
    {
        // An emulator that goes on living gets its running clock back.
        if (_own is null) await PostAsync("_emulator/clock/run", null);
        _http.Dispose();
        if (_own is not null) await _own.DisposeAsync();
    }

    private async Task PostAsync(string path, JsonObject? body)
    {
        using var answer = await _http.PostAsJsonAsync(path, body ?? []);
        if (!answer.IsSuccessStatusCode) throw new ScriptException($"The emulator answers {(int)answer.StatusCode} to {path}: {await answer.Content.ReadAsStringAsync()}");
    }
}

/// <summary>The world at the start of a script, and how to get in.</summary>
public sealed record EmulatorWorld(
    DateTimeOffset Now, string ClientId, string RefreshToken, string DeveloperToken, string UserId, string CustomerId, string AccountId);

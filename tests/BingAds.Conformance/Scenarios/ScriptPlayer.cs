using System.Text.Json.Nodes;
using BingAds.Contract;
using BingAds.Errors;

namespace BingAds.Conformance.Scenarios;

/// <summary>Plays one script through the untyped client in a fresh world.</summary>
internal sealed class ScriptPlayer : IDisposable
{
    private readonly EmulatorTarget _emulator;
    private readonly ScenarioClock _clock;
    private readonly ScriptValues _values;
    private readonly ScriptScope _scope = new();
    private readonly AuthorizationData _authorization;
    private readonly ServiceClientOptions _options;
    private readonly Dictionary<string, ServiceClient> _clients = new(StringComparer.Ordinal);

    private BulkFiles? _files;
    private ReportFiles? _reports;

    private ScriptPlayer(EmulatorTarget emulator, EmulatorWorld world, ApiTransport transport)
    {
        _emulator = emulator;
        _clock = new ScenarioClock(world.Now, emulator.AdvanceAsync);
        _values = new ScriptValues(_clock.GetUtcNow);
        _scope["accountId"] = world.AccountId;
        _scope["customerId"] = world.CustomerId;
        _scope["userId"] = world.UserId;
        _options = new ServiceClientOptions { BaseAddress = emulator.Address, Transport = transport, TimeProvider = _clock };
        _authorization = new AuthorizationData
        {
            AccountId = Id(world.AccountId),
            CustomerId = Id(world.CustomerId),
            DeveloperToken = world.DeveloperToken,
            Authentication = new OAuthDesktopMobileAuthCodeGrant(world.ClientId, new OAuthOptions { SignInBaseAddress = emulator.Address, TimeProvider = _clock })
            {
                OAuthTokens = OAuthTokens.FromRefreshToken(world.RefreshToken),
            },
        };
    }

    public static async Task<ScriptOutcome> PlayAsync(Script script, EmulatorTarget emulator, ApiTransport transport)
    {
        var step = 0;
        try
        {
            using var player = new ScriptPlayer(emulator, await emulator.ResetAsync(), transport);
            foreach (var next in script.Steps)
            {
                step++;
                await player.PlayAsync(next);
            }

            return new ScriptOutcome(script.Name, ScriptVerdict.Passed);
        }
        catch (NotYetException error)
        {
            return new ScriptOutcome(script.Name, ScriptVerdict.NotYet, step, error.Message);
        }
        catch (StepFailedException error)
        {
            return new ScriptOutcome(script.Name, ScriptVerdict.Failed, step, error.Message);
        }
        catch (Exception error)
        {
            return new ScriptOutcome(script.Name, ScriptVerdict.Failed, step, Reporting.ConformanceReport.Describe(error));
        }
    }

    public void Dispose()
    {
        _files?.Dispose();
        _reports?.Dispose();
        foreach (var client in _clients.Values) client.Dispose();
    }

    private async Task PlayAsync(ScriptStep step)
    {
        for (var i = 0; i < step.Times; i++)
        {
            _scope["i"] = i;
            await PlayOnceAsync(step);
        }
    }

    private Task PlayOnceAsync(ScriptStep step) => step.Kind switch
    {
        "emulator" => TurnAsync(step.Emulator ?? throw new ScriptException("'emulator' is an object.")),
        "call" => CallAsync(step),
        "bulkUpload" or "bulkDownload" => BulkAsync(step),
        "report" => ReportAsync(step),
        var other => throw new ScriptException($"There is no step '{other}'."),
    };

    private async Task ReportAsync(ScriptStep step)
    {
        if (step.HasSave) throw new ScriptException("A report has nothing to save.");
        var request = (JsonObject)_values.Fill(step.Form, _scope)!;
        _reports ??= new ReportFiles(Client("Reporting"), _clock, _emulator.Address);

        // Only the submission may be refused: what was taken has to come.
        if (await TryAsync(step, "report", () => _reports.SubmitAsync(request)) is not { } id) return;
        ReportOutcome outcome;
        try
        {
            outcome = await _reports.ReadAsync(id, request);
        }
        catch (SdkException error)
        {
            throw new StepFailedException($"report: {error.GetType().Name}: {error.Message}");
        }

        foreach (var expectation in step.Expect)
        {
            if (outcome.Check((JsonObject)_values.Fill(expectation, _scope)!) is { } why) throw new StepFailedException($"report: {why}");
        }
    }

    private async Task BulkAsync(ScriptStep step)
    {
        var form = (JsonObject)_values.Fill(step.Form, _scope)!;
        if (await TryAsync(step, step.Kind, () => BulkAsync(step.Kind, form)) is not { } table) return;
        foreach (var expectation in step.Expect)
        {
            if (table.Check((JsonObject)_values.Fill(expectation, _scope)!) is { } why) throw new StepFailedException($"{step.Kind}: {why}");
        }

        foreach (var (name, cell) in step.SaveCells)
        {
            var filled = (JsonObject)_values.Fill(cell, _scope)!;
            _scope[name] = table.Look(filled) ?? throw new StepFailedException($"{step.Kind}: nothing to save at {filled.ToJsonString()}");
        }
    }

    private async Task<BulkTable> BulkAsync(string kind, JsonObject form)
    {
        _files ??= new BulkFiles(Client("Bulk"), _authorization, _clock, _emulator.Address);
        if (kind == "bulkDownload")
        {
            var (status, file) = await _files.DownloadAsync(form);
            return BulkTable.Parse(status, file);
        }

        // A repetition stands inside of the list and adds its rows there.
        var rows = (form["rows"] as JsonArray ?? []).SelectMany(static r => r is JsonArray many ? many : new JsonArray(r?.DeepClone()))
            .Select(static r => (IReadOnlyDictionary<string, string>)((JsonObject)r!).ToDictionary(static c => c.Key, static c => ScriptValues.AsText(c.Value) ?? "", StringComparer.Ordinal)).ToList();
        var text = BulkTable.Write(rows);
        var mode = form["responseMode"]?.GetValue<string>() ?? "ErrorsAndResults";
        var (final, result) = form["via"]?.GetValue<string>() switch
        {
            null or "file" => await _files.UploadAsync([.. System.Text.Encoding.UTF8.Preamble, .. System.Text.Encoding.UTF8.GetBytes(text)], mode),
            "records" => await _files.UploadRecordsAsync(BulkTable.Records(rows), mode),
            var other => throw new ScriptException($"Rows can't be uploaded via '{other}'."),
        };
        return BulkTable.Parse(final, result);
    }

    private async Task CallAsync(ScriptStep step)
    {
        var (service, operation) = step.Call;
        var request = _values.Fill(step.Request ?? new JsonObject(), _scope) ?? new JsonObject();
        if (await TryAsync(step, operation, async () => await Client(service).CallAsync(operation, request)) is not { } answer) return;
        var response = answer.ToJson();
        foreach (var expectation in step.Expect) Check(operation, expectation, response);
        foreach (var (name, path) in step.Save)
        {
            _scope[name] = Parse(path).Find(response) ?? throw new StepFailedException($"{operation}: nothing to save at {path}");
        }
    }

    /// <summary>Does what a step asks for; null when it ended in a fault that the step wants or allows, so that nothing more is to be looked at.</summary>
    private static async Task<T?> TryAsync<T>(ScriptStep step, string name, Func<Task<T>> work)
        where T : class
    {
        T answer;
        try
        {
            answer = await work();
        }
        catch (ApiException error) when (IsNotOffered(error))
        {
            throw new NotYetException(step.Kind == "call" ? string.Join('.', step.Call.Service, step.Call.Operation) : $"'{name}'");
        }
        catch (ApiException error) when ((step.FaultCodes ?? step.AllowedFaultCodes) is { } codes)
        {
            if (!IsOneOf(error, codes)) throw new StepFailedException($"{name}: expected a fault with one of [{string.Join(", ", codes)}], got {error.Message}");
            return null;
        }
        catch (SdkException error)
        {
            throw new StepFailedException($"{name}: {error.GetType().Name}: {error.Message}");
        }

        if (step.FaultCodes is { } wanted) throw new StepFailedException($"{name}: expected a fault with one of [{string.Join(", ", wanted)}], but it succeeded");
        return answer;
    }

    private void Check(string operation, JsonObject expectation, JsonObject response)
    {
        var text = expectation["path"]?.GetValue<string>() ?? throw new ScriptException("An expectation of a call has a 'path'.");
        var path = Parse(text);
        var filled = new JsonObject(expectation.Where(static m => m.Key != "path").Select(m => KeyValuePair.Create(m.Key, _values.Fill(m.Value, _scope))));
        if (ScriptTest.Check(filled, path.Find(response), path.IsMany) is { } why) throw new StepFailedException($"{operation} {text} {why}");
    }

    private async Task TurnAsync(JsonObject form)
    {
        switch (form.Single())
        {
            case ("advanceHours", { } hours):
                await _clock.AdvanceAsync(TimeSpan.FromHours(hours.GetValue<double>()));
                break;
            case ("expireTokens", _):
                await _emulator.ExpireTokensAsync();
                break;
            case ("fault", JsonObject fault):
                await _emulator.AddFaultAsync(fault);
                break;
            case ("journal", JsonObject journal):
                var call = journal["call"]!.GetValue<string>();
                var count = await _emulator.CountAsync(call);
                var tests = new JsonObject(journal.Where(static m => m.Key is "count" or "countAtLeast" or "countAtMost").Select(static m => KeyValuePair.Create(m.Key, m.Value?.DeepClone())));
                // The tests of a script count lists.
                var requests = new JsonArray(new JsonNode?[count]);
                if (ScriptTest.Check(tests, requests, isMany: false) is not null) throw new StepFailedException($"{call} came {count} times: {tests.ToJsonString()}");
                break;
            case var (name, _):
                throw new ScriptException($"There is no emulator step '{name}'.");
        }
    }

    private ServiceClient Client(string service) => _clients.TryGetValue(service, out var client)
        ? client
        : _clients[service] = new ServiceClient(service, ServiceInfo.Version, _authorization, options: _options);

    private ScriptPath Parse(string path) => ScriptPath.Parse(path, value => _values.FillText(value, _scope));

    private static long Id(string text) => long.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Without codes any fault will do.</summary>
    private static bool IsOneOf(ApiException error, IReadOnlyList<int> codes) =>
        codes.Count == 0 || error.Errors.Any(e => e.Code is { } code && codes.Contains(code));

    /// <summary>The emulator's own word for an operation that it has no code for.</summary>
    private static bool IsNotOffered(ApiException error) =>
        error.Errors.Any(static e => $"{e.Message} {e.Details}".Contains("The emulator does not offer this operation", StringComparison.Ordinal));

    private sealed class StepFailedException(string message) : Exception(message);

    private sealed class NotYetException(string message) : Exception(message);
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace BingAds.Emulator.Admin;

/// <summary>What tests and scripts turn from outside: state, clock, faults, journal, tokens. None of it exists at the real service.</summary>
internal sealed class AdminEndpoints(EmulatorState state)
{
    public Task AboutAsync(HttpContext context) => AnswerAsync(context, AdminJson.Default.AboutAnswer, new AboutAnswer(
        state.Clock.GetUtcNow(),
        DemoCredentials.ClientId,
        DemoCredentials.RefreshToken,
        DemoCredentials.DeveloperToken,
        DemoCredentials.UserName,
        DemoCredentials.UserId.ToString(CultureInfo.InvariantCulture),
        DemoCredentials.CustomerId.ToString(CultureInfo.InvariantCulture),
        DemoCredentials.AccountId.ToString(CultureInfo.InvariantCulture),
        Environment.ProcessId));

    public async Task ResetAsync(HttpContext context)
    {
        await state.ResetAsync(context.RequestAborted).ConfigureAwait(false);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    public async Task ExpireTokensAsync(HttpContext context)
    {
        await state.ExpireTokensAsync(context.RequestAborted).ConfigureAwait(false);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    public async Task AdvanceClockAsync(HttpContext context)
    {
        var order = await ReadAsync(context, AdminJson.Default.ClockOrder).ConfigureAwait(false);
        await state.AdvanceAsync(order.ToTimeSpan(), context.RequestAborted).ConfigureAwait(false);
        await ClockAsync(context).ConfigureAwait(false);
    }

    public async Task FreezeClockAsync(HttpContext context)
    {
        var order = await ReadAsync(context, AdminJson.Default.FreezeOrder).ConfigureAwait(false);
        state.Clock.Freeze(order.At);
        await ClockAsync(context).ConfigureAwait(false);
    }

    public Task RunClockAsync(HttpContext context)
    {
        state.Clock.Run();
        return ClockAsync(context);
    }

    public Task ClockAsync(HttpContext context) => AnswerAsync(context, AdminJson.Default.ClockAnswer, new ClockAnswer(state.Clock.GetUtcNow()));

    public async Task AddFaultAsync(HttpContext context)
    {
        var order = await ReadAsync(context, AdminJson.Default.FaultOrder).ConfigureAwait(false);
        var call = order.Call ?? throw new ArgumentException("The fault needs 'call', such as 'CampaignManagement.GetCampaignsByIds'.");
        state.Faults.Add(call, order.Times ?? 1, order.ToFault());
        await AnswerAsync(context, AdminJson.Default.FaultAnswer, new FaultAnswer(call, state.Faults.Left(call))).ConfigureAwait(false);
    }

    public Task ClearFaultsAsync(HttpContext context)
    {
        state.Faults.Clear();
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    public Task JournalAsync(HttpContext context)
    {
        var call = context.Request.Query["call"].ToString();
        return call.Length == 0
            ? AnswerAsync(context, AdminJson.Default.JournalAnswer, new JournalAnswer(state.Journal.Counts, state.Journal.Entries))
            : AnswerAsync(context, AdminJson.Default.CountAnswer, new CountAnswer(call, state.Journal.Count(call)));
    }

    public Task ClearJournalAsync(HttpContext context)
    {
        state.Journal.Clear();
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    /// <summary>Turns what is wrong with an order into a 400 that says so.</summary>
    public static async Task GuardAsync(HttpContext context, RequestDelegate handle)
    {
        try
        {
            await handle(context).ConfigureAwait(false);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or OverflowException)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await AnswerAsync(context, AdminJson.Default.ErrorAnswer, new ErrorAnswer(e.Message)).ConfigureAwait(false);
        }
    }

    private static async Task<T> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> type)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        var text = body.Length == 0 ? "{}"u8 : body.GetBuffer().AsSpan(0, (int)body.Length);
        return JsonSerializer.Deserialize(text, type) ?? throw new ArgumentException("The body is null.");
    }

    private static async Task AnswerAsync<T>(HttpContext context, JsonTypeInfo<T> type, T answer)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(answer, type), context.RequestAborted).ConfigureAwait(false);
    }
}

using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace BingAds.Emulator;

/// <summary>Serves a planned fault around the real handling of a request.</summary>
internal static class FaultInjector
{
    /// <param name="context">The request.</param>
    /// <param name="fault">What shall happen.</param>
    /// <param name="clock">Delays are waits on it.</param>
    /// <param name="handle">Answers the request properly.</param>
    /// <param name="refuse">Writes a fault with an error code in the form of the transport.</param>
    public static async Task InvokeAsync(HttpContext context, Fault fault, TimeProvider clock, RequestDelegate handle, Func<HttpContext, Fault, Task> refuse)
    {
        if (fault.Delay > TimeSpan.Zero)
            await Task.Delay(fault.Delay, clock, context.RequestAborted).ConfigureAwait(false);
        if (fault.RetryAfter is { } wait)
            context.Response.Headers.RetryAfter = ((long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        switch (fault.Kind)
        {
            case FaultKind.None:
                await handle(context).ConfigureAwait(false);
                break;
            case FaultKind.Error:
                await refuse(context, fault).ConfigureAwait(false);
                break;
            case FaultKind.Status:
                await WriteAsync(context, fault.Status ?? 503, "text/plain; charset=utf-8", fault.Body ?? "The gateway refused the request.").ConfigureAwait(false);
                break;
            case FaultKind.Reset:
                Break(context);
                break;
            case FaultKind.LostAnswer:
                await CaptureAsync(context, handle).ConfigureAwait(false);
                Break(context);
                break;
            case FaultKind.CutBody:
                await CutAsync(context, handle).ConfigureAwait(false);
                break;
            case FaultKind.NotJson:
                await CaptureAsync(context, handle).ConfigureAwait(false);
                context.Response.Headers.Clear();
                await WriteAsync(context, 200, "text/html; charset=utf-8", fault.Body ?? "<!DOCTYPE html><html><title>Portal</title><p>Please sign in to the network.</p></html>")
                    .ConfigureAwait(false);
                break;
        }
    }

    private static async Task CutAsync(HttpContext context, RequestDelegate handle)
    {
        var whole = await CaptureAsync(context, handle).ConfigureAwait(false);
        context.Response.ContentLength = whole.Length;
        await context.Response.Body.WriteAsync(whole.AsMemory(0, whole.Length / 2), context.RequestAborted).ConfigureAwait(false);

        // The server closes a connection whose answer ends early. Aborting would reset it, and a reset may overtake the half that was sent.
        RequestNotes.Of(context).Broken = true;
    }

    private static async Task<byte[]> CaptureAsync(HttpContext context, RequestDelegate handle)
    {
        var real = context.Response.Body;
        using var captured = new MemoryStream();
        context.Response.Body = captured;
        try
        {
            await handle(context).ConfigureAwait(false);
        }
        finally
        {
            context.Response.Body = real;
        }

        return captured.ToArray();
    }

    private static void Break(HttpContext context)
    {
        RequestNotes.Of(context).Broken = true;
        context.Abort();
    }

    private static async Task WriteAsync(HttpContext context, int status, string contentType, string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted).ConfigureAwait(false);
    }
}

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
            case FaultKind.Error or FaultKind.ExpiredLink:
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
            case FaultKind.JobStatus:
                RequestNotes.Of(context).PlannedStatus = fault.Job;
                await handle(context).ConfigureAwait(false);
                break;
            case FaultKind.IgnoreRange:
                context.Request.Headers.Remove("Range");
                await handle(context).ConfigureAwait(false);
                break;
            case FaultKind.CutRequest:
                await CutRequestAsync(context, fault.Bytes, handle).ConfigureAwait(false);
                break;
            case FaultKind.CutContent or FaultKind.ResetBody:
            case FaultKind.CutBody when fault.Bytes is not null || RequestNotes.Of(context).Transport == Routes.FileTransport:
                await CutAnswerAsync(context, fault, handle).ConfigureAwait(false);
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

    private static async Task CutRequestAsync(HttpContext context, int? bytes, RequestDelegate handle)
    {
        var cut = new CutRequestBody(context.Request.Body, bytes ?? (context.Request.ContentLength ?? 2) / 2, context.Abort);
        context.Request.Body = cut;
        RequestNotes.Of(context).Break();
        try
        {
            await handle(context).ConfigureAwait(false);
        }
        catch (Exception e) when (cut.IsCut && e is IOException or OperationCanceledException)
        {
            // The handler noticed; there is nobody left to tell.
        }
    }

    private static async Task CutAnswerAsync(HttpContext context, Fault fault, RequestDelegate handle)
    {
        if (fault.Kind != FaultKind.CutContent)
            RequestNotes.Of(context).Break();
        var real = context.Response.Body;
        var cut = new CutAnswerBody(real, context.Response, fault.Bytes, isWhole: fault.Kind == FaultKind.CutContent);
        context.Response.Body = cut;
        try
        {
            await handle(context).ConfigureAwait(false);
        }
        finally
        {
            context.Response.Body = real;
        }

        if (fault.Kind == FaultKind.ResetBody)
        {
            await real.FlushAsync(context.RequestAborted).ConfigureAwait(false);
            context.Abort();
        }
    }

    private static async Task CutAsync(HttpContext context, RequestDelegate handle)
    {
        var whole = await CaptureAsync(context, handle).ConfigureAwait(false);
        RequestNotes.Of(context).Break();

        // The server closes a connection whose answer ends early. Aborting would reset it, and a reset may overtake the half that was sent.
        context.Response.ContentLength = whole.Length;
        await context.Response.Body.WriteAsync(whole.AsMemory(0, whole.Length / 2), context.RequestAborted).ConfigureAwait(false);
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
        RequestNotes.Of(context).Break();
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

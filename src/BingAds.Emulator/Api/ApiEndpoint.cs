using BingAds.Contract;
using BingAds.Emulator.Store;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BingAds.Emulator.Api;

/// <summary>One API call, whatever the transport: read, sign in, handle in one transaction, write.</summary>
internal sealed class ApiEndpoint(EmulatorState state, HandlerTable handlers, ILogger log)
{
    public async Task InvokeAsync(HttpContext context, OperationInfo operation, IApiProtocol protocol)
    {
        var trackingId = NextTrackingId(context);
        try
        {
            var body = await ReadBodyAsync(context).ConfigureAwait(false);
            var (credentials, request) = protocol.Read(context, operation, body);
            await handlers.WaitAsync(request, context.RequestAborted).ConfigureAwait(false);
            var response = await state.Store.RunAsync(
                session =>
                {
                    var caller = ApiAuthenticator.Authenticate(session, credentials, state.Options);
                    return handlers.Invoke(Context(session, caller, credentials), request);
                },
                context.RequestAborted).ConfigureAwait(false);
            await protocol.WriteAsync(context, operation.Service, response, trackingId).ConfigureAwait(false);
        }
        catch (ApiFaultException fault)
        {
            await RefuseAsync(context, operation, protocol, fault, trackingId).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException && !context.Response.HasStarted)
        {
            // A mistake of ours: the call was undone, and the caller gets what the service would say.
            log.CallFailed(e, operation.Name, trackingId);
            await RefuseAsync(context, operation, protocol, ApiFaultException.Access(ErrorNumber.InternalError, e.GetType().Name), trackingId).ConfigureAwait(false);
        }

        CallContext Context(StoreSession session, Caller caller, ApiCredentials credentials) => new(session, caller, credentials, operation)
        {
            BaseAddress = new Uri($"{context.Request.Scheme}://{context.Request.Host}"),
            PlannedStatus = RequestNotes.Of(context).PlannedStatus,
        };
    }

    /// <summary>Writes a fault that somebody planned.</summary>
    public Task RefuseAsync(HttpContext context, OperationInfo operation, IApiProtocol protocol, Fault fault)
        => RefuseAsync(context, operation, protocol, ApiFaultException.Planned(fault.Kind == FaultKind.ExpiredLink ? ErrorNumber.BulkUrlExpired : fault.Code, fault.Status), NextTrackingId(context));

    private static Task RefuseAsync(HttpContext context, OperationInfo operation, IApiProtocol protocol, ApiFaultException fault, string trackingId)
    {
        RequestNotes.Of(context).Codes.AddRange(fault.Codes);
        return protocol.WriteFaultAsync(context, operation.Service, fault, trackingId);
    }

    private string NextTrackingId(HttpContext context)
    {
        var id = state.NextTrackingId().ToString();
        RequestNotes.Of(context).TrackingId = id;
        return id;
    }

    private static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(HttpContext context)
    {
        using var buffer = new MemoryStream((int)Math.Min(context.Request.ContentLength ?? 0, 1 << 20));
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted).ConfigureAwait(false);
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }
}

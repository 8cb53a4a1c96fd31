using BingAds.Contract;
using BingAds.Emulator.Admin;
using BingAds.Emulator.Api;
using BingAds.Emulator.Bulk;
using BingAds.Emulator.Descriptions;
using BingAds.Emulator.Files;
using BingAds.Emulator.OAuth;
using BingAds.Emulator.Rest;
using BingAds.Emulator.Soap;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BingAds.Emulator;

/// <summary>All addresses of the emulator.</summary>
internal sealed class Routes
{
    /// <summary>The transport, in the journal, of what travels by links and not by calls.</summary>
    public const string FileTransport = "File";

    private const string Get = "GET";
    private const string Post = "POST";
    private const string Delete = "DELETE";

    private readonly EmulatorState _state;
    private readonly AuthorizeEndpoint _authorize;
    private readonly TokenEndpoint _token;
    private readonly ApiEndpoint _api;
    private readonly UploadEndpoint _upload;
    private readonly ResultEndpoint _result;
    private readonly ResultEndpoint _report;
    private readonly RestProtocol _rest = new();
    private readonly SoapProtocol _soap = new();
    private readonly DescriptionEndpoint _descriptions = new();
    private readonly Dictionary<(string Verb, string Path), RequestDelegate> _admin;

    public Routes(EmulatorState state, HandlerTable handlers, BulkJobs jobs, ILogger log)
    {
        _state = state;
        _authorize = new AuthorizeEndpoint(state, state.Tokens);
        _token = new TokenEndpoint(state, state.Tokens);
        _api = new ApiEndpoint(state, handlers, log);
        _upload = new UploadEndpoint(jobs);
        _result = new ResultEndpoint(state, ResultEndpoint.BulkFolder, state.Options.Bulk.AcceptRanges);
        _report = new ResultEndpoint(state, ResultEndpoint.ReportFolder, state.Options.Reports.AcceptRanges);
        var admin = new AdminEndpoints(state);
        _admin = new()
        {
            [(Get, "/_emulator")] = admin.AboutAsync,
            [(Post, "/_emulator/reset")] = admin.ResetAsync,
            [(Post, "/_emulator/tokens/expire")] = admin.ExpireTokensAsync,
            [(Get, "/_emulator/clock")] = admin.ClockAsync,
            [(Post, "/_emulator/clock/advance")] = admin.AdvanceClockAsync,
            [(Post, "/_emulator/clock/freeze")] = admin.FreezeClockAsync,
            [(Post, "/_emulator/clock/run")] = admin.RunClockAsync,
            [(Post, "/_emulator/faults")] = admin.AddFaultAsync,
            [(Delete, "/_emulator/faults")] = admin.ClearFaultsAsync,
            [(Get, "/_emulator/journal")] = admin.JournalAsync,
            [(Delete, "/_emulator/journal")] = admin.ClearJournalAsync,
        };
    }

    public Task InvokeAsync(HttpContext context)
    {
        var path = (context.Request.Path.Value ?? "/").TrimEnd('/');
        if (path.StartsWith("/_emulator", StringComparison.OrdinalIgnoreCase))
        {
            if (_admin.TryGetValue((context.Request.Method, path.ToLowerInvariant()), out var admin))
                return AdminEndpoints.GuardAsync(context, admin);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        var route = Find(context, path);
        return RecordAsync(context, route);
    }

    private Route Find(HttpContext context, string path)
    {
        var isPost = HttpMethods.IsPost(context.Request.Method);
        if (ServiceAddresses.FindRest(path) is not null && ApiCatalog.FindOperationByRoute(context.Request.Method, path) is { } rest)
            return Api(rest, _rest, "REST");
        if (isPost && ServiceAddresses.FindSoap(path) is { } service && ApiCatalog.FindOperation(service, SoapAction(context)) is { } soap)
            return Api(soap, _soap, "SOAP");
        if (_descriptions.Find(context.Request, path) is { } description)
            return new(path, "HTTP", description);
        if (path.StartsWith(SignedLinks.Root, StringComparison.Ordinal) && Storage(context, path, isPost) is { } storage)
            return storage;
        if (HttpMethods.IsGet(context.Request.Method) && ReferenceFiles.Find(path) is { } reference)
            return new(path, FileTransport, reference);
        var lower = path.ToLowerInvariant();
        if (lower.EndsWith("/oauth2/v2.0/authorize", StringComparison.Ordinal))
            return new("authorize", "OAuth", c => _authorize.InvokeAsync(c, SignInProvider.Microsoft));
        if (lower == "/o/oauth2/v2/auth")
            return new("authorize", "OAuth", c => _authorize.InvokeAsync(c, SignInProvider.Google));
        if (lower.EndsWith("/oauth2/nativeclient", StringComparison.Ordinal))
            return new("nativeclient", "OAuth", static c => AuthorizePages.WriteAsync(c, 200, AuthorizePages.NativeClient()));
        if (isPost && lower.EndsWith("/oauth2/v2.0/token", StringComparison.Ordinal))
            return new(FaultPlan.TokenCall, "OAuth", c => _token.InvokeAsync(c, SignInProvider.Microsoft), _token.RefuseAsync);
        if (isPost && lower == "/token")
            return new(FaultPlan.TokenCall, "OAuth", c => _token.InvokeAsync(c, SignInProvider.Google), _token.RefuseAsync);
        return new(path.Length == 0 ? "/" : path, "HTTP", static c =>
        {
            c.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
    }

    private Route? Storage(HttpContext context, string path, bool isPost)
    {
        if (isPost && path.StartsWith(UploadEndpoint.Path, StringComparison.Ordinal))
            return new(FaultPlan.BulkUploadCall, FileTransport, _upload.InvokeAsync, _upload.RefuseAsync);
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
            return null;
        if (path.StartsWith(_result.Path, StringComparison.Ordinal))
            return new(FaultPlan.BulkDownloadCall, FileTransport, _result.InvokeAsync, StorageRefusal.PlannedAsync);
        return path.StartsWith(_report.Path, StringComparison.Ordinal)
            ? new(FaultPlan.ReportDownloadCall, FileTransport, _report.InvokeAsync, StorageRefusal.PlannedAsync)
            : null;
    }

    private Route Api(OperationInfo operation, IApiProtocol protocol, string transport) => new(
        operation.ToString(), transport, c => _api.InvokeAsync(c, operation, protocol), (c, fault) => _api.RefuseAsync(c, operation, protocol, fault));

    /// <summary>The operation's name, with or without quotes, bare or at the end of an address.</summary>
    private static string SoapAction(HttpContext context)
    {
        var action = context.Request.Headers["SOAPAction"].ToString().Trim('"');
        return action[(action.LastIndexOf('/') + 1)..];
    }

    private async Task RecordAsync(HttpContext context, Route route)
    {
        var time = _state.Clock.GetUtcNow();
        var notes = new RequestNotes
        {
            Call = route.Call,
            Transport = route.Transport,
            Number = _state.Journal.Begin(route.Call),
            Publish = n => _state.Journal.Note(n.ToEntry(context, time)),
        };
        context.Features.Set(notes);
        context.Response.OnStarting(static n =>
        {
            ((RequestNotes)n).Publish((RequestNotes)n);
            return Task.CompletedTask;
        }, notes);
        try
        {
            if (route.Refuse is not null && _state.Faults.Take(route.Call) is { } fault)
                await FaultInjector.InvokeAsync(context, fault, _state.Clock, route.Handle, route.Refuse).ConfigureAwait(false);
            else
                await route.Handle(context).ConfigureAwait(false);
        }
        finally
        {
            notes.Publish(notes);
        }
    }

    /// <param name="Call">The name in journal and fault plan.</param>
    /// <param name="Transport">As told by the journal.</param>
    /// <param name="Handle">Answers the request.</param>
    /// <param name="Refuse">Writes a planned fault with a code; null where no faults are planned.</param>
    private sealed record Route(string Call, string Transport, RequestDelegate Handle, Func<HttpContext, Fault, Task>? Refuse = null);
}

using BingAds.Emulator.Store;
using Microsoft.AspNetCore.Http;

namespace BingAds.Emulator.Files;

/// <summary>GET of the result of a job by the link that a status call gave. No token is asked for: the link is the permission.</summary>
internal sealed class ResultEndpoint(EmulatorState state)
{
    private const string Folder = "result/";

    public const string Path = SignedLinks.Root + Folder;

    /// <summary>A new link to the result of a job.</summary>
    public static string Link(StoreSession session, Uri baseAddress, Job job, string extension, DateTimeOffset expires)
        => SignedLinks.Create(session, baseAddress, $"{Folder}{job.Id}.{extension}", expires);

    public async Task InvokeAsync(HttpContext context)
    {
        var name = (context.Request.Path.Value ?? "")[Path.Length..];
        var id = System.IO.Path.GetFileNameWithoutExtension(name);
        var (link, job) = await state.Store.RunAsync(s => (SignedLinks.Check(s, context.Request), s.Jobs.Find(id)), context.RequestAborted).ConfigureAwait(false);
        var answer = link switch
        {
            LinkState.Forged => StorageRefusal.ForgedAsync(context),
            LinkState.Expired => StorageRefusal.ExpiredAsync(context),
            _ when job is null => StorageRefusal.MissingAsync(context),
            _ => StoredFileAnswer.WriteAsync(context, state.Store, job.Output, state.Options.Bulk.AcceptRanges),
        };
        await answer.ConfigureAwait(false);
    }
}

using System.Xml;
using System.Xml.Linq;
using BingAds.Errors;
using BingAds.Services;
using TimeoutException = BingAds.Errors.TimeoutException;

namespace BingAds.Loaded;

/// <summary>Fetches a WSDL with all that it imports, from files or over HTTP, and makes one document of it.</summary>
internal sealed class DescriptionLoader(HttpSender sender, ServiceClientOptions options)
{
    private const int MaxDocuments = 100;

    private static readonly XNamespace s_wsdl = "http://schemas.xmlsoap.org/wsdl/";

    /// <exception cref="SdkException">A document did not come.</exception>
    /// <exception cref="FormatException">A document is no description, or leads elsewhere.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public async Task<XDocument> LoadAsync(Uri address, CancellationToken cancellationToken)
    {
        using var deadline = options.TotalTimeout == Timeout.InfiniteTimeSpan ? new CancellationTokenSource() : new CancellationTokenSource(options.TotalTimeout, options.TimeProvider);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            return await LoadAllAsync(address, both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("Loading the contract", options.TotalTimeout, e);
        }
        catch (HttpRequestException e)
        {
            throw TransportException.From(e, null, "Loading the contract", null, (int?)e.StatusCode, null);
        }
    }

    /// <summary>Makes a document of text that was trusted with nothing: no DTD, no entities.</summary>
    public static XDocument Parse(TextReader text)
    {
        try
        {
            using var reader = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XDocument.Load(reader);
        }
        catch (XmlException e)
        {
            throw new FormatException($"The description is no well-formed XML: {e.Message}", e);
        }
    }

    private async Task<XDocument> LoadAllAsync(Uri address, CancellationToken cancellationToken)
    {
        var main = await FetchAsync(address, cancellationToken).ConfigureAwait(false);
        if (main.Root?.Name != s_wsdl + "definitions")
            throw new FormatException($"'{address}' is no WSDL: its root is '{main.Root?.Name.LocalName}'.");
        var seen = new Dictionary<Uri, bool> { [address] = true };
        var left = new Queue<(Uri Base, XElement Import)>(Imports(address, main.Root));
        while (left.TryDequeue(out var next))
        {
            var place = (string?)next.Import.Attribute("schemaLocation") ?? (string?)next.Import.Attribute("location");
            if (place is null || !Uri.TryCreate(next.Base, place, out var target) || !seen.TryAdd(target, true))
                continue;
            if (seen.Count > MaxDocuments)
                throw new FormatException($"'{address}' imports more than {MaxDocuments} documents.");
            RequireNear(address, target);
            var part = await FetchAsync(target, cancellationToken).ConfigureAwait(false);
            if (part.Root is not { } root)
                continue;
            foreach (var import in Imports(target, root))
            {
                left.Enqueue(import);
            }

            Add(main.Root, root);
        }

        // What it imported is in it now.
        foreach (var import in main.Descendants().Where(static e => e.Name.LocalName is "import" or "include").ToList())
        {
            if (import.Name == s_wsdl + "import")
                import.Remove();
            else
                import.Attribute("schemaLocation")?.Remove();
        }

        return main;
    }

    private static IEnumerable<(Uri, XElement)> Imports(Uri address, XElement root) => root.DescendantsAndSelf()
        .Where(static e => e.Name == s_wsdl + "import" || e.Name == SchemaReader.Xsd + "import" || e.Name == SchemaReader.Xsd + "include")
        .Select(e => (address, e));

    private static void Add(XElement main, XElement part)
    {
        if (part.Name == SchemaReader.Xsd + "schema")
        {
            var types = main.Element(s_wsdl + "types");
            if (types is null)
                main.AddFirst(types = new XElement(s_wsdl + "types"));
            types.Add(part);
        }
        else
        {
            main.Add(part.Elements());
        }
    }

    // A description may come from anywhere; it must not make its reader ask other machines, or read other files.
    private static void RequireNear(Uri main, Uri part)
    {
        var isNear = main.IsFile
            ? part.IsFile && Path.GetFullPath(part.LocalPath).StartsWith(Path.GetDirectoryName(Path.GetFullPath(main.LocalPath)) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            : part.Scheme == main.Scheme && part.Authority == main.Authority;
        if (!isNear)
            throw new FormatException($"'{main}' imports '{part}', which is not beside it. Save all documents in one folder and load them from there.");
    }

    private async Task<XDocument> FetchAsync(Uri address, CancellationToken cancellationToken)
    {
        if (address.IsFile)
        {
            using var file = new StreamReader(address.LocalPath);
            return Parse(new StringReader(await file.ReadToEndAsync(cancellationToken).ConfigureAwait(false)));
        }

        // Nothing of the sign-in goes along: the descriptions of the service are open to all.
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("User-Agent", sender.UserAgent);
        using var response = await sender.Invoker.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
            throw new HttpRequestException($"'{address}' answered {(int)response.StatusCode}.", null, response.StatusCode);
        var body = await Transport.BodyReader.ReadAsync(response.Content, options.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
        using (body)
        {
            using var stream = new MemoryStream(body.Memory.ToArray(), writable: false);
            using var text = new StreamReader(stream);
            return Parse(text);
        }
    }
}

namespace QuickStart;

/// <summary>What a browser and its user do: open the page, follow redirects, accept, and end at the application's own address.</summary>
internal static class ConsentBrowser
{
    public static async Task<Uri> SignInAsync(Uri page, Uri redirectionUri)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var shown = await browser.GetAsync(page);
        shown.EnsureSuccessStatusCode();

        using var consent = new FormUrlEncodedContent(new Dictionary<string, string> { ["decision"] = "accept" });
        var answer = await browser.PostAsync(page, consent);
        while (answer.Headers.Location is { } next)
        {
            var target = new Uri(page, next);
            if (target.GetLeftPart(UriPartial.Path) == redirectionUri.GetLeftPart(UriPartial.Path))
            {
                answer.Dispose();
                return target;
            }

            answer.Dispose();
            answer = await browser.GetAsync(target);
        }

        answer.Dispose();
        throw new InvalidOperationException($"The sign-in page answered {(int)answer.StatusCode} in place of a redirect.");
    }
}

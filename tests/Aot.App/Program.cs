using Aot.App;
using BingAds;

// Aot.App <address of an emulator> <rest|soap>: the tour of QuickStart and what it leaves out, in a program without a JIT.
if (args is not [var address, var transportName] || !Uri.TryCreate(address, UriKind.Absolute, out var emulator)
    || !Enum.TryParse<ApiTransport>(transportName, ignoreCase: true, out var transport))
{
    Console.Error.WriteLine("Usage: Aot.App <address of an emulator> <rest|soap>");
    return 2;
}

await Calls.RunAsync(emulator, transport);
Console.WriteLine($"All calls over {transport} were as expected.");
return 0;

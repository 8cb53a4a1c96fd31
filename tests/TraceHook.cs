using System.Runtime.CompilerServices;
using BingAds.Testing;

/// <summary>Compiled into every suite: records what its process logs, throws, traces and asks for, if it was told to.</summary>
file static class TraceHook
{
    [ModuleInitializer]
    internal static void Start() => TraceCollector.StartForProcess(typeof(TraceHook).Assembly.GetName().Name!);
}

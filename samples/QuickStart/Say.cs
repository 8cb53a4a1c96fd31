namespace QuickStart;

/// <summary>The lines that the tour prints.</summary>
internal static class Say
{
    public static void Done(string what, string detail) => Console.WriteLine($"  ✓ {what,-12} {detail}");

    public static void Failed(string what, string detail) => Console.WriteLine($"  ! {what,-12} {detail}");

    public static void More(string detail) => Console.WriteLine($"    {"",-12} {detail}");
}

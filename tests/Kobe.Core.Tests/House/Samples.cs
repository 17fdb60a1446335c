namespace Kobe.Core.Tests.House;

/// <summary>Types in good and in bad shape, for the rules to look at.</summary>
internal static class Samples
{
    internal sealed record Sealed(int Number)
    {
        private static readonly Func<int, int> Twice = number => 2 * number;

        public int Doubled => Twice(Number);
    }

    internal abstract record Closed
    {
        private Closed()
        {
        }

        internal sealed record Case : Closed;
    }

    internal static class Shared
    {
        public static int Counter { get; set; }

        public static string Name = "";
    }

    internal class Inheritable;

    internal sealed class Heir : Inheritable;

    internal abstract record Extensible(int Number);

    internal record struct Loose(int Number);

    internal struct Tool
    {
        private int _count;

        public int Next() => ++_count;
    }

    internal sealed record Changeable
    {
        public int Number { get; set; }

        public int Field = 1;
    }
}

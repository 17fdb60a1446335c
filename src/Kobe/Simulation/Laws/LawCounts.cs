namespace Kobe.Simulation.Laws;

/// <summary>How often each law was checked and broken, and the first cases of each.</summary>
internal sealed class LawCounts
{
    private const int CasesKept = 5;
    private static readonly int Count = Enum.GetValues<Law>().Length;

    private readonly long[] _checked = new long[Count];
    private readonly long[] _broken = new long[Count];
    private readonly List<BrokenLaw> _cases = [];

    /// <summary>The first broken cases of each law, in the order in which they happened.</summary>
    public IReadOnlyList<BrokenLaw> Cases => _cases;

    public long Broken => _broken.Sum();

    public long CheckedOf(Law law) => _checked[(int)law];

    public long BrokenOf(Law law) => _broken[(int)law];

    /// <summary>Counts one check that held.</summary>
    public void Held(Law law) => _checked[(int)law]++;

    /// <summary>Counts one check that did not hold.</summary>
    public void Break(Law law, DateTimeOffset at, string what)
    {
        _checked[(int)law]++;
        if (_broken[(int)law]++ < CasesKept)
        {
            _cases.Add(new(law, at, what));
        }
    }

    public void Add(LawCounts other)
    {
        for (var i = 0; i < Count; i++)
        {
            _checked[i] += other._checked[i];
            _broken[i] += other._broken[i];
        }

        _cases.AddRange(other._cases);
    }
}
